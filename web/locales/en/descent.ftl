### Walking downhill: what the lab says.

descent-loading = Loading the engine …
descent-failed = The engine could not be loaded. Are you connected?
descent-retry = Try again
descent-parts = Parts of the lab
descent-part-fog = In fog
descent-part-rate = The largest η
descent-part-map = On a map
descent-part-race = The race
descent-part-sign = Down what?
descent-again = Start again
descent-hill = Hill
descent-hill-bowl = A wide bowl
descent-hill-square = A narrow bowl
descent-hill-valleys = Two valleys
descent-hill-corner = A corner
descent-updates = Updates
descent-loss = Loss
descent-yes = Yes.
descent-no = Not quite.

rate-name = η
rate-slider = { $name }, on an axis of powers of ten
rate-problem = A learning rate is a number above 0 and at most 1000, such as 0.1.

## In fog

descent-fog-ask = You stand at w in thick fog. All you can feel is the slope under your feet. Where does one update land? Click there, or use the arrow keys and Enter.
descent-fog-lifted = The fog has lifted: this is the hill. Guess on, or let it walk.
descent-pointer = Where does the update land?
descent-pointer-none = Nothing guessed yet. Arrow keys point along the axis, Enter lands.
descent-pointer-at = w = { $w }. Enter lands there.
descent-guess = your guess { $w }
descent-slope = slope g = { $slope }
descent-place = w = { $w }
descent-place-beyond = w = { $w }, beyond the picture
descent-land = Land there
descent-guesses =
    { $left ->
        [one] One more guess, and the fog lifts.
       *[other] { $left } more guesses, and the fog lifts.
    }
descent-walk-one = One update
descent-walk-ten = Ten updates
descent-here = You stand at w = { $w }. The slope g = ∂f/∂w is { $slope }, the learning rate η is { $rate }.
descent-flat = The slope is 0: no update moves w any more.
descent-stopped =
    { $update ->
        [one] After one update there is no number any more: it diverged.
       *[other] After { $update } updates there is no number any more: it diverged.
    }
descent-formula = The hill is
descent-update-of =
    { $update ->
        [one] After 1 update
       *[other] After { $update } updates
    }
descent-loss-label = f(w) after each update
descent-start = Start at w = { $start }
descent-right = Yes. The update lands at { $landed }: downhill, η times as far as the slope is steep.
descent-wrong-uphill = You landed at { $guess }, uphill: the minus was forgotten. The gradient points to where f grows, so the update goes against it, to { $landed }.
descent-wrong-newton = { $guess } is where Newton’s method goes: it divides the slope by the second derivative, { $curvature }. In fog nobody knows that one. The update goes to { $landed }.
descent-wrong-slope = { $guess } is w − g: the whole slope, without η. With η the update goes to { $landed }.
descent-wrong-slope-newton = { $guess } is w − g: the whole slope, without η. Here that would be the minimum at once, as Newton’s method finds it, since the second derivative is 1. The update goes to { $landed }.
descent-wrong-rate-only = { $guess } moves by η alone. How far it goes depends on the slope, too: η × g. The update goes to { $landed }.
descent-wrong-amount = { $guess } is how far it goes, −η × g, not where it lands: that is from w on, at { $landed }.
descent-wrong-stays = The slope is { $slope }, not 0, so w moves: to { $landed }.
descent-wrong-direction = { $guess } is on the other side: downhill is against the sign of the slope, { $slope }. The update goes to { $landed }.
descent-wrong-short = The direction is right, but it goes further than { $guess }: to { $landed }.
descent-wrong-far = The direction is right, but { $guess } is too far: the update goes to { $landed }.

## The largest learning rate

descent-rates-ask = Find the largest η that still arrives. The walk begins at the same place every time:
descent-rates-first = Each try is { $updates } updates. It has arrived once the slope stays below a hundredth of what it was.
descent-try = Try it
descent-tries = What was tried
descent-tries-chart = f(w) over the first updates of each try
descent-outcome = What happened
descent-tried = η = { $rate }:
descent-outcome-arrived =
    { $update ->
        [one] arrived in 1 update
       *[other] arrived in { $update } updates
    }
descent-outcome-arrived-swinging =
    { $update ->
        [one] arrived in 1 update, swinging from side to side
       *[other] arrived in { $update } updates, swinging from side to side
    }
descent-outcome-oscillates = oscillates between two places, for ever
descent-outcome-slow = on its way, but not there after { $updates } updates
descent-outcome-slow-swinging = swings a little less each time, but is not there after { $updates } updates
descent-outcome-diverged =
    { $update ->
        [one] diverged: after 1 update it is lost
       *[other] diverged: after { $update } updates it is lost
    }
