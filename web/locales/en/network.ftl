### The lab One network.

network-loading = Loading the engine …
network-failed = The engine could not be loaded. Check the connection and try again.
network-retry = Try again
network-refused = The engine does not train this: { $why }
network-stopped = The run ends at update { $update }: { $why }.
network-nothing = There is nothing to show: a number is no longer finite. Go back, or reset.
network-reset = Reset
network-seed = Seed { $seed }
network-new-seed = New seed

## Numbers

number-drag = Drag sideways
number-problem = Not a number. Write it like 0.5 or -2.

## Settings

network-settings = Net, data and training
network-task = Data
network-task-xor_one = XOR, one sample
network-task-xor = XOR, all four samples
network-task-and = AND, four samples
network-task-neuron = One neuron, the first lesson’s
network-task-sum = One linear unit, three inputs
network-task-classes = Three classes, three samples
network-task-circle = Ring around a disc
network-task-moons = Two half moons
network-task-gaussians = Two clouds
network-task-xor_quadrants = XOR, as quadrants
network-task-checkerboard = Checkerboard
network-task-spiral = Two spirals
network-task-plane = Points on a plane
network-task-hills = Hills and hollows
network-task-line = Points along a line
network-task-sine = A wave
network-task-parabola = A parabola
network-task-own = Your own
network-own-hint = Paste or type a table, or drop a CSV file on it: commas, semicolons, tabs or spaces between columns, a first row of names if you like. Texts in the last column are classes. Nothing leaves your browser.
network-own-large = At most { $units } inputs, { $units } classes and { $samples } samples fit into a net that is drawn.
network-hidden = Hidden layers
network-hidden-hint = Units of each, such as 2 or 4-3; empty for none.
network-hidden-wrong = Up to 5 hidden layers of 1 to 8 units, such as 2 or 4-3.
network-activation = Layer { $layer }
network-bias = Biases
network-loss = Loss
network-loss-mse = mse, mean squared error
network-loss-half_sse = half_sse, half the sum of squares
network-loss-half_mse = half_mse, half_sse over the samples
network-loss-bce = bce, cross-entropy of probabilities
network-loss-bce_logits = bce_logits, the same before a sigmoid
network-loss-cross_entropy_logits = cross_entropy_logits, with softmax
network-optimizer = Optimiser
network-optimizer-gd = gradient descent
network-optimizer-momentum = momentum
network-optimizer-nesterov = Nesterov
network-optimizer-adagrad = Adagrad
network-optimizer-rmsprop = RMSProp
network-optimizer-adam = Adam
network-optimizer-adamw = AdamW
network-rate = Learning rate η
network-rate-wrong = A number above 0, at most 100.
network-batch = Samples an update
network-batch-all = all { $count }
network-more-settings = More settings
network-amount-momentum = Momentum μ
network-amount-beta1 = β₁, for the gradient
network-amount-beta2 = β₂, for its square
network-amount-alpha = α, for the square
network-amount-epsilon = ε
network-amount-weight_decay = Weight decay λ
network-amount-count = Samples
network-amount-noise = Noise
network-amount-test = Test samples
network-test-hint = Test samples are drawn beside the others, and the net is never trained on them.
network-test-own-hint = The last rows of your table are kept for testing: the net is never trained on them.
network-features = More inputs, made of x₁ and x₂
network-schedule = Learning rate over time
network-schedule-constant = stays as it is
network-schedule-step = × γ every p updates
network-schedule-exponential = × γ every update
network-schedule-cosine = half a cosine, down to 0
network-amount-factor = Factor γ
network-amount-every = Updates p
network-amount-warm_up = Warm-up, updates
network-amount-l1 = L1 penalty λ₁
network-amount-l2 = L2 penalty λ₂
network-penalty-hint = A penalty adds λ₁ · sign(w) or λ₂ · w to the gradient of every weight, biases left alone. The cost that is drawn is without it.
network-anew-hint = After a change the schedule begins anew, and so does what an optimiser keeps.
network-shuffle = Shuffle every epoch
network-scheme = Starting weights
network-scheme-given = the task’s own
network-scheme-xavier_normal = Xavier
network-scheme-he_normal = He
network-scheme-lecun_normal = LeCun
network-scheme-too_small = too small
network-scheme-too_large = too large
network-scheme-zero = zero
network-scheme-constant = constant ½
network-scheme-hint = Drawn from the seed and rounded to two digits, so that they can be read. Biases start at 0.
network-misfit-bce = bce needs outputs between 0 and 1: give the last layer sigmoid.
network-misfit-logits = { $loss } squashes by itself: give the last layer linear.

