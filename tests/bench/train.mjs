/**
 * Training in the WebAssembly that ships, beside plain JavaScript with typed arrays and, where they are installed, libraries of npm:
 *
 *     npm ci --prefix tests/bench/peers
 *
 * Every figure is the best of many short rounds, all measured in turns, so that the ratios hold on a busy machine too.
 */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { openInstance } from "../../web/src/engine/instance.mjs";
import { PlainNet } from "./peers/plain_net.mjs";

const ROUNDS = 100;

const generated = new URL("../../web/src/engine/generated/", import.meta.url);
const { default: createModule } = await import(new URL("training.mjs", generated).href);
const engine = await openInstance(createModule, await readFile(new URL("training.wasm", generated)));

function train(request) {
  const reply = JSON.parse(engine.call("train", JSON.stringify({ format: "binary", ...request })));
  if (!reply.ok) throw new Error(reply.error.message);
  return reply;
}

/** From -1 to 1, the same each time. */
function numbers(count) {
  let state = 12345;
  return Array.from({ length: count }, () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 31 - 1);
}

function rows(count, columns) {
  const flat = numbers(count * columns);
  return Array.from({ length: count }, (_, i) => flat.slice(i * columns, (i + 1) * columns));
}

const TASKS = [
  {
    name: "16-16-1 tanh, 16 samples, a full-batch update",
    layers: [16, 16, 1],
    activations: ["tanh", "linear"],
    inputs: rows(16, 16),
    targets: rows(16, 1),
    steps: 5000,
  },
  {
    name: "XOR, 2-4-1, a full-batch update",
    layers: [2, 4, 1],
    activations: ["tanh", "sigmoid"],
    inputs: [[0, 0], [0, 1], [1, 0], [1, 1]], // biome-ignore format: a table
    targets: [[0], [1], [1], [0]],
    steps: 50_000,
  },
  {
    name: "2-4-2-1 tanh, 10 samples, a full-batch update",
    layers: [2, 4, 2, 1],
    activations: ["tanh", "tanh", "tanh"],
    inputs: rows(10, 2),
    targets: rows(10, 1),
    steps: 20_000,
  },
];

function request({ layers, activations, inputs, targets, steps }) {
  return {
    layers,
    activations,
    loss: "mse",
    data: { inputs, targets },
    initial: { scheme: "xavier_normal" },
    optimizer: { name: "gd", learning_rate: 0.05 },
    steps,
    every: 1_000_000,
    record: ["loss"],
  };
}

// ---- who takes part: each makes of a task a function that makes so many updates

function ours(task) {
  return (updates) => train({ ...request(task), steps: updates });
}

/** From the same weights: its loss after the updates must be ours. */
function plain(task) {
  const start = train({ ...request(task), steps: 0 }).state.layers;
  const net = new PlainNet(task, start);
  const once = new PlainNet(task, start);
  for (let i = 0; i < 100; i++) once.update(0.05);
  const { W } = train({ ...request(task), steps: 100 }).state.layers.at(-1);
  if (Math.abs(once.weights.at(-1)[0] - W[0][0]) > 1e-9)
    throw new Error(`${task.name}: plain JavaScript learns something else`);
  return (updates) => {
    for (let i = 0; i < updates; i++) net.update(0.05);
  };
}

const load = createRequire(new URL("peers/package.json", import.meta.url));

