### What a step does, in the words under the picture. Two short lines at most.

## Forward: { $formula } is `q = x + y`, or only `x + y` where the result has no name

forward-input = { $name } is an input: { $result }
forward-constant = A constant: { $result }
forward-equation = { $formula }: { $equation }
forward-result = { $formula } { $relation } { $result }
forward-region = { $gate } takes { $operands } and gives { $result }.
forward-neg = { $formula }: the sign of { $input } turns, { $result }
forward-identity = { $formula }: the same value, { $result }
forward-relu-passes = { $formula }: { $input } > 0 passes as it is, { $result }
forward-relu-blocks = { $formula }: { $input } is not above 0, so { $result }
forward-step-above = { $formula }: { $input } > 0, so { $result }
forward-step-below = { $formula }: { $input } is not above 0, so { $result }
forward-router = { $formula }: takes { $winner }, because { $comparison }
forward-tie = { $formula }: { $first } and { $second } tie at { $result }
forward-if-holds = { $formula }: the condition holds, so { $winner } is taken, { $result }
forward-if-fails = { $formula }: the condition does not hold, so { $winner } is taken, { $result }
forward-comparison-true = { $formula }: { $statement } is true, so 1
forward-comparison-false = { $formula }: { $statement } is false, so 0
forward-index = { $formula }: reads one entry of { $input }, { $result }
forward-stack = { $formula }: { $count ->
    [one] { $count } number becomes
   *[other] { $count } numbers become
} { $result }
forward-sum = { $formula }: adds { $count ->
    [one] the only entry
   *[other] all { $count } entries
}, { $result }
forward-transpose = { $formula }: rows become columns, { $before } turns into { $after }
forward-entries = { $formula }: entry by entry, { $shape }
forward-matmul-row = { $formula }: row 1 of { $left } · { $right } { $relation } { $entry }
forward-matmul-cell = { $formula }: row 1 of { $left } · column 1 of { $right } { $relation } { $entry }

## The start

sentence-rest = Step or play: first come the values, then the gradients.
sentence-stale = The picture shows the last circuit that could be read.
sentence-start-constant = There is no input here, so there is no gradient to ask for.
sentence-start = Start: if { $node } moves by 1, { $node } moves by 1.
sentence-start-adjoint = Start, ∂{ $node }/∂{ $node } = 1
sentence-start-scaled = Start with { $adjoint }: every gradient counts { $adjoint } times.
sentence-start-ones = Start: 1 in every entry of { $node }, as if they were summed.
sentence-start-matrix = Start: one number for every entry of { $node }.

## Backward: { $equation } is `1 × z (−4) = −4`

backward-hands = { $gate } hands { $target }: { $equation }
backward-router = { $gate } took { $winner } ({ $comparison }): { $target } gets { $equation }
backward-router-other = { $gate } took others: { $target } gets { $equation }
backward-tie = { $gate } saw { $count } equal inputs: { $target } gets its share, { $equation }
backward-relu-open = { $gate } is open ({ $input } > 0): { $target } gets { $equation }
backward-relu-closed = { $gate } is closed ({ $input } < 0): { $target } gets { $equation }
backward-relu-corner = { $gate } is at its corner, 0; slope 0 is chosen: { $target } gets { $equation }
backward-if = { $gate } took { $winner }: { $target } gets { $equation }
backward-matmul = { $target } gets { $product }: { $equation }, the shape of { $target }
backward-transpose = { $gate } hands { $target } the gradient turned: { $before } turns into { $after }
backward-sum = { $gate } hands every entry of { $target } the same { $amount }
backward-index = { $target } gets { $amount } at entry { $entry }, 0 elsewhere
backward-stack = { $gate } hands { $target } its own entry of the gradient: { $amount }
backward-entries = { $gate } hands { $target }: gradient × local derivative, entry by entry, { $shape }
backward-spread = { $gate } hands { $target } the sum over { $count } entries: { $result }
backward-region = { $gate } hands { $target } a gradient, { $shape }
backward-rule = { $gate } hands { $target }: { $rule }, { $shape }

## A node that is used more than once

fan-out-first = { $target } is used { $of } times. This is 1 of { $of }: { $total } so far.
fan-out-adds = { $target } had { $before }; this wire adds { $amount }: { $equation }
fan-out-matrix = { $target } had a gradient; this wire adds its own, entry by entry: { $arrived } of { $of }.
fan-out-matrix-last = { $target } had a gradient; this wire adds its own, entry by entry: now it is final.

## The second line: why it is so

aside-zero = The incoming gradient is 0, so nothing is passed on.
aside-spread = { $target } was spread over them, so all of them answer to it.
aside-first-entry = First entry: { $equation }
aside-region = { $partial } comes from the gates inside, run backward from 1.
aside-local-derivative = Local derivative { $partial } = { $formula }
aside-matmul-shapes = { $left } @ { $right } gives { $shape }: rows of the left times columns of the right.

## The rule of each gate, in one sentence

rule-add = + hands the same gradient to each of its inputs.
rule-sub = The left input gets the gradient, the right one gets its negative.
rule-mul = × swaps: each input gets the gradient times the other one.
rule-div = a/b hands a the gradient times 1/b, and b the gradient times −a/b².
rule-pow = xⁿ hands x the gradient times n·xⁿ⁻¹.
rule-neg = A minus turns the sign of the gradient.
rule-identity = A second name changes nothing: the gradient passes as it is.
rule-exp = exp is its own derivative: the gradient is multiplied by its output.
rule-relu = relu lets gradients through above 0 and stops them elsewhere.
rule-abs = The slope is 1 above 0, −1 below, and 0 is chosen at the corner.
rule-step = Flat on both sides of its jump: the local derivative is 0.
rule-sign = Flat on both sides of its jump: the local derivative is 0.
rule-max = max hands everything to the input it took.
rule-min = min hands everything to the input it took.
rule-tie = Equal inputs share the gradient equally; other texts pick one.
rule-if = if hands everything to the branch it took.
rule-index = The gradient goes back to the entry that was read.
rule-stack = Each number that was put in gets its own entry back.
rule-sum = A sum of entries hands the same gradient to each of them.
rule-transpose = A transpose hands its gradient back transposed.
rule-matmul = For Z = W X with gradient G at Z: W gets G Xᵀ, and X gets Wᵀ G.
rule-region = Seen as one gate: the gradient times the derivative of all inside.
rule-function = The gradient times the local derivative of the function.
