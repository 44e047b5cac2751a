"""As much of JAX and PyTorch as generated code uses, on NumPy and without differentiation: gradients are central differences."""

import math
import sys
import types

import numpy as np

STEP = 1e-6


def differences(f, arguments):
    """Gradients of the sum of f's entries by every argument."""
    gradients = []
    for i, argument in enumerate(arguments):
        argument = np.asarray(argument, dtype=float)
        gradient = np.zeros(argument.shape)
        for place in np.ndindex(argument.shape):
            step = STEP * max(1.0, abs(argument[place]))
            ends = []
            for sign in (1, -1):
                moved = argument.copy()
                moved[place] += sign * step
                ends.append(np.array(f(*arguments[:i], moved, *arguments[i + 1 :])))
            gradient[place] = np.sum(ends[0] - ends[1]) / (2 * step)
        gradients.append(gradient)
    return gradients


def along(f):
    """A function of a row's or a column's entries, given the axis."""
    return lambda x, axis, **options: f(np.asarray(x), axis, **options)


def logsumexp(x, axis, keepdims=False):
    return np.log(np.sum(np.exp(x), axis=axis, keepdims=keepdims))


def erf(x):
    return np.vectorize(math.erf)(x)


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


ACTIVATIONS = {
    "sigmoid": sigmoid,
    "relu": lambda x: np.maximum(x, 0),
    "leaky_relu": lambda x: np.where(x > 0, x, 0.01 * x),
    "elu": lambda x: np.where(x > 0, x, np.exp(x) - 1),
    "gelu": lambda x, approximate=False: x / 2 * (1 + erf(x / math.sqrt(2))),
    "silu": lambda x: x * sigmoid(x),
    "softplus": lambda x: np.logaddexp(0, x),
    "softsign": lambda x: x / (1 + np.abs(x)),
    "soft_sign": lambda x: x / (1 + np.abs(x)),
    "softmax": along(lambda x, axis: np.exp(x - logsumexp(x, axis, keepdims=True))),
    "log_softmax": along(lambda x, axis: x - logsumexp(x, axis, keepdims=True)),
    "logsumexp": along(logsumexp),
}


class Unit(np.ndarray):
    """zeros(…).at[i, j].set(1)"""

    @property
    def at(self):
        class At:
            def __getitem__(_, place):
                class Place:
                    def set(_, value):
                        self[place] = value
                        return np.asarray(self)

                return Place()

        return At()


def install_jax():
    jax, jnp = types.ModuleType("jax"), types.ModuleType("jax.numpy")
    jnp.__dict__.update({name: getattr(np, name) for name in dir(np) if not name.startswith("_")})
    jnp.zeros = lambda shape: np.zeros(shape).view(Unit)
    jax.numpy = jnp
    jax.nn = types.SimpleNamespace(**ACTIVATIONS)
    jax.scipy = types.SimpleNamespace(
        special=types.SimpleNamespace(erf=erf, erfc=lambda x: np.vectorize(math.erfc)(x))
    )
    jax.config = types.SimpleNamespace(update=lambda name, value: None)

    def value_and_grad(f, argnums=0):
        def both(*arguments):
            value, gradients = f(*arguments), differences(f, list(arguments))
            if np.shape(value) != ():
                raise TypeError("jax.grad wants a number")
            return value, gradients[0] if argnums == 0 else tuple(gradients)

        return both

    def vjp(f, *arguments):
        value, gradients = f(*arguments), differences(f, list(arguments))

        def pullback(adjoint):
            if np.shape(adjoint) != np.shape(value) or not np.all(adjoint == 1):
                raise TypeError("the stand-in starts with ones")
            return tuple(gradients)

        return value, pullback

    jax.value_and_grad, jax.vjp = value_and_grad, vjp
    sys.modules.update({"jax": jax, "jax.numpy": jnp})


class Tensor:
    """What every function of the stand-in takes and returns, so that a bare number where PyTorch wants a tensor is an error."""

    def __init__(self, data):
        self.data, self.grad = np.asarray(data), None

    shape = property(lambda self: self.data.shape)
    T = property(lambda self: Tensor(self.data.T))

    def __float__(self):
        return float(self.data)

    def __array__(self, dtype=None):
        return np.asarray(self.data, dtype)

    def __getitem__(self, place):
        return Tensor(self.data[place])

    def __setitem__(self, place, value):
        self.data[place] = value

    def sum(self, dim=None, keepdim=False):
        return Tensor(self.data.sum(axis=dim, keepdims=keepdim))

    def mean(self):
        return Tensor(self.data.mean())

    def flatten(self):
        return Tensor(self.data.flatten())

    def reshape(self, *shape):
        return Tensor(self.data.reshape(*shape))

    def backward(self, adjoint=None):
        if adjoint is None and self.data.size != 1:
            raise RuntimeError("grad can be implicitly created only for scalar outputs")


