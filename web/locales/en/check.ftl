### The gradient check, as the site shows it.

check-agrees = Gradient and measured slope agree.
check-corner = { $gate } has a corner here: from the left { $left }, from the right { $right }. The circuit uses { $gradient }.
check-jump = { $gate } jumps here. The slopes beside the jump are { $left } and { $right }; the circuit uses { $gradient }.
check-differs = Gradient and measured slope differ at every h: some rule is wrong.
check-not_finite = There is no slope to measure here.
check-not_finite-gate = There is no slope to measure here: see { $gate }.
check-mark-agrees = agrees
check-mark-corner = corner
check-mark-jump = jump
check-mark-differs = differs
check-mark-not_finite = not finite
check-choose = Show how the check of { $entry } depends on h
check-plot = Error of the measured slope of { $entry }, by step width h
check-plot-intro = h is how far { $entry } is moved. A wide h sees the curve bend, a narrow h drowns in rounding.
check-plot-error = error
check-exact = no error
check-theory-truncation = bending, ~h²
check-theory-rounding = rounding, ~1/h
check-best = best h
check-point = h = { $h }: measured { $slope }, error { $error }.
check-point-corner = h = { $h }: measured { $slope }, error { $error }. This h reaches across the corner of { $gate }.
check-point-best = Best: h = { $h }, measured { $slope }, error { $error }.
check-numbers = All step widths
check-left = To the left
check-right = To the right
check-central = To both sides
check-waiting = Measuring at other step widths…
check-failed = The measurement could not be loaded. Are you connected?
