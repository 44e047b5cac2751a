### Planting a bug: a backward pass that is wrong on purpose, and finding where.

## The banner

bug-banner = A bug is planted: these gradients are wrong on purpose.
bug-banner-known = { $gate } { $rule }.
bug-remove = Remove

## Planting

bug-title = Plant a bug
bug-intro = Break one derivative rule at one gate. The gradients behind it go wrong, and the check has to find it.
bug-surprise = Surprise me
bug-number = Number
bug-number-hint = the same number plants the same bug
bug-choose = Choose the bug yourself
bug-gate = At { $gate }
bug-sum = Where gradients meet at { $gate }
bug-waiting = Looking for what can go wrong here…
bug-too-large = This circuit is too large to try every bug.
bug-none = No bug can be planted here: nothing would change the gradients.
bug-failed = The bugs could not be loaded. Are you connected?

## Looking for it

bug-case = Surprise number { $number }
bug-case-shared = A surprise somebody planted
bug-case-intro = One rule is broken at one gate. All gradients behind it are wrong, so a wrong gradient is only a symptom.
bug-find = Find it
bug-find-next = Next gate
bug-find-rest = Run to the end
bug-find-intro = From the output backward: what each gate used for its slope, beside a slope measured at that gate alone.
bug-walk = Gates compared
bug-edge = { $gate }, by { $operand }
bug-total = What arrives at { $gate }
bug-agrees = used { $used }, measured { $measured }
bug-sum-agrees = took { $used }, arrived { $measured }
bug-corner = a corner: every slope between both sides is right
bug-not-finite = nothing to measure here
bug-suspect = I suspect a gate
bug-suspect-hint = Choose a gate in the picture.
bug-suspect-right = Right, { $gate } it is.
bug-suspect-wrong = Not { $gate }: its rule agrees with measurement.
bug-found-gate = Found: { $gate } { $rule }.
bug-found-sum = Found where gradients meet at { $gate }: it { $rule }.
bug-practice = In practice: give every hand-written backward a test such as torch.autograd.gradcheck, one operation at a time and in double precision. Every gate before it passed its gradient on correctly.
bug-unseen = No gate differs at this point: the broken rule happens to be right here. Move an input.

## Sentences while a bug is planted

bug-aside = A bug is planted. Whether this is right, only measuring tells.
bug-hands = { $gate } hands { $target } a gradient of { $shape }
bug-first = { $target } is used { $of } times: this is the first gradient to arrive.
bug-arrives = { $target } had a gradient, another one arrives: { $arrived } of { $of }.
bug-keeps = { $target } had { $before }, { $amount } arrives, now it holds { $total }.
why-bug = A bug is planted: these are the numbers this pass used, right or wrong.
spoken-bug-product = { $gate }: incoming { $incoming } times { $partial }, which is what it used.
spoken-bug-entries = { $gate } handed a gradient on.

## The rules. Each goes on after the name of a gate.

bug-rule-overwrites_paths = keeps only the last gradient that arrives: = instead of +=
bug-rule-first_path_only = keeps only the first gradient that arrives
bug-rule-multiplies_paths = multiplies the gradients that arrive instead of adding them
bug-rule-averages_paths = averages the gradients that arrive instead of adding them
bug-rule-forgets_incoming = hands back its local derivative alone, without the gradient that arrives
bug-rule-adds_incoming = adds its local derivative to the gradient that arrives instead of multiplying
bug-rule-divides_incoming = divides the gradient that arrives by its local derivative instead of multiplying
bug-rule-forgets_outside = hands its gradient on unchanged, without its own derivative
bug-rule-function_for_derivative = uses its value as if it were its derivative
bug-rule-derivative_at_output = takes its derivative at what comes out instead of at what goes in
bug-rule-input_for_output = uses what goes in where its derivative needs what comes out
bug-rule-splits_sum = halves the gradient between its two sides; each should get all of it
bug-rule-sum_as_product = hands each side the other's value, as a product does
bug-rule-value_for_gradient = hands each side its own value instead of the gradient
bug-rule-drops_minus = forgets to turn the sign
bug-rule-own_factor = hands each side its own value instead of the other's
bug-rule-forgets_factor = hands its gradient on unchanged, as a sum does
bug-rule-product_vanishes = treats its product as a constant and hands back 0
bug-rule-keeps_product = uses the whole product as its derivative
bug-rule-product_of_derivatives = multiplies the derivatives of its factors
bug-rule-quotient_without_minus = loses the minus of the denominator
bug-rule-denominator_not_squared = does not square the denominator
bug-rule-forgets_denominator = leaves out the denominator of the quotient rule
bug-rule-quotient_turned = swaps the two terms of the quotient rule
bug-rule-quotient_of_derivatives = divides the derivatives of its two sides
bug-rule-forgets_exponent = does not bring the exponent down as a factor
bug-rule-exponent_not_lowered = does not lower the exponent by one
bug-rule-exponent_raised = raises the exponent by one instead of lowering it
bug-rule-power_rule_on_exponential = uses the power rule on an exponential
bug-rule-forgets_logarithm = forgets the logarithm of its base
bug-rule-relu_always_open = lets the gradient through although it is closed
bug-rule-routes_to_other = hands the gradient to the side that was not taken
bug-rule-routes_to_all = hands the whole gradient to every side
bug-rule-log_base_ten = differentiates a logarithm to the base 10 instead of the natural one
bug-rule-degrees = takes its angle in degrees instead of radians
bug-rule-sine_sign = has the wrong sign in its derivative
bug-rule-square_forgotten = forgets the square in its derivative
bug-rule-sigmoid_squared = uses s² instead of s(1 − s)
bug-rule-root_stays_above = leaves the root in the numerator
bug-rule-root_without_half = forgets the factor ½
bug-rule-abs_without_sign = does not turn the sign where its input is negative
bug-rule-not_transposed = does not transpose the other factor
bug-rule-factors_swapped = multiplies the factors in the wrong order
bug-rule-mean_as_sum = hands all of its gradient to each entry instead of a share
bug-rule-sum_as_mean = shares its gradient among the entries; each should get all of it
bug-rule-loss_without_two = forgets the factor 2 of the square
bug-rule-softmax_by_entry = treats each entry as if it depended on itself alone
bug-rule-broadcast_not_summed = keeps the gradient of the last entry only where it should add over all
