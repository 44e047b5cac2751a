### What nets are trained on: chosen, pasted, shown. And fields for numbers.

field-number = A number from { $least } to { $most }.
field-above = A number above { $least } and at most { $most }.
field-below = A number from { $least } to less than { $most }.
field-whole = A whole number from { $least } to { $most }.

data-kind = Where the samples come from
data-made = Made here
data-own = Your own
data-set = Data
data-samples = Samples
data-noise = Noise
data-seed = Data seed
data-new-seed = New data seed
data-describe = { $summary } ({ $formula })
data-loading = The samples are being made …

data-set-xor = XOR, four points
data-set-xor_quadrants = XOR, as quadrants
data-set-circle = ring around a disc
data-set-moons = two half moons
data-set-checkerboard = checkerboard
data-set-gaussians = two clouds
data-set-spiral = two spirals
data-set-neuron = one sample
data-set-line = points along a line
data-set-plane = points on a plane
data-set-hills = hills and hollows
data-set-sine = a wave
data-set-parabola = a parabola

## Your own

data-text = Samples, one a row; the last column is what the net should give
data-placeholder = x1, x2, colour / 0.2, 1.5, red / 1.1, 0.3, blue
data-how = Paste a table, type one, or drop a CSV file here. Columns are separated by commas, semicolons, tabs or spaces. A first row of names is used; texts in the last column are classes. Nothing leaves your browser.
data-file = Choose a file …
data-target = The net should give
data-column = column { $number }
data-kept = Until that is mended, the last good samples stay in use.
data-more = { $more ->
    [one] and one more
   *[other] and { $more } more
}
data-large = Column { $column } has numbers beyond 20. Nets of usual weights and learning rates are at their best where columns are about from −2 to 2.
data-standardise = Bring columns to mean 0, deviation 1
data-not-linked = These samples are too many for a link. A link to this page carries everything else, and asks for the samples.

data-problem-empty = There is no sample yet.
data-problem-too_long = { $characters } characters; there may be { $most }.
data-problem-too_many_rows = More than { $most } samples; there may be { $most }.
data-problem-too_many_columns = Row { $row } has more than { $most } columns; there may be { $most }.
data-problem-one_column = Row { $row } has one column. A sample needs at least one input and what the net should give, separated by a comma, a semicolon, a tab or a space.
data-problem-open_quote = Row { $row }: the quotation mark is never closed.
data-problem-ragged = Row { $row } has { $found } { $found ->
    [1] column
   *[other] columns
}, row { $first } has { $wanted }.
data-problem-no_number = Row { $row }: “{ $text }” is no number in column { $column }.
data-problem-not_finite = Row { $row }: “{ $text }” is not finite in column { $column }.
data-problem-too_large = Row { $row }: “{ $text }” is too large in column { $column }; there may be 10¹².
data-problem-empty_cell = Row { $row }: column { $column } is empty.
data-problem-too_many_classes = Column { $column } has { $found } different texts; there may be { $most } classes. Should the net give another column?
data-problem-one_class = Column { $column } says “{ $text }” in every row: a net has nothing to tell apart.
data-problem-file_too_large = { $name } has { $size } MB; there may be { $most } MB.
data-problem-file_unreadable = { $name } cannot be read.

## Shown

data-words = { $samples ->
    [one] One sample
   *[other] { $samples } samples
}, from { $inputs } to { $target }.
data-class = { $target } = { $name } ({ $count })
data-no-picture = More than two inputs: no picture, but a table.
data-table = The samples as a table
data-table-more = and { $more } more