def raw(value):
    return value.data if isinstance(value, Tensor) else value


def add_operators():
    for name in "add sub mul truediv pow matmul lt le gt ge eq ne".split():
        plain = getattr(np.ndarray, f"__{name}__")
        setattr(Tensor, f"__{name}__", lambda a, b, plain=plain: Tensor(plain(a.data, np.asarray(raw(b)))))
        reverse = getattr(np.ndarray, f"__r{name}__", None)
        if reverse:
            setattr(Tensor, f"__r{name}__", lambda a, b, f=reverse: Tensor(f(a.data, np.asarray(raw(b)))))
    Tensor.__neg__ = lambda a: Tensor(-a.data)


def of_tensors(f):
    def checked(*arguments, **options):
        for argument in arguments:
            if not isinstance(argument, Tensor):
                raise TypeError(f"{argument!r} is no tensor")
        return Tensor(f(*(argument.data for argument in arguments), **options))

    return checked


def run_torch(text, output):
    """The names that the code leaves behind, gradients included."""
    torch = sys.modules["torch"]
    torch.leaves, torch.moved = [], None
    names = {}
    exec(compile(text, "pytorch", "exec"), names)
    leaves = torch.leaves

    def value(*moved):
        torch.leaves, torch.moved = [], list(moved)
        again = {}
        exec(compile(text, "pytorch", "exec"), again)
        return again[output].data

    gradients = differences(value, [leaf.data for leaf in leaves])
    torch.moved = None
    for leaf, gradient in zip(leaves, gradients):
        leaf.grad = gradient
        names.update({name: gradient for name in names if name_of_gradient(text, name, leaf, names)})
    return {name: raw(value) for name, value in names.items()}


def name_of_gradient(text, name, leaf, names):
    return any(f"\n{name} = {other}.grad\n" in text for other, value in names.items() if value is leaf)


def install_torch():
    torch = types.ModuleType("torch")
    functional = types.ModuleType("torch.nn.functional")
    spelled = {"asin": "arcsin", "acos": "arccos", "atan": "arctan", "atan2": "arctan2", "asinh": "arcsinh"}
    spelled |= {"acosh": "arccosh", "atanh": "arctanh", "norm": "linalg.norm"}
    same = "exp exp2 expm1 log log1p log2 log10 sqrt hypot sin cos tan sinh cosh tanh abs sign floor minimum maximum outer trace"
    for name in [*same.split(), *spelled]:
        function = np.linalg.norm if name == "norm" else getattr(np, spelled.get(name, name))
        setattr(torch, name, of_tensors(function))
    for name, function in ACTIVATIONS.items():
        takes_axis = name in ("softmax", "log_softmax", "logsumexp")

        def along_dim(x, dim, keepdim=None, f=function):
            return f(x, axis=dim) if keepdim is None else f(x, axis=dim, keepdims=keepdim)

        setattr(functional, name, of_tensors(along_dim if takes_axis else function))
        if takes_axis or name in ("sigmoid", "relu"):
            setattr(torch, name, getattr(functional, name))
    torch.erf, torch.erfc = of_tensors(erf), of_tensors(lambda x: np.vectorize(math.erfc)(x))
    torch.linalg = types.SimpleNamespace(norm=torch.norm)
    torch.float64 = float
    torch.set_default_dtype = lambda dtype: None
    torch.as_tensor = lambda value: value if isinstance(value, Tensor) else Tensor(float(value))
    torch.stack = lambda parts: Tensor(np.stack([part.data for part in parts]))
    torch.vstack = lambda parts: Tensor(np.vstack([part.data for part in parts]))
    torch.where = lambda c, a, b: Tensor(np.where(c.data, raw(a), raw(b)))
    torch.ones, torch.zeros = lambda *shape: Tensor(np.ones(shape)), lambda *shape: Tensor(np.zeros(shape))
    torch.eye = lambda rows: Tensor(np.eye(rows))
    torch.ones_like, torch.zeros_like = lambda x: Tensor(np.ones(x.shape)), lambda x: Tensor(np.zeros(x.shape))

    def tensor(data, requires_grad=False):
        made = Tensor(np.array(data, dtype=float))
        if requires_grad:
            if torch.moved is not None:
                made.data = torch.moved[len(torch.leaves)]
            torch.leaves.append(made)
        return made

    torch.tensor = tensor
    torch.nn = types.SimpleNamespace(functional=functional)
    add_operators()
    sys.modules.update({"torch": torch, "torch.nn": types.ModuleType("torch.nn"), "torch.nn.functional": functional})
    sys.modules["torch.nn"].functional = functional
