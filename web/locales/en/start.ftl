### The lab of starting weights.

start-pages = Experiments
start-guessed = guessed
start-loading = The runs are being computed …
start-failed = The engine could not be loaded. Check the connection and try again.
start-again = Try again
start-refused = The engine does not train this: { $why }
start-locked = Guess first: then both runs are yours to play.
start-next-page = Next: { $title }
start-seed = Seed { $seed }
start-new-seed = New seed
start-reset = Reset
start-elsewhere = Said elsewhere

## Timeline

start-updates = Update
start-cost = Cost
start-cost-of-both = Cost of both runs over the updates
start-ended = This run ended at update { $update }: a number is no longer finite.

## Pictures

start-units-at = { $count ->
    [one] unit { $units } at ({ $w1 }, { $w2 })
   *[other] { $count } units in one, at ({ $w1 }, { $w2 })
}
start-units-beyond = { $count ->
    [one] unit { $units } beyond the edge, at ({ $w1 }, { $w2 })
   *[other] { $count } units in one beyond the edge, at ({ $w1 }, { $w2 })
}
start-legend = A point is a hidden unit, at its two incoming weights; ×4 is four units in one place. The mark is the sign of its outgoing weight: + or −, a ring for 0.
start-bars-legend = A bar is a layer, from 1 up or down: the root of the mean square of what it hands on, over all units and samples.
start-bars-words = layer 1 { $first }, layer { $layers } { $last }
start-layer = layer
start-factor-power = ×{ $factor } a layer: { $factor }⁹ ≈ { $result }
start-factor-mean = ×{ $factor } a layer at the start

## Runs

start-run-sigmoid = sigmoid units
start-run-tanh = tanh units
start-run-constant = constant
start-run-random = random
start-run-whole = unchanged
start-run-broken = one changed
start-run-small = too small
start-run-large = too large
start-run-xavier = Xavier
start-run-he = He

## 1

start-zero = Zero
    .intro = A net with 2 inputs, 4 hidden units and 1 output learns to tell two half moons apart. Every weight and every bias starts at 0. One run has sigmoid units, the other tanh.
    .question = After 300 updates, what is true of the 4 sigmoid units?
    .found = { $groupsOne ->
        [one] After { $updates } updates all { $total } sigmoid units are still one: all of them are at ({ $w1 }, { $w2 }). Their weights did move, and the cost fell from { $firstOne } to { $costOne }. With tanh no weight moved in { $updates } updates: the largest is { $largest }. Only the output bias learned, to { $bias }, and the cost stays at { $costTwo }.
       *[other] After { $updates } updates there are { $groupsOne } different sigmoid units, and the cost fell from { $firstOne } to { $costOne }.
    }
    .reason = sigmoid(0) is ½, so the outgoing weights get a gradient at once, the same for all four. When they are no longer 0, the hidden weights get one too. tanh(0) is 0: the outgoing weights get the gradient 0, so they stay 0, so the hidden weights get 0 as well.
    .claim = “All weights zero: everything stays the same, no learning.”
    .refuted = Here the sigmoid net starts to learn with update { $outgoingAt }, its hidden weights with update { $hiddenAt }. What never happens is that units become different. And even with tanh the output bias learns.
start-zero-nothing = Nothing has moved: every gradient is 0
    .why = The hidden weights do have the gradient 0 at the first update, but not the outgoing weights and the output bias.
start-zero-one = The weights have moved, and the 4 units are still one
    .why = Yes.
start-zero-different = The weights have moved, and the 4 units differ
    .why = Four units with the same weights get the same gradient at every update. Nothing can tell them apart.

## 2

