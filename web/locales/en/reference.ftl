### The Reference room. What is said about an op comes from the engine.

reference-title = Reference
reference-page-title = Reference: the rule of every gate. Gradcircuit
reference-op-title = { $op }: its rule and derivative. Gradcircuit
reference-question = What is the rule of this gate?
reference-intro = Every gate of the language with its derivative, as the engine computes it. Below are the rules by which derivatives are put together, and the two ways of arranging them.
reference-skip = Skip to the page
reference-failed = The engine could not be loaded. Check the connection and try again.
reference-again = Try again
reference-loading = Loading…

## Search

reference-search = Search gates
reference-search-hint = a name, a sign or a word
reference-list = Gates
reference-list-all = { $count ->
    [one] The only gate
   *[other] All { $count } gates
}
reference-found = { $found ->
    [0] None of { $count } gates
    [one] { $found } of { $count } gates
   *[other] { $found } of { $count } gates
}
reference-kind-elementwise = Numbers, entry by entry
reference-kind-comparison = Comparisons
reference-kind-linear_algebra = Linear algebra
reference-kind-reduction = Sums and shares
reference-kind-loss = Losses
reference-kind-structure = Parts and shapes
reference-unknown = There is no gate called { $op }.
reference-overview = All rules

## One gate

reference-written = Written
reference-aliases = or
reference-definition = It is short for
reference-rule = Rule
reference-operand = By
reference-each = each
reference-local = Local derivative
reference-handed = Gradient handed on
reference-formula = In symbols
reference-no-derivative = No derivative is taken: a small change does not change the result.
reference-word-out = out is the gate’s result.
reference-word-adjoint = adjoint is the gradient that arrives at the gate.
reference-word-n = n is the number of entries.
reference-word-samples = samples is the number of columns.
reference-picture = Function and derivative
reference-derivative-by = derivative by { $operand }
reference-slope = slope
reference-at = At { $operand } = { $x } the value is { $value } and the slope is { $slope }.
reference-undefined-at = At { $operand } = { $x } there is no value.
reference-as-table = As a table
reference-corners = At corners and edges
reference-others = At { $at } others hand on:
reference-tie = Some texts give it all to the first: 1, 0. Two indicators, one for a ≥ b and one for b ≥ a, would count it twice: 1, 1.
reference-shapes = Shapes
reference-shapes-entries = The result has the shape of the operands. A single number goes with anything, a row or column with a matrix of its length; what was repeated gets the sum of its gradients.
reference-shapes-own = Every gradient has the shape of the operand it belongs to.
reference-shapes-example = For example:
reference-spelling = In other languages
reference-defined = the code says first what it is
reference-language-python = Python
reference-language-numpy = NumPy
reference-language-jax = JAX
reference-language-pytorch = PyTorch
reference-language-cpp = C++
reference-open = Open as a circuit

## The rules of differentiation

rules-title = Rules of differentiation
rules-intro = f and g are functions of x, c and n are numbers. The last column is what the engine answers for the example.
rules-name = Rule
rules-law = Function
rules-derivative = Derivative
rules-example = For example
rules-answer = Computed
rules-constant = Constant term
rules-factor = Constant factor
rules-power = Power
rules-sum = Sum
rules-difference = Difference
rules-product = Product
rules-quotient = Quotient
rules-reciprocal = Reciprocal
rules-chain = Chain
rules-power-of = Power of a function
rules-exponential = Exponential
rules-exp = Exponential to e
rules-log = Logarithm

## Vectors and matrices

vectors-title = Derivatives by vectors and matrices
vectors-intro = Each function is a number; its gradient has the shape of what it is taken by.
vectors-function = Function
vectors-by = By
vectors-gradient = Gradient

## Layouts

layouts-title = Numerator and denominator layout
layouts-intro = The name says which of the two fixes the number of rows: y, above the line, or x, below it. Here y has m entries, x and z have n, and M is m×n. Gradients on this site have the shape of their input, as in the denominator layout.
layouts-what = y by x
layouts-derivative = Derivative
layouts-numerator = Numerator layout
layouts-denominator = Denominator layout
layouts-scalar-vector = number by vector
layouts-vector-scalar = vector by number
layouts-vector-vector = vector by vector
layouts-dot = dot product by vector
layouts-product = matrix product by vector
layouts-row = a row
layouts-column = a column
layouts-chain = chain rule, f after g: the order reverses
layouts-flat = Rows (1×n) and columns (n×1) are both matrices. A list without a second dimension, as NumPy has it, is neither.
