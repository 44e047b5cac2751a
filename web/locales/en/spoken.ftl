### What is spoken: no glyphs, no colours, no sides.

## Numbers and formulas

spoken-minus = minus { $number }
spoken-power-of-ten = { $number } times 10 to the { $power }
spoken-infinity = infinity
spoken-nan = not a number
spoken-drag = Change { $input }: type a number in the circuit, or in the table below.
spoken-covered = covered
spoken-matrix = { $rows } by { $columns } numbers
spoken-sign-plus = plus
spoken-sign-minus = minus
spoken-sign-negative = minus
spoken-sign-times = times
spoken-sign-matrix-times = matrix times
spoken-sign-over = over
spoken-sign-power = to the power
spoken-sign-transposed = transposed
spoken-sign-more = something
spoken-sign-of = of
spoken-sign-at = at
spoken-sign-less = less than
spoken-sign-less-equal = at most
spoken-sign-greater = greater than
spoken-sign-greater-equal = at least
spoken-sign-equal = equals
spoken-sign-about = is about
spoken-sign-not-equal = is not

## Gates

spoken-gate = { $name } gate
spoken-gate-add = Plus gate
spoken-gate-sub = Minus gate
spoken-gate-mul = Times gate
spoken-gate-div = Divide gate
spoken-gate-pow = Power gate
spoken-gate-neg = Negate gate
spoken-gate-matmul = Matrix product
spoken-gate-transpose = Transpose
spoken-gate-index = Entry
spoken-gate-stack = Stack
spoken-gate-step = Heaviside gate
spoken-gate-max = Max gate
spoken-gate-min = Min gate
spoken-gate-if = If gate
spoken-gate-comparison = Comparison

## Covers

spoken-cover = { $mode ->
    [off] Nothing is covered.
    [next] The next number is covered.
    [gradients] The gradients are covered.
   *[all] Everything is covered.
}

## Steps: the result first

spoken-start = { $node }: gradient { $adjoint }. Backward pass starts.
spoken-value = { $node }: value { $value }.
spoken-gradient = { $node }: gradient { $gradient }, final.
spoken-gradient-so-far = { $node }: gradient { $gradient } so far, { $arrived } of { $of }.
spoken-gradient-last = { $node }: gradient now { $gradient }, final, { $arrived } of { $of }.
spoken-gradient-matrix = { $node }: gradient final, { $rows } by { $columns }.
spoken-gradient-matrix-so-far = { $node }: gradient { $rows } by { $columns }, { $arrived } of { $of }.

## Steps: how it came about

spoken-gate-alone = { $gate }.
spoken-gate-computes = { $gate }: { $formula }.
spoken-passes = { $gate } passes { $incoming } unchanged.
spoken-swaps = { $gate }: incoming { $incoming } times the other input { $other }, { $partial }.
spoken-chose = { $gate } chose { $node }.
spoken-product = { $gate }: incoming { $incoming } times local derivative { $partial }.
spoken-entries = { $gate }: incoming gradient times local derivative, entry by entry.
spoken-matmul-left = G times { $other } transposed.
spoken-matmul-right = { $other } transposed times G.
spoken-matmul-left-as-it-is = G times { $other }.
spoken-matmul-right-as-it-is = { $other } times G.
spoken-hands-sum = Every entry gets the same, { $incoming }.
spoken-hands-index = The entry that was read gets { $incoming }, the others 0.
spoken-hands-stack = It gets its own entry of the gradient.
spoken-hands-transpose = The incoming gradient, rows and columns exchanged.
spoken-sum = { $before } plus { $amount }.

## A drag

spoken-nudge-predicted = { $input } moved by { $moved }. Gradient { $gradient } predicts { $output } moves by { $predicted }. It moved by { $actual }.
spoken-nudge-happened = { $input } moved by { $moved }. { $output } moved by { $actual }.
spoken-nudge-moved = { $input } moved by { $moved }.
