### Why this number: the panel, the gate table, the nudge readout.

## The panel

why-nothing = Choose any number or gate to see where it comes from.
why-value = Value of { $node }
why-gradient = Gradient at { $node }
why-contribution = What { $gate } hands to { $node }
why-partial = Local derivative of { $gate } by { $node }
why-copy = Copy { $number } with all its digits
why-copied = Copied
why-covered = This number is covered.
why-input-literal = An input, written in the program. Drag it, or change its number.
why-input-at = An input. Drag it, or change its number.
why-constant = A constant: written in the program, it never changes.
why-meaning = If { $node } moves by { $move }, { $output } moves by about { $predicted }.
why-meaning-zero = A small move of { $node } does not move { $output }.
why-no-gradient = No derivative is taken here: this depends on constants only.
why-no-path = No wire leads from here to { $output }, so the gradient is 0.
why-is-start = The backward pass starts here: ∂{ $node }/∂{ $node } = 1.
why-is-start-scaled = The backward pass starts here, with the number that was chosen for it.
why-chain-rule = Chain rule
why-contributions = { $count ->
    [one] The wire it came by
   *[other] The { $count } wires it came by
}
why-sum = Their sum
why-paths = { $count ->
    [one] The path from { $output } to { $node }
   *[other] All { $count } paths from { $output } to { $node }
}
why-paths-truncated = More than { $count } paths from { $output } to { $node }
why-paths-recursion = Nobody adds that many one by one. The chain rule above takes one wire at a time: each gradient on its right is a sum of the same kind, and is computed only once.
why-paths-sum = Their products add up to the gradient.
why-notes = Worth knowing here
why-entries = Each entry says how { $output } moves with that entry of { $node }.

## The gate table

table-title = All gates
table-name = Name
table-rule = Rule
table-value = Value
table-gradient = Gradient ∂{ $output }/∂·
table-used = Used by
table-back = Back
table-step = Step
table-position = Step { $step } of { $of }
table-input = Input
table-constant = Constant
table-gate = { $gate }: { $formula }
table-not-computed = not computed
table-no-gradient = none
table-so-far = { $arrived } of { $of }
table-value-of = Value of { $node }
table-gradient-at = Gradient at { $node }
table-left-out = { $count ->
    [one] { $count } more gate has no row.
   *[other] { $count } more gates have no rows.
}
table-change = New value of { $node }

## The nudge readout

nudge-predicted = { $input } moved by { $moved }. Its gradient { $gradient } predicts { $output } moves by { $predicted }. { $output } moved by { $actual }.
nudge-happened = { $input } moved by { $moved }. { $output } moved by { $actual }.
nudge-moved = { $input } moved by { $moved }.
nudge-ruler = Predicted { $predicted }, happened { $actual }
