### Names and words of the gallery's circuits.

## Headings

gallery-group-first = First circuits
gallery-group-gates = One gate after another
gallery-group-reuse = Used more than once
gallery-group-neurons = Neurons
gallery-group-losses = Losses and networks
gallery-group-matrices = Vectors and matrices

## Circuits

gallery-product = A sum times a number
gallery-sigmoid-circuit = A sigmoid neuron, gate by gate
gallery-sum = Plus hands the gradient on
gallery-times = Times swaps its inputs
gallery-max = Max chooses one path
gallery-power = Powers
gallery-root = A square root
gallery-chain = A chain of stages
gallery-stages = Three stages in a row
gallery-twice = Two inputs, each used twice
gallery-staged = A detour that adds up
gallery-shared = One input in two stages
gallery-read-graph = Product against sum
gallery-three-paths = Three paths from one input
gallery-differences = A difference of squares
gallery-rational = A fraction with sigmoids
gallery-neuron = A neuron in two stages
gallery-affine = A neuron with fixed weights
gallery-tanh = tanh made from a sigmoid
gallery-gated = A weight that gates itself
gallery-saturation = Three sigmoids in a row
gallery-squared-error = A neuron and its squared error
gallery-regression = Linear regression, one example
gallery-one-layer = A linear unit and its loss
gallery-cross-entropy = Cross-entropy
gallery-logistic = Logistic regression
gallery-small-network = A network with three hidden units
gallery-dot = A dot product
gallery-vectorised = The neuron with vectors
gallery-quadratic-form = A quadratic form
gallery-layer = A layer of three units
gallery-hidden-layer = One hidden layer