start-constant = Constant
    .intro = Zero was special: gradients were 0. So let every weight start at ½ instead, biases at 0, with tanh units and a ring around a disc to learn. Beside it the same net from random weights.
    .question = From ½ everywhere: what becomes of the 4 hidden units in 600 updates?
    .found = { $groupsOne ->
        [one] After { $updates } updates all { $total } units are still one. The net can do no more than one with a single hidden unit: its cost went from { $firstOne } to { $costOne }. From random weights { $groupsTwo } units differ and the cost is { $costTwo }.
       *[other] After { $updates } updates { $groupsOne } units differ and the cost is { $costOne }; from random weights { $groupsTwo } differ and it is { $costTwo }.
    }
    .reason = What a unit learns depends on its incoming weights, its bias and its outgoing weight. Where all three agree, the gradients agree, and so do the weights after the update. Only units agree: w₁ and w₂ of the same unit part at once, because the inputs differ.
    .claim = “Nothing is special about 0: any constant does the same.”
    .refuted = The units stay one either way. But from ½ the hidden weights move with update { $hiddenAt }; from 0 tanh units never move at all. The random run shows the cure: random weights. Its biases start at 0, and that does no harm.
start-constant-zero = They stay where they are
    .why = From ½ the outgoing weights are not 0, so the hidden weights get a gradient at once. They move, together.
start-constant-one = They move, and stay one
    .why = Yes.
start-constant-four = They part: ½ is not 0
    .why = Not 0 means that they move. It does not mean that they part: equal units get equal gradients.
start-proof = Why for ever? A proof by induction, with the numbers of update { $update }
start-proof-before = Before update { $update } all units have the incoming weights ({ $w1 }, { $w2 }), the bias { $b } and the outgoing weight { $v }. At the start that is so because we chose it.
start-proof-forward = Forward: the same weights and the same inputs give the same z for every unit.
start-proof-backward = Backward: ∂L/∂wᵢ is the sum over all samples of ∂L/∂y · vᵢ · (1 − zᵢ²) · x. Nothing in it depends on which unit it is but vᵢ and zᵢ, and those agree.
start-proof-update = Update: equal weights minus equal gradients are equal. Now all are at ({ $w1 }, { $w2 }), with { $b } and { $v }. So it goes on.
start-proof-end = That is the last update computed here; the argument needs no last one.

## 3

start-break = Break one weight
    .intro = All weights start at ½ again, but one of them is yours to change. Which one, and by how much?
    .question = After 600 updates: how many different hidden units are there?
    .found = { $groupsTwo ->
        [one] After { $updates } updates the units are still one.
       *[other] Changing one weight of unit { $unit } by { $by } made { $groupsTwo } different units of { $total } after { $updates } updates: { $sizes }. The cost is { $costTwo }; without the change it is { $costOne }.
    }
    .reason = Only the unit you touched is different, so only that one goes its own way. The other three still have equal weights and still get equal gradients. To part all four, all four need weights of their own: that is what random weights are for.
start-break-one = 1: such a small change is soon forgotten
    .why = No change is too small: it need not be large, only different. Play the run to see when it shows.
start-break-two = 2: the one I changed, and the other three together
    .why = Yes.
start-break-four = 4: the symmetry is broken, so all of them part
    .why = Only the symmetry of one unit with the others is broken, not that of the other three among themselves.
start-break-unit = Unit
start-break-weight = Weight
start-break-by = Change by
start-weight-w1 = w₁, incoming
start-weight-w2 = w₂, incoming
start-weight-v = v, outgoing
start-by-wrong = A number from −0.5 to 0.5, not 0.

## 4

start-deep = Too small, too large
    .intro = 20 linear layers, 16 units wide. In one net every layer makes its signal 0.5 times as long, in the other 1.5 times.
    .question = How much of a signal of size 1 is left after 9 layers of ×0.5?
    .found = After 9 layers ×0.5 leaves { $small } and ×1.5 makes { $large }; after 20 it is { $smallest } and { $largest }. The gradients are products of the same factors. So the weights of the small net have hardly moved after { $updates } updates: its cost went from { $firstOne } to { $costOne } by the biases of its last layers, without a look at the inputs. The large one was no longer finite at update { $ended }.
    .reason = A factor a layer is a power: it is not the size of a weight that counts, but what a layer does to the length of its signal, once for every layer.
    .claim = “Weights that are too large make the cost diverge.”
    .refuted = Here they do, because these layers are linear. Units that saturate do not let a signal grow: try tanh with too large weights in the free lab. What suffers there is the gradient of the early layers.
