/** The same net in plain JavaScript, written for speed: one typed array a layer, a sample at a time, nothing allocated in the loop. */

const tanh = { value: Math.tanh, slope: (out) => 1 - out * out };
const sigmoid = { value: (x) => 1 / (1 + Math.exp(-x)), slope: (out) => out * (1 - out) };
const linear = { value: (x) => x, slope: () => 1 };
const ACTIVATIONS = { tanh, sigmoid, linear };

export class PlainNet {
  /** @param {{ W: number[][], b: number[][] }[]} start */
  constructor({ layers, activations, inputs, targets }, start) {
    this.widths = layers;
    this.activations = activations.map((name) => ACTIVATIONS[name]);
    this.inputs = inputs.map((row) => Float64Array.from(row));
    this.targets = targets.map((row) => Float64Array.from(row));
    this.weights = start.map(({ W }) => Float64Array.from(W.flat()));
    this.biases = start.map(({ b }) => Float64Array.from(b.flat()));
    this.weightSlopes = this.weights.map((list) => new Float64Array(list.length));
    this.biasSlopes = this.biases.map((list) => new Float64Array(list.length));
    this.values = layers.map((width) => new Float64Array(width));
    this.adjoints = layers.map((width) => new Float64Array(width));
  }

  /** One update of gradient descent on the mean squared error of all samples. */
  update(learningRate) {
    for (let l = 0; l < this.weights.length; l++) {
      this.weightSlopes[l].fill(0);
      this.biasSlopes[l].fill(0);
    }
    for (let s = 0; s < this.inputs.length; s++) this.#pass(this.inputs[s], this.targets[s]);
    for (let l = 0; l < this.weights.length; l++) {
      const [weights, weightSlopes] = [this.weights[l], this.weightSlopes[l]];
      for (let i = 0; i < weights.length; i++) weights[i] -= learningRate * weightSlopes[i];
      const [biases, biasSlopes] = [this.biases[l], this.biasSlopes[l]];
      for (let i = 0; i < biases.length; i++) biases[i] -= learningRate * biasSlopes[i];
    }
  }

  #pass(input, target) {
    const last = this.weights.length;
    this.values[0] = input;
    for (let l = 0; l < last; l++) {
      const [from, to, weights, biases] = [this.values[l], this.values[l + 1], this.weights[l], this.biases[l]];
      const { value } = this.activations[l];
      for (let j = 0, at = 0; j < to.length; j++) {
        let sum = biases[j];
        for (let i = 0; i < from.length; i++) sum += weights[at++] * from[i];
        to[j] = value(sum);
      }
    }
    const share = 2 / (this.inputs.length * target.length);
    for (let j = 0; j < target.length; j++) this.adjoints[last][j] = share * (this.values[last][j] - target[j]);
    for (let l = last - 1; l >= 0; l--) {
      const [from, to, adjoints, below] = [this.values[l], this.values[l + 1], this.adjoints[l + 1], this.adjoints[l]];
      const [weights, weightSlopes, biasSlopes] = [this.weights[l], this.weightSlopes[l], this.biasSlopes[l]];
      const { slope } = this.activations[l];
      below.fill(0);
      for (let j = 0, at = 0; j < to.length; j++) {
        const adjoint = adjoints[j] * slope(to[j]);
        biasSlopes[j] += adjoint;
        for (let i = 0; i < from.length; i++, at++) {
          weightSlopes[at] += adjoint * from[i];
          below[i] += adjoint * weights[at];
        }
      }
    }
  }
}
