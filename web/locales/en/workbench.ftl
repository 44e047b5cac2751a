### What the larger engine adds on the site.

## Why, as a formula

why-symbols = As a formula
why-symbols-inputs = From the inputs alone
why-too-large = { $count ->
    [0] too large to show
   *[other] too large to show ({ $count } operations); its value is still computed
}
why-again = Differentiate again
why-first = Back to the first derivative

## Answers

cover-checking = Looking at it…
cover-why = Why?

## Code

code-language = Language
code-program = Program, as typed
code-shapes = Shapes, and why
code-pseudocode = Pseudo-code
code-worksheet = Worksheet with gaps
code-python = Python
code-numpy = NumPy
code-jax = JAX
code-pytorch = PyTorch
code-cpp = C++
code-worksheet-intro = Complete the backward pass. The first gap of a line is = or +=, the second is what arrives. Enter checks; in an empty gap it shows what belongs there.
code-gap-operator = { $name }: = or +=?
code-gap-contribution = { $name }: what arrives?
code-gap-hint = what arrives
code-reveal-all = Reveal all
code-start-over = Start over
code-writing = Writing the code…
code-failed = The code could not be loaded. Are you connected?
code-too-large = This program is too large to be written as code.

## Shapes

shapes-stage = Stage
shapes-value = Shape
shapes-gradient = Shape of its gradient
shapes-cost-reverse = All gradients by backprop: { $passes ->
    [one] one pass
   *[other] { $passes } passes
}, { $multiplications ->
    [one] one multiplication
   *[other] { $multiplications } multiplications
} by local derivatives.
shapes-cost-forward = The same by forward mode, one pass for each entry of the inputs: { $passes ->
    [one] one pass
   *[other] { $passes } passes
}, { $multiplications ->
    [one] one multiplication
   *[other] { $multiplications } multiplications
}.
shape-given = as it is given
shape-numbers = { $equation }: a number made of numbers
shape-entrywise = { $equation }: entry by entry
shape-scalar = { $equation }: the scalar goes with every entry
shape-column = { $equation }: the column goes with every column
shape-row = { $equation }: the row goes with every row
shape-mixed = { $equation }: what is smaller goes with every entry, column or row
shape-inner = { $equation }: the { $inner } columns on the left meet the { $inner } rows on the right
shape-transposed = { $equation }: rows become columns
shape-one_number = { $equation }: all entries together make one number
shape-number_a_row = { $equation }: a number for each row
shape-number_a_column = { $equation }: a number for each column
shape-outer = { $equation }: a row for each entry of the first, a column for each entry of the second
shape-entry = { $equation }: one of the entries
shape-some_rows = { $equation }: some of the rows
shape-stacked = { $equation }: an entry for each number
shape-concatenated = { $equation }: one below the other, so the rows add up
shape-rearranged = { $equation }: the same { $entries } entries in other rows and columns
shape-kept = { $equation }: the entries of a sample change together, the shape stays
shape-made = as it is asked for
shape-as_value = a derivative for each entry of the value
shape-summed = { $adjoint } → { $shape }: all entries are summed, for the scalar went with each of them
shape-summed_columns = { $adjoint } → { $shape }: the columns are summed, for the column went with each of them
shape-summed_rows = { $adjoint } → { $shape }: the rows are summed, for the row went with each of them
shape-product = { $left } · { $right } = { $shape }: the one product of the arriving gradient and the transposed other that fits

## Numerator layout, in which every derivative is turned over

picture-gradient-turned = gradient ∂{ $output }/∂·, numerator layout
backward-matmul-turned = { $target } gets { $product }: { $equation }, the shape of { $target } transposed
rule-matmul-turned = For Z = W X with gradient G at Z, in numerator layout: W gets X G, and X gets G W.
shape-as_value-turned = a derivative for each entry of the value, transposed
shape-summed_columns-turned = { $adjoint } → { $shape }: the rows are summed, for the column went with each of them
shape-summed_rows-turned = { $adjoint } → { $shape }: the columns are summed, for the row went with each of them
shape-product-turned = { $left } · { $right } = { $shape }: the one product of the arriving gradient and the other that fits
room-zoom-matrices = Matrices
room-layout = Layout of derivatives
room-layout-denominator = Denominator: the shape of the value
room-layout-numerator = Numerator: transposed