start-deep-half = About half
    .why = Half is what is left after one layer. Each of the nine takes half of what it gets.
start-deep-ninth = About a ninth
    .why = Factors multiply: nine halves in a row are far less than a ninth.
start-deep-thousandth = About 0.002
    .why = Yes.

## 5

start-xavier = Xavier and He
    .intro = 20 layers, 24 units wide, random weights. Xavier chooses their variance so that the signal keeps its size where units are about linear. He chooses it twice as large.
    .question = With ReLU units from Xavier weights: what becomes of the signal over the layers?
    .found = { $units ->
        [tanh] With tanh, Xavier weights leave { $leftOne } of the signal of layer 1 in layer 19: ×{ $factorOne } a layer. He weights leave { $leftTwo }: ×{ $factorTwo }. After { $updates } updates the costs are { $costOne } and { $costTwo }.
       *[relu] With ReLU, Xavier weights leave { $leftOne } of the signal of layer 1 in layer 19: ×{ $factorOne } a layer. He weights leave { $leftTwo }: ×{ $factorTwo }. After { $updates } updates the costs are { $costOne } and { $costTwo }.
    }
    .reason = ReLU makes half of its inputs 0, so the mean square halves in every layer: ×√½ ≈ 0.71 for the size. He’s 2 makes up for it. tanh only flattens what is large: Xavier’s choice loses little there, and a larger one less, until units saturate. One net of 24 units is a sample: another seed gives other factors around these.
start-xavier-same = It keeps its size
    .why = It would if units were linear. ReLU drops half of what it gets.
start-xavier-fades = It fades, by about 0.7 a layer
    .why = Yes.
start-xavier-grows = It grows layer by layer
    .why = Nothing here adds to it: Xavier keeps the size of a linear layer, and ReLU takes some away.
start-xavier-units = Units

## What moved when

start-moves = What moved, and when
start-moves-block = Part of the net
start-hidden_weights = hidden weights
start-hidden_biases = hidden biases
start-outgoing_weights = outgoing weights
start-output_bias = output bias
start-moved-at = from update { $update }
start-moved-never = never

## Look closer

start-closer = Look closer
start-distinct-of = { $distinct ->
    [one] Layer { $layer }: all { $total } units are one unit.
   *[other] Layer { $layer }: { $distinct } of { $total } units differ.
}
start-matrix = Distances between the units, over all their weights and biases
start-unit = unit
start-layers-of = Layers of the run: { $run }
start-mean = Mean
start-variance = Variance
start-saturated = Saturated
start-saturated-hint = Saturated: where the slope of the unit is below 0.05. Histograms go from −1.2 to 1.2 for every layer; what lies outside is in the first or last bar, and heights are roots of shares.
start-gradient = Gradient’s length
start-values = Values z
start-sums = Sums before the activation
start-gradients = Gradients at weights
start-strip = { $label }: the middle one is { $first } at update 0 and { $last } at update { $update }.
start-quarters = lower quarter { $first }, middle { $middle }, upper quarter { $third }
start-strip-25 = Lower quarter
start-strip-50 = Middle
start-strip-75 = Upper quarter
start-strip-inside = about { $number }
start-strip-below = below { $number }
start-strip-above = above { $number }
start-strip-nothing = no number
start-percent = { $percent } %

## Free lab

start-free = Free lab
    .intro = One task, one net, up to six ways to start it, all on the same data. Lines are the median over the seeds, bands the middle half of the runs.
