import { readFileSync } from "node:fs";
import { GALLERY } from "../../web/src/scene/gallery.js";

/** Programs whose code is run: what the course writes, and what a student might. */
const AWKWARD = [
  // names that mean something to a language
  { program: "lambda = in * np\nf = lambda + in", at: { in: 2, np: 3 } },
  { program: "double = int * 2\nclass = double^2 + int", at: { int: 1.5 } },
  { program: "sum = x + y\nmax = sum * x\nexp(max) + sum", at: { x: 0.5, y: 0.25 } },
  { program: "circuit = x * jax\nf = sigmoid(circuit) * Gradients", at: { x: 2, jax: 0.5, Gradients: 3 } },
  { program: "dx = x^2\nf = dx * x", at: { x: 3 } },
  { program: "d = o * o\nf = d + o", at: { o: 2 } },
  { program: "t1 = (a + b + c + d)\nexp(t1 * a)^2 * t1", at: { a: 0.1, b: 0.2, c: 0.3, d: 0.4 } },
  { program: "sigmoid = tanh(x)\nf = sigmoid(sigmoid) + each", at: { x: 0.3, each: 1 } },
  {
    program: "Matrix = [1, 2]\nsum = Matrix.T @ Matrix\nentry = sum * each\nsum(Matrix * height) + entry",
    at: { each: 2, height: 3 },
  },
  { program: "e = x * 2\nf = e + pi * x", at: { x: 3 } },
  { program: "f_ = x\nf = f_ * True", at: { x: 3, True: 2 } },

  // constants
  { program: "f = x / 3 + 1 / 2 + 2^-1 * x + 1e10 * 1e10 * x - -2", at: { x: 1 } },
  { program: "100000 * 100000 * x / 7 / 2", at: { x: 3 } },
  { program: "f = 0.1 * x + e^x + pi", at: { x: 2 } },
  { program: "max(0, x) + min(1, x) * exp(2) + max(exp(1), x)", at: { x: 0.5 } },
  { program: "k = exp(2)\nf = k * x + max(k, x)", at: { x: 3 } },

  // corners, and what does not reach the output
  { program: "relu(x) + abs(x) + max(x, y)", at: { x: 0, y: 0 }, corner: true },
  { program: "max(x, y, z) * 2 + min(x, y, z)", at: { x: 3, y: 3, z: 1 }, corner: true },
  { program: "f = if(x > 1, x^2, -x) * step(x) + sign(x) * floor(x)", at: { x: 2.5 } },
  { program: "if((a > b) + (b > c), a * b, c)", at: { a: 3, b: 2, c: 1 } },
  { program: "g = y^2\nf = x * 2\nx + f", at: { x: 2, y: 5 } },
  { program: "if(c, x, y)", at: { c: 0, x: 2, y: 5 } },
  { program: "x", at: { x: 2 } },
  { program: "y = x", at: { x: 2 } },
  { program: "1 + 2" },
  { program: "max(x) + sum(x) + x.T", at: { x: 3 } },

  // reuse
  { program: "s(r) = 1 / (1 + exp(-r))\ns(s(s(x * y) + x))", at: { x: 0.3, y: -2 } },
  { program: "sq(a) = a * a\nsq(sq(sq(x + y)))", at: { x: 0.6, y: 0.3 } },
  { program: "p(a, b) = a^b - b\np(x + 1, y) * p(y, x)", at: { x: 1.5, y: 2 } },
  { program: "a = x * x\nb = a * a\nc = b * b\nc + b + a + x", at: { x: 1.1 } },
  { program: "-(-x - -y) * -(x * y) - -(x / -y)", at: { x: 1.5, y: 2 } },
  { program: "(x^y)^z + x^y^z + (-x)^2 - -x^2 + (x - (y - z)) / (y / (z / x))", at: { x: 1.5, y: 0.5, z: 2 } },
  { program: "sin(x)*cos(x)*tan(x) + sin(x)^2 / (1 + cos(x)^2) - log(x) * sqrt(x)", at: { x: 0.7 } },
  { program: Array.from({ length: 40 }, (_, i) => `w${i}*x${i % 5}`).join(" + ") },
  { program: `${"tanh(".repeat(30)}x${")".repeat(30)}`, at: { x: 0.4 } },

  // matrices
  {
    program:
      "X = [[1, 2, 3], [4, 5, 6]]\nW = [[0.1, -0.2]]\nb = 0.5\nZ = W @ X + b\nA = sigmoid(Z)\nT = [[0, 1, 1]]\nL = mean((A - T)^2)",
  },
  {
    program:
      "W1 = [[0.1, 0.4], [-0.3, 0.2], [0.5, -0.6]]\nb1 = [0.1, -0.2, 0.3]\nW2 = [[0.3, -0.1, 0.2], [0.4, 0.5, -0.6]]\nb2 = [0, 0.1]\nX = [[1, -1, 0.5], [2, 0.3, -0.7]]\nT = [[1, 0, 0], [0, 1, 1]]\nH = tanh(W1 @ X + b1)\nZ = W2 @ H + b2\nL = cross_entropy_logits(Z, T)",
  },
  { program: "z = [0.5, -1, 2]\nt = [0, 0, 1]\np = softmax(z)\nL = cross_entropy(p, t)" },
  { program: "z = [[0.5, -1, 2]]\nlog_softmax(z) * softmax(z) + logsumexp(z)" },
  { program: "y = [0.2, 0.7]\nt = [0, 1]\nbce(y, t) + mse(y, t) + bce_logits(y, t) + dot(y, t)" },
  { program: "x = [3, 4]\nn = norm(x)\nu = x / n\nsum(u * [1, 2])" },
  { program: "x = [3, 4]\ny = x\nz = y\nz + y + x" },
  { program: "w = [2, -3]\nx = [-1, -2]\nf = w[0]*x[0] + w[1]*x[1] + sum(w)" },
  { program: "A = [[1, 2], [3, 4]]\nA[0, 1] * A[1, 0] - trace(A) + (A @ A)[1, 1]" },
  { program: "a = 2; b = 3\nv = [a, a*b, b]\nM = [[a, b], [b, a + b]]\nv.T @ v + sum(M @ M) + sum(M)" },
  { program: "x = [1, 2]\nz = x.T @ x\nv = [z, 2*z, 1]\ns = z * z + z\nsum(v * s)" },
  { program: "u = [1, 2, 3]\nv = [4, 5]\nM = outer(u, v)\nsum(M^2) + sum(row_sums(M) * u) + sum(column_sums(M))" },
  {
    program:
      "A = [[1, 2, 3], [4, 5, 6]]\nsum(vec(A) * reshape(A, 6, 1)) + sum(rows(A, 1, 1)) + sum(concatenate(A, A * 2, [[1, 2, 3]]))",
  },
  {
    program: "A = [[1, -2], [-3, 4]]\nrelu(A) + max(A, 0) * if(A > 1, A, 2) - min(A, 3, 1.5) + clamp(A, -1, 2.5)",
    corner: true,
  },
  { program: "A = [[1, 2], [3, 4]]\nr = [[1, 2]]\nc = [3, 4]\nA * r / c - r + (A + c)^2 + 2^A" },
  { program: "A = [[1, 2], [3, 4]]\nA @ eye(2) + ones(2, 2) * unit(2, 2, 0, 1) - zeros(2, 2) - A.T.T" },
  { program: "s = 2\nA = [[1, 2], [3, 4]]\n-(s * A) @ (A / s) * s + s @ s" },
  { program: "x = [1, 2]\nB = [[1, 3], [-1, 2]]\nz = sum(exp(x.T @ B)) * s\nz / (x.T @ x)", at: { s: 2 } },
];

function curriculum() {
  const { scalar } = JSON.parse(readFileSync("tests/data/curriculum.json", "utf8"));
  return scalar.flatMap(({ expr, staged, point }) => {
    const stages = staged?.map((stage) => `${stage.name} = ${stage.expr}`).join("\n");
    return [expr, stages].filter(Boolean).map((program) => ({ program, at: point }));
  });
}

export const CIRCUITS = [...GALLERY, ...AWKWARD, ...curriculum()];