## The Jacobian

jacobian-question = How does this depend on that?
jacobian-of = How does
jacobian-by = depend on
jacobian-waiting = Working it out…
jacobian-entries = Entries
jacobian-shape-denominator = { $shape }, a column for each entry of { $of }
jacobian-shape-numerator = { $shape }, a row for each entry of { $of }
jacobian-layout = Layout
jacobian-layout-denominator = Denominator
jacobian-layout-numerator = Numerator
jacobian-order = Entries of a matrix
jacobian-order-rows = Row by row
jacobian-order-columns = Column by column
jacobian-slices = As slices
jacobian-large = { $shape }: too many entries to show.
jacobian-tensor = { $shape }: a matrix for each entry
jacobian-cost-forward = Made of { $passes ->
    [one] one forward pass
   *[other] { $passes } forward passes
}, with { $multiplications } multiplications.
jacobian-cost-reverse = Made of { $passes ->
    [one] one backward pass
   *[other] { $passes } backward passes
}, with { $multiplications } multiplications.
jacobian-backprop = What backprop computes instead
jacobian-product = The gradient at { $of } ({ $arrives }) arrives, the gradient at { $by } ({ $handed }) is handed on. The Jacobian between them is never made.

## Graded answers

grade-belief = Not yet. { $belief }
grade-belief-at = Not yet. { $belief } It shows at { $node }: { $wrong } instead of { $right }.
grade-belief-near = Not yet. { $belief } It first shows at { $node }.

## What can be said without a reason

grade-sign = The size is right. Look at the sign.
grade-shape = This has another shape: { $found } was typed, { $expected } is asked for.
grade-transposed = The entries are right, but rows and columns are exchanged.
grade-entries = Not all of it yet. Look again at { $count ->
    [one] entry { $entries }
   *[other] the entries { $entries }
}.
grade-order = The right factors in another order, and matrix products depend on it.
grade-here_only = Right at these inputs. Now find an expression that stays right when they change.
grade-rounded = Right as far as it goes. Give one more digit.
grade-undecided = This cannot be told from the right answer by trying it out. Write it in a simpler way.
grade-name = { $name } cannot be used here. Use other names of the program.

## Where several wires meet

misconception-overwrites_paths = Only the last gradient that arrived was kept. What arrives from several wires is added: += instead of =.
misconception-first_path_only = Only the first gradient that arrived was kept. What arrives from several wires is added.
misconception-multiplies_paths = What arrives from several wires was multiplied. It is added.
misconception-averages_paths = What arrives from several wires was averaged. It is added.

## The chain rule

misconception-forgets_incoming = That is the local derivative alone. Multiply it by the gradient that arrives.
misconception-adds_incoming = The local derivative was added to the gradient that arrives. Multiply them.
misconception-divides_incoming = The gradient that arrives was divided by the local derivative. Multiply them.
misconception-forgets_inside = The derivative of what is inside the function is missing.
misconception-forgets_outside = The gradient passed a function unchanged. Multiply it by the function’s own derivative.
misconception-function_for_derivative = The function itself was taken for its derivative.
misconception-derivative_at_output = The derivative was taken at what comes out of the function. Take it at what goes in.
misconception-input_for_output = What goes into the function was put where its derivative has what comes out.

## Sums

misconception-splits_sum = Nothing is split: a sum hands each term the whole gradient.
misconception-sum_as_product = A sum handed each term the value of the other, as a product does. It hands on the gradient itself.
misconception-value_for_gradient = A sum handed each term its own value. It hands on the gradient.
misconception-drops_minus = A minus turns the sign of the gradient that passes it.

## Products