start-free-data = Data
start-free-widths = Hidden layers
start-free-widths-wrong = Up to 50 hidden layers of 1 to 32 units, such as 6-3, or 24×50 for 50 layers of 24.
start-free-net = Net
start-free-depth = Depth: { $depth }
start-free-layers = { $layers ->
    [one] one hidden layer
   *[other] { $layers } hidden layers
}
start-free-activation = Units
start-free-rate = Learning rate η
start-free-optimizer = Optimiser
start-optimizer-gd = gradient descent
start-optimizer-momentum = momentum
start-optimizer-nesterov = Nesterov
start-optimizer-adagrad = AdaGrad
start-optimizer-rmsprop = RMSProp
start-optimizer-adam = Adam
start-optimizer-adamw = AdamW
start-setting-momentum = μ
start-setting-beta1 = β₁
start-setting-beta2 = β₂
start-setting-alpha = α
start-setting-epsilon = ε
start-setting-weight_decay = λ
start-free-batch = Samples an update
start-free-batch-all = all
start-free-epoch = An epoch, in which every sample is seen once, is { $updates } updates here; which samples come when is drawn from the seed.
start-free-chart = Curves of
start-free-chart-cost = Cost
start-free-chart-accuracy = Right answers
start-accuracy = Right answers in %
start-free-accuracies = Right answers of each way to start, over the updates
start-free-right = { $percent } % right
start-free-scale = Scale s of “your own scale”
start-free-seeds = Runs of each
start-free-schemes = Starting weights, up to six
start-scheme-zero = zero
start-scheme-constant = constant ½
start-scheme-too_small = too small
start-scheme-lecun_normal = LeCun
start-scheme-xavier_normal = Xavier
start-scheme-he_normal = He
start-scheme-orthogonal = orthogonal
start-scheme-too_large = too large
start-scheme-uniform = uniform
start-scheme-normal = standard normal
start-scheme-scaled = your own scale
start-scheme-hand = by hand
start-formula-zero = 0
start-formula-constant = ½
start-formula-too_small = N(0, 0.01/n)
start-formula-lecun_normal = N(0, 1/n)
start-formula-xavier_normal = N(0, 2/(n + m))
start-formula-he_normal = N(0, 2/n)
start-formula-orthogonal = orthonormal rows
start-formula-too_large = N(0, 100/n)
start-formula-uniform = U(−1/√n, 1/√n)
start-formula-normal = N(0, 1)
start-formula-scaled = N(0, s²/n)
start-formula-hand = each weight typed
start-free-formulas = n is the number of inputs of a layer, m of its outputs. Biases start at 0. What draws no number at random is the same from every seed, so it has one line and no band.
start-free-done = { $done } of { $of } runs
start-free-costs = Cost of each way to start, over the updates
start-free-region = { $scheme }: what the net of seed { $seed } answers, and the samples
start-free-cost = cost { $cost }
start-free-distinct = { $distinct ->
    [one] layer 1: all { $total } units are one
   *[other] layer 1: { $distinct } of { $total } units differ
}
start-free-classes = ● should give { $name }, ■ something else. Green is where the net says { $name }, purple where it says something else; the dashed line is between them.
start-free-numbers = ● should give more than 0, ■ less. Green is where the net gives more than 0, purple where it gives less; the dashed line is between them.
start-free-shown = Class in the pictures
start-free-stop = Stop
start-free-claim = “Too large initial values lead to divergence.”
start-free-refuted = Here “too large” began at a cost of { $first } and ended at { $last }: no divergence, but slow where it stands, since a few huge weights decide everything.
start-free-ended = not finite at update { $update }
start-free-closer = Layers of the net of seed { $seed }.
start-free-saturated = Saturated: where the slope of the unit is below 0.05.
start-free-bins = Histograms go from { $low } to { $high } for every layer, net and update; what lies outside is in the first or last bar, and heights are roots of shares.
start-free-kind = Histograms of
start-free-layer = Layer over the updates
start-free-looking = Looking into the layers …
start-free-strip = { $run }, layer { $layer }

## Weights by hand

start-hand = The { $count } weights and biases
start-hand-fill = Fill in those of
start-hand-choose = choose …
start-hand-too-many = By hand is for nets of up to { $most } weights and biases; this one has { $count }, so it is left out. Take fewer units.
weights-layer = Layer { $layer }
weights-unit = unit
weights-from = from { $name }
weights-bias = bias
weights-weight = layer { $layer }, unit { $unit }, weight of { $name }
weights-bias-of = layer { $layer }, unit { $unit }, bias
weights-wrong = “{ $text }” is no number from −{ $most } to { $most }. The last good one stays in use.