descent-best = largest so far
descent-between = So the largest η lies between { $low } and { $high }. Try in between.
descent-tell = Why there? Show 2 / λ
descent-tell-later = After your first try.
descent-told-curvature = The minimum is at w = { $minimum }. The second derivative there is λ = { $curvature }, so the slope is λ times the distance from the minimum.
descent-told-factor = So every update multiplies the distance from the minimum by 1 − η λ. It shrinks while that lies between −1 and 1:
descent-told-limit = η < 2 / λ = { $rate }
descent-told-more = At η = 1 / λ = { $half } one update is enough. Between { $half } and { $rate } it swings but arrives, at { $rate } it swings for ever, above it diverges. With many parameters the largest λ of all directions sets the limit, 2 / λmax.

## On a map

descent-map-ask = Level lines of a function of two numbers; the arrows point uphill. Drag the point to where all begin.
descent-surface = Function
descent-surface-bowl = Long bowl
descent-surface-rosenbrock = Rosenbrock
descent-surface-beale = Beale
descent-surface-himmelblau = Himmelblau
descent-surface-matyas = Matyas
descent-surface-mccormick = McCormick
descent-surface-rastrigin = Rastrigin
descent-surface-styblinski = Styblinski–Tang
descent-surface-goldstein = Goldstein–Price
descent-rate-slope = η: gradient descent, momentum
descent-rate-own = η: Adam and its kin
descent-map-bet = Which one is lowest after { $updates } updates?
descent-map-locked = Bet first. Then you see the ways.
descent-optimizer-gd = gradient descent
descent-optimizer-momentum = momentum
descent-optimizer-nesterov = Nesterov
descent-optimizer-adam = Adam
descent-optimizer-rmsprop = RMSProp
descent-optimizer-adagrad = AdaGrad
descent-shown = Show
descent-map-table = f after so many updates
descent-map-best = After { $updates } updates { $optimizer } is lowest, at { $loss }.
descent-map-lost =
    { $update ->
        [one] { $optimizer } diverged at its first update: its η is too large for this place.
       *[other] { $optimizer } diverged: before update { $update } there is no number any more. Its η is too large for this place.
    }
descent-map-why = This holds for these rates and this start. Move the point or an η, and another one may win: no optimiser is the best one everywhere.

## The race

descent-race-ask = 64 points, one linear neuron, the mean of the squared differences, η = { $rate }, { $epochs } epochs. All three begin at the same place; they differ only in how many points an update looks at.
descent-race-bet = Which one is first below a loss of { $goal }?
descent-batch = Points an update
descent-batch-64 = All 64 points (gradient descent)
descent-batch-8 = 8 points (mini-batch)
descent-batch-1 = 1 point (stochastic)
descent-racer-64 = all 64
descent-racer-8 = mini-batch of 8
descent-racer-1 = one point
descent-axis = Count
descent-by-updates = updates
descent-by-epochs = epochs
descent-by-gradients = gradients
descent-race-nobody = At η = { $rate } none of the three gets below { $goal } in { $epochs } epochs.
descent-race-ways = Their ways over the two weights
descent-race-ways-how = Level lines of the loss on all points over w1 and w2, with b at { $bias }, about its best; on its way each has a b of its own. Drag the point to where all begin, and change η: all of the above follows.
descent-race-way =
    { $all ->
        [one] at ({ $x }, { $y }) after 1 update.
       *[other] at ({ $x }, { $y }) after { $count } updates.
    }
descent-race-way-lost =
    { $all ->
        [one] diverged: after 1 update there is no number any more.
       *[other] diverged: after { $count } updates there is no number any more.
    }