misconception-own_factor = A product handed each factor its own value. Each gets the other one.
misconception-forgets_factor = The gradient passed a product unchanged. Multiply it by the other factor.
misconception-product_vanishes = A product with a constant factor was treated as a constant. The factor stays.
misconception-keeps_product = The whole product was kept as its derivative. Each factor gets the other one.
misconception-product_of_derivatives = The derivatives of both factors were multiplied. Each factor’s derivative goes with the other factor, and both are added.

## Quotients

misconception-quotient_without_minus = The minus of the denominator is missing: the derivative of 1/x is −1/x².
misconception-denominator_not_squared = The denominator was not squared: the derivative of 1/x is −1/x².
misconception-forgets_denominator = The quotient rule was taken without its denominator.
misconception-quotient_turned = The two terms of the quotient rule were swapped.
misconception-quotient_of_derivatives = The derivatives of numerator and denominator were divided. A quotient has a rule of its own.

## Powers and exponentials

misconception-forgets_exponent = The exponent comes down as a factor: the derivative of x^n is n·x^(n − 1).
misconception-exponent_not_lowered = The exponent goes down by one: the derivative of x^n is n·x^(n − 1).
misconception-exponent_raised = The exponent went up instead of down: the derivative of x^n is n·x^(n − 1).
misconception-power_rule_on_exponential = The power rule was used on an exponential. Here the exponent moves, not the base.
misconception-forgets_logarithm = The logarithm of the base is missing: the derivative of a^x is a^x·log(a).

## Single functions

misconception-relu_always_open = The gradient passed a relu that is closed. Below 0 nothing passes.
misconception-routes_to_other = The gradient went to the one that was not taken. Only the one that was taken gets it.
misconception-routes_to_all = The gradient went to all of them. Only the one that was taken gets it.
misconception-log_base_ten = The logarithm was taken to base 10. Here log is the natural one.
misconception-degrees = The angle was read in degrees. Here angles are in radians.
misconception-no_activation = The activation function is missing.
misconception-sine_sign = The sign is wrong: sine becomes cosine, cosine becomes minus sine.
misconception-square_forgotten = A square is missing: the derivative of tanh(x) is 1 − tanh(x)².
misconception-sigmoid_squared = The sigmoid was squared: its derivative is sigmoid(x)·(1 − sigmoid(x)).
misconception-root_stays_above = The root belongs below: the derivative of sqrt(x) is 1/(2·sqrt(x)).
misconception-root_without_half = The half is missing: the derivative of sqrt(x) is 1/(2·sqrt(x)).
misconception-abs_without_sign = Below 0 the absolute value turns the sign of the gradient.

## Matrices

misconception-not_transposed = The other factor of a matrix product is transposed on the way back.
misconception-factors_swapped = The factors of a matrix product stand in the wrong order.
misconception-mean_as_sum = A mean handed each entry all of the gradient. Each gets its share.
misconception-sum_as_mean = A sum handed each entry a share of the gradient. Each gets all of it.
misconception-loss_without_two = The 2 of the squared error is missing.
misconception-softmax_by_entry = Each entry of a softmax depends on all of the others too.
misconception-broadcast_not_summed = What was used for several entries kept one of its gradients. They are added.
misconception-summed = The entries were added up. A gradient has the shape of what it is taken by.
misconception-transposed = The gradient is transposed. It has the shape of what it is taken by.

## The worksheet with gaps

worksheet-right = Yes.
worksheet-operator = Type = or +=.
worksheet-first = Nothing has arrived at { $name } yet: = begins it.
worksheet-adds = { $name } already holds a contribution: += adds to it.
worksheet-wrong = Not yet. It is the gradient of { $from } times a local derivative of { $from }.
worksheet-total = Write only what arrives. The += adds it to { $name }.
worksheet-name = { $name } is not known here. Use the program’s names and the gradients of the lines above.
worksheet-unknown = This cannot be checked here. Empty the gap and press Enter to see what belongs there.
