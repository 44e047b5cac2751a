/**
 * The circuits of the course, in the order in which they are best met: one set for the room's menu, the demos and the
 * picture tests. Titles are the messages `gallery-<id>`, headings `gallery-group-<group>`.
 */

export type GalleryGroup = "first" | "gates" | "reuse" | "neurons" | "losses" | "matrices";

export interface GalleryCircuit {
  id: string;
  group: GalleryGroup;
  program: string;
  /** Values of the names that the program does not define. */
  at: Readonly<Record<string, number>>;
  /** Built-in functions that are open at first. */
  expand?: readonly string[];
  /** The item of the curriculum it is from. */
  item: string;
}

const NEURON = { w0: 2, x0: -1, w1: -3, x1: -2, w2: -3 };

export const GALLERY: readonly GalleryCircuit[] = [
  { id: "product", group: "first", program: "(x + y) * z", at: { x: -2, y: 5, z: -4 }, item: "s1-staged-xyz" },
  {
    id: "sigmoid-circuit",
    group: "first",
    program: "1 / (1 + exp(-(w0*x0 + w1*x1 + w2)))",
    at: NEURON,
    item: "s0-sigmoid-circuit-scalar",
  },

  { id: "sum", group: "gates", program: "x + y", at: { x: 1, y: -2 }, item: "s1-grad-sum" },
  { id: "times", group: "gates", program: "x * y", at: { x: 1, y: -2 }, item: "s1-grad-xy" },
  { id: "max", group: "gates", program: "max(x, y)", at: { x: 3, y: 1 }, item: "s1-grad-max" },
  { id: "power", group: "gates", program: "x^2 * y^3", at: { x: 1.5, y: 0.5 }, item: "s4-partial-03" },
  { id: "root", group: "gates", program: "x * sqrt(y)", at: { x: 1.5, y: 0.5 }, item: "s4-partial-05" },
  {
    id: "chain",
    group: "gates",
    program: "u = 3*x - 2\ny = u^2 + 1",
    at: { x: 2 },
    item: "s4-chain-ex-3",
  },
  {
    id: "stages",
    group: "gates",
    program: "d = 2*b\ne = a + d\nL = c*e",
    at: { a: 3, b: 1, c: -2 },
    item: "s4-graph-L",
  },

  { id: "twice", group: "reuse", program: "x^2 - 4*x*y + 3*y^2", at: { x: 1.5, y: 0.5 }, item: "s4-partial-07" },
  {
    id: "staged",
    group: "reuse",
    program: "g = x + y\nh = g * z\nf = h + x",
    at: { x: -2, y: 5, z: -4 },
    item: "s1-staged-xyz",
  },
  {
    id: "shared",
    group: "reuse",
    program: "c = a + b\nd = b + 1\ne = c * d",
    at: { a: 2, b: 1 },
    item: "s4-graph-e",
  },
  { id: "read-graph", group: "reuse", program: "2*((a*b - (a + b))^2 + 1)", at: { a: 3, b: 5 }, item: "s4-read-graph" },
  {
    id: "three-paths",
    group: "reuse",
    program: "t^2 * (3*t) + exp(t)",
    at: { t: 0.5 },
    item: "s2-chain-rule-sum",
  },
  {
    id: "differences",
    group: "reuse",
    program: "a = (w + x + y)^2\nb = (x - y - z)^2\nv = c * (a - b)^2",
    at: { c: 2, w: -1, x: 2, y: 1, z: 2 },
    item: "s2-warmup-values",
  },
  {
    id: "rational",
    group: "reuse",
    program: "num = x + sigmoid(y)\nsqr = (x + y)^2\ndenom = sigmoid(x) + sqr\nf = num * (1 / denom)",
    at: { x: 3, y: -4 },
    item: "s1-staged-rational",
  },

  {
    id: "neuron",
    group: "neurons",
    program: "y = w0*x0 + w1*x1 + w2\nf = sigmoid(y)",
    at: NEURON,
    item: "s1-sigmoid-neuron",
  },
  {
    id: "affine",
    group: "neurons",
    program: "sigmoid(3 + (y + 5*x))",
    at: { x: 0.2, y: -3 },
    item: "s4-draw-sigma-graph",
  },
  {
    id: "tanh",
    group: "neurons",
    program: "r = 2*x\ns = sigmoid(r)\nf = 2*s - 1",
    at: { x: 0.5 },
    item: "s1-tanh-identity",
  },
  {
    id: "gated",
    group: "neurons",
    program: "a = sigmoid(w)\np = a * w\nL = p + w",
    at: { w: 1 },
    item: "s0-quiz-q2-chain-rule",
  },
  {
    id: "saturation",
    group: "neurons",
    program: "h1 = sigmoid(x)\nh2 = sigmoid(h1)\nh3 = sigmoid(h2)",
    at: { x: 5 },
    item: "s3-sigmoid-dead-zones",
  },

  {
    id: "squared-error",
    group: "losses",
    program: "z = w*x + b\na = sigmoid(z)\nL = (a - t)^2",
    at: { w: 0.5, x: 2, b: -0.5, t: 1 },
    item: "s0-quiz-q2-chain-rule",
  },
  {
    id: "regression",
    group: "losses",
    program: "f = w1*x1 + w2*x2 + b\nL = (f - y)^2",
    at: { w1: 1, w2: 0.5, b: 0, x1: 2, x2: -2, y: 2 },
    item: "s4-loss-gradient-vector",
  },
  {
    id: "one-layer",
    group: "losses",
    program: "yhat = a*w1 + b*w2 + c*w3\nL = (yhat - y)^2",
    at: { a: 1, b: 2, c: -1, w1: 0.5, w2: -0.25, w3: 1, y: 1 },
    item: "s3-dummy-network",
  },
  {
    id: "cross-entropy",
    group: "losses",
    program: "-(y*log(a) + (1 - y)*log(1 - a))",
    at: { a: 0.886, y: 1 },
    item: "s4-bce",
  },
  {
    id: "logistic",
    group: "losses",
    program: "z = w1*x1 + w2*x2 + b\nyhat = sigmoid(z)\nL = -(y*log(yhat) + (1 - y)*log(1 - yhat))",
    at: { w1: 0.5, w2: -1, b: 0.1, x1: 2, x2: 1, y: 1 },
    item: "s4-logreg-gradient",
  },
  {
    id: "small-network",
    group: "losses",
    program:
      "h1 = sigmoid(w11*x1 + w12*x2)\nh2 = sigmoid(w21*x1 + w22*x2)\nh3 = sigmoid(w31*x1 + w32*x2)\nout = w211*h1 + w212*h2 + w213*h3",
    at: { x1: 1, x2: -1, w11: 1, w12: 0, w21: 0, w22: 1, w31: 1, w32: 1, w211: 0.5, w212: 0.5, w213: 2.5 },
    item: "s4-ffn-forward",
  },

  {
    id: "dot",
    group: "matrices",
    program: "w = [2, -1, 0.5]\nx = [3, 4, -2]\nf = w.T @ x",
    at: {},
    item: "s0-wtx-gradient",
  },
  {
    id: "vectorised",
    group: "matrices",
    program: "s(r) = 1 / (1 + exp(-r))\nw = [2, -3]; b = -3; x = [-1, -2]\nz = w.T @ x + b\nf = s(z)",
    at: {},
    item: "s0-sigmoid-vectorised",
  },
  {
    id: "quadratic-form",
    group: "matrices",
    program: "x = [1, 2]\nB = [[1, 3], [-1, 2]]\nf = x.T @ B @ x",
    at: {},
    item: "s3-vector-derivative-table",
  },
  {
    id: "layer",
    group: "matrices",
    program: "W = [[1, 0], [0, 1], [1, 1]]\nv = [0.5, 0.5, 2.5]\nx = [1, -1]\nh = sigmoid(W @ x)\nout = v.T @ h",
    at: {},
    item: "s4-ffn-forward",
  },
  {
    id: "hidden-layer",
    group: "matrices",
    program:
      "W0 = [[0.5, -1], [1, 0.5], [-0.5, 2], [1.5, -0.5]]\nb0 = [0, 0.5, -1, 0.25]\nW1 = [[1, -2, 0.5, 3]]\nb1 = 0.1\nx = [1, -2]\nz = sigmoid(W0 @ x + b0)\ny = W1 @ z + b1",
    at: {},
    item: "s3-hidden-layer",
  },
];