## Undo

network-undone = Undone: { $what }.
network-redone = Done again: { $what }.
network-changed-number = { $id } is { $value }
network-changed-training = how it is trained
network-changed-net = another net
network-changed-seed = a new seed
network-changed-data = other data
network-changed-samples = a sample more or less
network-changed-reset = reset

## Picture

network-views = The same net as
network-view-neurons = Neurons
network-view-matrices = Matrices
network-view-circuit = Circuit
network-view-layer = One layer, animated
network-picture = Net of { $sizes } units a layer, sample { $sample } of { $samples }. Arrow keys go through it. Every number is in the table below.
network-spoken = { $id }: value { $value }, gradient { $gradient }
network-sample = Sample { $sample } of { $samples }
network-sample-previous = Previous sample
network-sample-next = Next sample
network-lines = Lines show
network-lines-weights = weights
network-lines-gradients = gradients
network-bias-short = b
network-target = target { $value }
network-gradient-below = gradient ∂L/∂·, below
network-positive = positive
network-negative = negative
network-widths = The width of a line is its size; { $largest } and more look the same.
network-loss-of = Loss: { $loss }
network-layer = Layer { $layer }
network-rule-bias = { $bias } = the row sums of { $sums }, over the samples
network-open-circuit = Open as circuit
network-circuit-large = This net has too many gates to be drawn. Open it as a circuit: it shows its stages first.
network-layer-hint = Forward a row of the weights meets a column of what comes in: multiply, add, squash. Backward the same two matrices, one of them transposed. What arrives at the layer is what the whole net sends back.

## One update

network-stages = One update
network-stage-forward = Forward { $layer }
network-stage-loss = Loss
network-stage-backward = Backward { $layer }
network-stage-update = Update
network-next = Next: { $stage }
network-next-update = Next update
network-back = One stage back
network-more = { $count } updates
network-took = Update { $update } took { $count ->
    [one] sample { $samples }
   *[other] samples { $samples }
}.
network-takes = Update { $update } takes { $count ->
    [one] sample { $samples }
   *[other] samples { $samples }
}: batch { $batch } of { $batches } in epoch { $epoch }.
network-takes-short = It is short: no more are left of the epoch.
network-locked = Go forward to the loss, and guess first: then gradients and updates are yours.
network-said-start = { $update ->
    [0] Weights and samples are there, nothing is computed. First forward: what does this net answer?
   *[other] { $update } updates are done. The next one begins with a forward pass.
}
network-said-forward = Layer { $layer }: Z{ $layer } = { $sum }, then A{ $layer } = { $activation }. { $unit } is { $value }.
network-said-loss = { $samples ->
    [one] The net answers { $answer }, it should be { $target }. L = { $loss } = { $value }.
   *[other] L = { $loss } over { $samples } samples = { $value }.
}
network-said-backward = Back through layer { $layer }: the gradients of its weights, and of what it read. { $id } is { $value }. No weight has moved yet.
network-said-update = All weights and biases move at once: w − η · gradient. { $id }: { $equation }.
network-said-update-other = All weights and biases move at once, by { $optimizer }. { $id }: { $equation }.
network-said-updated = Update { $update } made of { $id }: { $equation }.
network-said-other = Update { $update } by { $optimizer } moved { $id }: { $equation }. Plain gradient descent would have gone by −η · gradient = { $plain }.
network-said-fixed = { $update } updates are done. { $id } is not learned: choose a weight to see what an update makes of it.
network-said-forked = Something was changed after update { $update }. The run goes on from here.

## Guess

