### Forward mode, which only the site plays: its panel, its sentences, what is spoken of it.

## Check

forward-title = Forward mode
forward-intro = Backprop asks how one output depends on every input. Forward mode asks how everything depends on one input.
forward-count = { $gradients ->
    [one] The one gradient:
   *[other] All { $gradients } gradients:
} backprop { $reversePasses ->
    [one] 1 pass
   *[other] { $reversePasses } passes
}, { $reverse ->
    [one] 1 multiplication
   *[other] { $reverse } multiplications
}; forward mode { $forwardPasses ->
    [one] 1 pass
   *[other] { $forwardPasses } passes
}, { $forward ->
    [one] 1 multiplication
   *[other] { $forward } multiplications
}.
forward-zeros = Counted with its zeros: a pass multiplies by every local derivative, also where nothing moves. The picture skips those.
forward-counting = Counting…
forward-failed = Forward mode could not be loaded. Are you connected?
forward-none = There is no input here that could move.
forward-choose = What moves by 1
forward-play = Play forward mode
forward-again = Play it again
forward-back = Back to backprop
forward-back-short = ← Backprop
forward-no-cover = Cover is for backprop: go back to it first.

## The picture and the table

picture-tangent = derivative ∂·/∂{ $along }
picture-node-tangent = { $name }: value { $value }, derivative by { $along } { $tangent }
table-tangent = Derivative ∂·/∂{ $along }
table-tangent-at = Derivative of { $node }

## Steps

tangent-rest = Step or play: each value comes with how it moves when { $along } moves by 1.
tangent-start = Start: { $along } moves by 1, ∂{ $along }/∂{ $along } = 1
tangent-start-others = Every other input stays: its ∂·/∂{ $along } is 0.
tangent-still = Nothing here moves: { $symbol } = 0
tangent-hands = { $source } hands { $gate } its ∂/∂{ $along }: { $equation }
tangent-entries = { $source } hands { $gate } its ∂/∂{ $along } × local derivative, entry by entry, { $shape }
tangent-region = { $source } hands { $gate } its ∂/∂{ $along }, run through the gates inside, { $shape }
tangent-rule = { $source } hands { $gate }: { $rule }, { $shape }
tangent-matmul = { $source } hands { $gate }: { $product }, { $equation }
tangent-first = { $of } inputs of this gate move. This is 1 of { $of }: { $symbol } { $total } so far.
tangent-adds = { $symbol }: this wire adds to it, { $equation }
tangent-matrix = { $symbol }: this wire adds to it, entry by entry: { $arrived } of { $of }.
tangent-matrix-last = { $symbol }: this wire adds to it, entry by entry: now it is final.
tangent-zero = { $symbol } is 0, so nothing is passed on.
tangent-tie = Equal inputs count half each; other texts pick one.
tangent-aside-region = { $partial } comes from the gates inside, run forward from 1.
tangent-rule-add = + passes every move on as it is, and adds them up.
tangent-rule-sub = A move of the left input passes as it is, of the right one with its sign turned.
tangent-rule-neg = A minus turns the sign of the move.
tangent-rule-identity = A second name changes nothing: it moves the same.
tangent-rule-relu = relu passes moves on above 0 and stops them elsewhere.
tangent-rule-max = max moves as the input it took.
tangent-rule-min = min moves as the input it took.
tangent-rule-if = if moves as the branch it took.
tangent-rule-matmul = For Z = W X: a move of W is multiplied by X, a move of X by W.
tangent-rule-linear = What it does to values it does to their moves.
tangent-rule-function = What moves is multiplied by the local derivative of the function.
tangent-found = { $symbol } { $result }, one pass for one input; { $count ->
    [one] backprop needs one too.
   *[other] backprop got all { $count } in one.
}
tangent-found-matrix = { $symbol } is there, { $shape }: one pass, one input, every entry of the output.

## Why

why-tangent = How { $node } moves with { $along }
why-tangent-meaning = If { $along } moves by { $move }, { $node } moves by about { $predicted }.
why-tangent-entries = Each entry says how that entry of { $node } moves with { $along }.
why-tangent-zero = A small move of { $along } does not move { $node }.
why-tangent-start = This is what moves, so it moves by 1.
why-tangent-other = Another input: in this pass it stays.
why-tangent-rule = Each input that moves adds its own ∂/∂{ $along } times the local derivative of the gate.

## Spoken

spoken-tangent-start = { $along } moves by 1. Forward mode starts.
spoken-tangent = { $node }: derivative by { $along } { $tangent }, final.
spoken-tangent-so-far = { $node }: derivative by { $along } { $tangent } so far, { $arrived } of { $of }.
spoken-tangent-last = { $node }: derivative by { $along } now { $tangent }, final, { $arrived } of { $of }.
spoken-tangent-matrix = { $node }: derivative by { $along }, { $rows } by { $columns }, { $arrived } of { $of }.
spoken-tangent-still = { $node }: value { $value }. It does not move.
spoken-tangent-product = { $source } moves by { $incoming }, times local derivative { $partial }.
spoken-tangent-entries = { $source } times the local derivative, entry by entry.
spoken-tangent-found = { $node }: derivative by { $along } { $tangent }. One pass for one input.