const PEERS = {
  async synaptic(task) {
    const { Architect } = load("synaptic");
    const net = new Architect.Perceptron(...task.layers);
    return (updates) => {
      for (let i = 0; i < updates; i++)
        task.inputs.forEach((input, s) => {
          net.activate(input);
          net.propagate(0.05, task.targets[s]);
        });
    };
  },
  async convnetjs(task) {
    const { Net, Vol, SGDTrainer } = load("convnetjs");
    const [inputs, ...units] = task.layers;
    const net = new Net();
    net.makeLayers([
      { type: "input", out_sx: 1, out_sy: 1, out_depth: inputs },
      ...units.slice(0, -1).map((num_neurons) => ({ type: "fc", num_neurons, activation: "tanh" })),
      { type: "regression", num_neurons: units.at(-1) },
    ]);
    const trainer = new SGDTrainer(net, { learning_rate: 0.05, batch_size: task.inputs.length, momentum: 0 });
    const volumes = task.inputs.map((input) => new Vol(input));
    return (updates) => {
      for (let i = 0; i < updates; i++) volumes.forEach((volume, s) => trainer.train(volume, task.targets[s]));
    };
  },
  async "@tensorflow/tfjs"(task) {
    console.warn = () => {};
    const tf = load("@tensorflow/tfjs");
    await tf.setBackend("cpu");
    const [inputs, targets] = [tf.tensor2d(task.inputs), tf.tensor2d(task.targets)];
    const layers = task.activations.map((activation, l) => ({
      activation,
      W: tf.variable(tf.randomNormal([task.layers[l], task.layers[l + 1]])),
      b: tf.variable(tf.zeros([task.layers[l + 1]])),
    }));
    const optimizer = tf.train.sgd(0.05);
    const loss = () => {
      let values = inputs;
      for (const { activation, W, b } of layers) {
        values = values.matMul(W).add(b);
        if (activation !== "linear") values = tf[activation](values);
      }
      return tf.losses.meanSquaredError(targets, values);
    };
    return (updates) => {
      for (let i = 0; i < updates; i++) tf.tidy(() => optimizer.minimize(loss));
    };
  },
  async "@jax-js/jax"(task) {
    const { defaultDevice, grad, init, jit, numpy: np } = await import(load.resolve("@jax-js/jax"));
    await init("wasm");
    defaultDevice("wasm");
    const array = (values) => np.array(values);
    const inputs = array(task.inputs);
    const targets = array(task.targets);
    let parameters = task.activations.flatMap((_, l) => [
      array(rows(task.layers[l], task.layers[l + 1])),
      array(numbers(task.layers[l + 1])),
    ]);
    const loss = (given) => {
      let values = inputs.ref;
      task.activations.forEach((activation, l) => {
        values = np.matmul(values, given[2 * l]).add(given[2 * l + 1]);
        if (activation === "tanh") values = np.tanh(values);
        if (activation === "sigmoid") values = np.tanh(values.mul(0.5)).mul(0.5).add(0.5);
      });
      return np.square(values.sub(targets.ref)).mean();
    };
    const gradient = jit(grad(loss));
    return (updates) => {
      for (let i = 0; i < updates; i++) {
        const slopes = gradient(parameters.map((parameter) => parameter.ref));
        parameters = parameters.map((parameter, p) => parameter.sub(slopes[p].mul(0.05)));
      }
    };
  },
};

// ---- measuring

function seconds(run, updates) {
  const begin = performance.now();
  run(updates);
  return (performance.now() - begin) / 1000;
}

/** So many updates as take some milliseconds, which a busy machine leaves undisturbed now and then. */
function enough(run) {
  let updates = 1;
  const least = () => Math.min(...Array.from({ length: 3 }, () => seconds(run, updates)));
  while (updates < 1_000_000 && least() < 0.01) updates *= 2;
  return updates;
}

const missing = new Set();

async function measure(task) {
  console.log(`  ${task.name}`);
  const runners = { "plain JavaScript": plain(task) };
  for (const [name, make] of Object.entries(PEERS)) {
    try {
      runners[name] = await make(task);
      runners[name](1);
    } catch (reason) {
      if (reason.code === "MODULE_NOT_FOUND") missing.add(name);
      else console.log(`    ${name}: ${reason.message.split("\n")[0]}`);
      delete runners[name];
    }
  }
  const all = Object.entries({ gradcircuit: ours(task), ...runners }).map(([name, run]) => ({
    name,
    run,
    updates: enough(run),
    best: Number.POSITIVE_INFINITY,
  }));
  for (let round = 0; round < ROUNDS; round++)
    for (const one of all) one.best = Math.min(one.best, seconds(one.run, one.updates) / one.updates);
  const [own] = all;
  const TARGETS = { "plain JavaScript": 5, synaptic: 3, "@tensorflow/tfjs": 50 };
  for (const { name, best } of all) {
    const ratio = best / own.best;
    const target = TARGETS[name] ? `${ratio >= TARGETS[name] ? "at least" : "BELOW"} ${TARGETS[name]}` : "";
    console.log(
      `    ${name.padEnd(20)} ${(1e6 * best).toFixed(3).padStart(9)} µs  × ${ratio.toFixed(1).padStart(5)}  ${target}`,
    );
  }
}

console.log("Training, microseconds an update; how many times as long as ours");
for (const task of TASKS) await measure(task);
if (missing.size > 0)
  console.log(`  not installed, and not compared: ${[...missing].join(", ")} (npm ci --prefix tests/bench/peers)`);

const comparison = () => {
  for (const scheme of ["zero", "constant", "too_small", "lecun_normal", "he_normal", "too_large"])
    train({
      layers: [2, 6, 3, 1],
      activations: ["relu", "relu", "sigmoid"],
      loss: "bce",
      data: { name: "circle", samples: 100 },
      initial: { scheme },
      optimizer: { name: "gd", learning_rate: 0.1 },
      seeds: Array.from({ length: 20 }, (_, i) => i + 1),
      steps: 300,
      record: ["loss"],
    });
};
const best = Math.min(...Array.from({ length: 3 }, () => seconds(comparison)));
console.log(
  `  20 seeds × 6 schemes, 2-6-3-1, 100 samples, 300 updates: ${best.toFixed(2)} s  ${best <= 2 ? "within" : "OVER"} 2`,
);
