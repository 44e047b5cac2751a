### How the output moves with one input or two: the plots of Why and of the Reference.

plot-title = How { $formula } moves with { $operand }
plot-along = Move
plot-slope = slope { $slope }
plot-dead = dead
plot-point = { $operand } = { $x }: { $formula } = { $value }, slope { $slope }
plot-at = At { $operand } = { $x }, { $formula } is { $value }. The tangent has slope { $slope }: that is the gradient at { $operand }.
plot-at-scaled = At { $operand } = { $x }, { $formula } is { $value }. The tangent has slope { $slope }; the backward pass starts with { $start }, so the gradient at { $operand } is { $gradient }.
plot-undefined = { $formula } has no value at { $operand } = { $x }.
plot-no-slope = At { $operand } = { $x }, { $formula } is { $value }. The derivative is no finite number here.
plot-dead-all = Dead everywhere in this window: { $size } < { $below }.
plot-dead-here = Dead here: { $size } < { $below }.
plot-dead-zones = Hatched is dead, { $size } < { $below }: { $zones }.
plot-zone-between = { $operand } from { $from } to { $to }
plot-zone-below = { $operand } < { $to }
plot-zone-above = { $operand } > { $from }
plot-corners = { $count ->
    [one] A ring marks its corner, at { $operand } = { $places }.
   *[other] Rings mark its corners, at { $operand } = { $places }.
}
plot-closer = Zoom in
plot-wider = Zoom out
plot-reset = Reset
plot-waiting = Drawing the curve…
plot-failed = The curve could not be loaded. Are you connected?
plot-matrix = The output is a matrix. Choose one number as the output to see its curve.
plot-empty = { $formula } has no value anywhere in this window.
plot-and = … and with
plot-nothing = nothing else
plot-place = { $nameX } and { $nameY }: left and right move { $nameX }, up and down move { $nameY }
plot-at-place = { $nameX } = { $x }, { $nameY } = { $y }: { $formula } = { $value }, gradient { $byX } by { $nameX }, { $byY } by { $nameY }
plot-here = At { $nameX } = { $x }, { $nameY } = { $y }, { $formula } is { $value } and ∇{ $formula } = ({ $byX }, { $byY }).
plot-map = Lines join points where { $formula } is the same: solid above 0, dashed below. Arrows point uphill, the way { $formula } grows fastest; the longer, the faster.