network-guess = The net answers { $answer }, the target is { $target }. What is the sign of the gradient of { $id }, ∂L/∂{ $id }?
network-guess-many = The loss over { $samples } samples is { $loss }. What is the sign of the gradient of { $id }, ∂L/∂{ $id }?
network-guess-positive = Positive: more of this weight, more loss
network-guess-negative = Negative: more of this weight, less loss
network-guess-zero = Zero: this weight makes no difference
network-guess-right = Yes.
network-guess-wrong-positive = Positive would mean that a larger weight makes the loss larger.
network-guess-wrong-negative = Negative would mean that a larger weight makes the loss smaller.
network-guess-wrong-zero = Zero would mean that the loss does not move with this weight at all.
network-guess-found-positive = ∂L/∂{ $id } is { $value }: if the weight grows, so does the loss. An update goes the other way and makes the weight smaller. The sign of the weight itself says nothing about that.
network-guess-found-negative = ∂L/∂{ $id } is { $value }: if the weight grows, the loss falls. An update subtracts a negative number, so the weight becomes larger. The sign of the weight itself says nothing about that.
network-guess-found-zero = ∂L/∂{ $id } is 0: what this weight is multiplied by, or what comes back to its unit, is 0. An update leaves it as it is.

## One number

network-chosen = One number
network-about-W = Weight of layer { $layer }, from { $from } to unit { $unit }
network-about-b = Bias of unit { $unit } in layer { $layer }
network-about-X = Input { $unit } of sample { $sample }
network-about-feature = { $feature } of sample { $sample }, made of its two inputs
network-about-Y = Target of output { $unit } for sample { $sample }
network-about-Z = What unit { $unit } of layer { $layer } adds up for sample { $sample }
network-about-A = What unit { $unit } of layer { $layer } hands on for sample { $sample }
network-about-L = The loss
network-from-input = input { $unit }
network-from-unit = unit { $unit } of layer { $layer }
network-its-value = Value
network-its-gradient = Gradient ∂L/∂{ $id }
network-not-computed = not computed yet
network-update-of = Update { $update }
network-hint = Point at a line, a cell or a row: it is the same number everywhere. Click it, and it stands here.

## Costs and answers

network-costs = Cost over all samples, after each update
network-costs-tested = Cost over the samples it learns from and over those for testing, after each update
network-updates = Update
network-cost = Cost
network-now = this run
network-tested = test samples
network-before = before your change
network-region = What the net answers everywhere
network-region-hint = ● should give 1, ■ should give 0. Green is where the net says 1, purple where it says 0.
network-region-numbers = ● should give more than 0, ■ less. Green is where the net answers more than 0, purple where less.
network-region-tests = Hollow ones are for testing.
network-region-discrete = Without shades
network-region-label = What the net answers for inputs from { $low } to { $high }, and the samples
network-fit-label = What the net answers for an input from { $low } to { $high }, and the samples
network-fit-net = the net
network-fit-samples = samples
network-fit-input = Input
network-fit-output = Output

## Table

network-table = All numbers
network-table-hint = Weights, biases, inputs and targets can be typed, nudged by arrow keys or dragged by their grip. A change goes on from the update that is shown.
network-parameters = Weights and biases
network-units = Units, sample { $sample }
network-samples = Samples of this update
network-sample-add = Add a sample
network-sample-remove = Remove sample { $sample }
network-column-number = Number
network-column-layer = Layer
network-column-unit = Unit
network-column-from = From
network-column-value = Value
network-column-gradient = Gradient
network-column-sum = Sum Z
network-column-output = Output A
network-column-sum-gradient = ∂L/∂Z
network-column-output-gradient = ∂L/∂A
network-column-sample = Sample
network-column-input = Input { $unit }
network-column-target = Target { $unit }

## Code and export

network-code = Code, export and link
network-code-hint = The net with its present weights as a program of the language, and the same with its gradients in other languages.
network-export = Export
network-export-json = The run as JSON: the request of “train” and the state it has reached. Given both, the engine goes on from here.
network-download-json = Download JSON
network-copy-json = Copy JSON
network-json = The run as JSON
network-download-code = Download { $language }
network-copied = Copied.
network-link = Link to this net as it stands
network-copy-link = Copy link
