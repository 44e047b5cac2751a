/**
 * What other systems hand on where a function has no derivative. Ours is in the op's own description; here is only what their
 * sources say: PyTorch tools/autograd/derivatives.yaml, JAX jax/_src/lax/lax.py and nn/functions.py, TensorFlow ops/math_grad.py
 * and kernels/relu_op_functor.h.
 */
export interface Corner {
  /** The place, as a condition on the operands of the op's notation. */
  at: string;
  /** Derivatives by each operand that is written, as text: what is chosen, not what is computed. */
  pytorch: string;
  jax: string;
  tensorflow: string;
}

export const CORNERS: Readonly<Record<string, Corner>> = {
  relu: { at: "x = 0", pytorch: "0", jax: "0", tensorflow: "0" },
  leaky_relu: { at: "x = 0", pytorch: "0.01", jax: "1", tensorflow: "0.01" },
  abs: { at: "x = 0", pytorch: "0", jax: "1", tensorflow: "0" },
  max: { at: "a = b", pytorch: "½, ½", jax: "½, ½", tensorflow: "1, 0" },
  min: { at: "a = b", pytorch: "½, ½", jax: "½, ½", tensorflow: "1, 0" },
  clamp: { at: "x = a", pytorch: "1", jax: "½", tensorflow: "1" },
  sqrt: { at: "x = 0", pytorch: "+∞", jax: "+∞", tensorflow: "+∞" },
  log: { at: "x = 0", pytorch: "+∞", jax: "+∞", tensorflow: "+∞" },
  sign: { at: "x = 0", pytorch: "0", jax: "0", tensorflow: "0" },
  floor: { at: "x = 0", pytorch: "0", jax: "0", tensorflow: "0" },
  norm: { at: "x = 0", pytorch: "0", jax: "NaN", tensorflow: "NaN" },
};
