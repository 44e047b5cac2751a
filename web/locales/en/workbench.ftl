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
code-worksheet-intro = Complete the backward pass. The first gap of a line is = or +=, the second is what arrives. Choose a gap to see what belongs there.
code-gap = Show gap { $number }
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