descent-race-way-drawn = The first { $drawn } are drawn.
descent-race-label = Loss on all points
descent-race-wins = Counted in { $measure }, { $racer } wins: it needs { $count }.
descent-race-others = The others: { $others }.
descent-race-other = { $racer }: { $count }
descent-race-never = { $racer }: not there after { $count }, at { $loss }
descent-race-why-updates = A gradient of one point is noisy, so its updates wander. The mean of 8 points already goes as nearly downhill as that of all 64, update by update.
descent-race-why-epochs = An epoch looks at every point once. One point at a time makes 64 updates of it, mini-batches make 8, all points together make 1.
descent-race-why-gradients = A gradient is computed for one point at a time, so an update of 64 points costs 64. Early on, a rough direction for the price of one is the best bargain.
descent-race-bet-on = You bet on { $racer }.
descent-race-bet-right = Right, if you count like this. Count in another way: who wins then?
descent-race-bet-else = Count in another way: who wins then?
descent-map-bet-right = That is what you bet on.
descent-map-bet-else = You bet on another one.
descent-race-table = Who is first, in every way to count
descent-race-caption = Needed to get below { $goal }
descent-race-final = loss after { $epochs } epochs
descent-race-time = Measure the time on this machine
descent-race-timed = Measured just now, in this browser: the middle of three. The losses above are the same everywhere, these two columns are not.
descent-race-time-epoch = µs an epoch
descent-race-time-goal = µs to get there
descent-count-question = Another set has 1000 points, in mini-batches of 50. How many updates is one epoch?
descent-count-20 = 1000 / 50 = 20 updates. With one point at a time it would be 1000, with all points 1. Where it does not come out even, the last batch is short: 1000 points in batches of 32 are 32 updates.
descent-count-50 = 50 is how many points an update looks at. It takes 1000 / 50 = 20 of them to see every point once.
descent-count-1000 = 1000 would be one point at a time. Each update takes 50 of them, so it is 1000 / 50 = 20.
descent-race-seconds = And in seconds?
descent-race-seconds-why = Seconds depend on the machine, so there is no axis for them here, but you can measure. One point at a time has the cheapest update, but it is the slowest for an epoch: the points of a batch can be computed together, and 64 single updates cannot. Where the data are large enough for that to matter, a mini-batch is usually first by the clock; 64 points are not. “SGD is fastest” is true for one update, and early on for each gradient; not for an epoch.
descent-race-memory = Does gradient descent need more memory?
descent-race-memory-why = No. The gradient of all points is a sum, which can be added up chunk by chunk; only the update waits for the end of the pass.

## Down what?

descent-signs-ask = An update walks down whatever it is given, and only with the right sign. Three neurons, three questions.
descent-update = One update by hand
descent-update-program = L = (w1·x1 + w2·x2 + b − y)²
descent-update-question = x = (2, −2), y = 2, and w1 = 1, w2 = 0.5, b = 0, where ∂L/∂w1 = −4. With η = { $rate }: what is w1 after one update?
descent-update-right = 1.2
descent-update-plus = 0.8
descent-update-mixed = 1.18
descent-update-because-right = Old minus η times gradient, and minus a negative number is more.
descent-update-because-plus = 0.8 is the plus sign: uphill. It is old minus η times gradient.
descent-update-because-mixed = 1.18 used the new b for the gradient of w1. All gradients are taken first, at the old place; then everything moves at once.
descent-sign = The sign of a slide
descent-sign-program = ŷ = σ(w·x + b), L = −(y log ŷ + (1 − y) log(1 − ŷ))
descent-sign-question = The gradient is ∂L/∂wⱼ = (ŷ − y) xⱼ. Somebody writes −(ŷ − y) xⱼ in its place and makes { $updates } updates with η = { $rate }. What does the loss do?
descent-sign-falls = It falls
descent-sign-stays = It stays
descent-sign-rises = It rises
descent-sign-because-falls = −(ŷ − y) xⱼ is the gradient turned around, so every update goes uphill. With a minus in front it has to be −(y − ŷ) xⱼ.
descent-sign-because-stays = Nothing is 0 here: −(ŷ − y) xⱼ is the gradient turned around, and every update goes uphill.
descent-sign-because-rises = −(ŷ − y) xⱼ is the gradient turned around: uphill. With a minus in front it has to be −(y − ŷ) xⱼ.
descent-sign-with-right = (ŷ − y) xⱼ
descent-sign-with-wrong = −(ŷ − y) xⱼ
descent-sign-gradient = At the start ∂L/∂w1 = { $gradient }. The slope of σ is in it no more: ŷ (1 − ŷ) cancels against the derivative of the logarithm.
descent-output = The output, or a loss?
descent-output-program = f = σ(w0·x0 + w1·x1 + b)
descent-output-question = The output f of a neuron is itself walked down, { $updates } updates with η = { $rate }. It begins at 0.73. Where does it go?
descent-output-rests = To a minimum, where it rests
descent-output-zero = Towards 0, without an end
descent-output-target = To the right answer
descent-output-because-rests = σ has no lowest place: its slope is nowhere 0. So the output falls for ever, slower and slower.
descent-output-because-zero = σ has no lowest place, so the output falls for ever, slower and slower.
descent-output-because-target = Nobody told it one. Without a loss “lower” is all there is: it falls towards 0, for ever.
descent-output-itself = f itself
descent-output-by-loss = (f − 0.25)²
descent-output-ends = After 1000 updates f itself is at { $itself } and still falling. Down the loss (f − { $target })², which says what is wanted, it is at { $byLoss }.
