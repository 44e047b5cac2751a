### The room around the circuit: program line, timeline, menus.

## The page

room-circuit = Circuit
room-loading = Loading the engine …
room-failed = The engine could not start in this browser. It needs WebAssembly.

## Program

fix-write = Write { $text }
fix-remove = Remove it
room-program = Program
room-nothing-yet = The circuit of your function will appear here.
room-values-only = { $boxes } gates with { $wires } wires are too many to draw. The table below holds their values and gradients.
room-too-many = Opening this would show { $count } gates at once. It stays closed.

## Tools

room-tools = Tools
room-undo = Undo
room-redo = Redo
room-reset = Reset
room-more = More
room-output = Output
room-output-last = { $name } (last)
room-start-value = Start, ∂{ $output }/∂{ $output }
room-start-hint = What the backward pass begins with.
room-table = Show all numbers as a table
room-zoom = Zoom
room-zoom-gates = Gates
room-zoom-stages = Stages
room-cover = Cover
room-cover-is = { $mode ->
    [next] Cover: next number
    [gradients] Cover: gradients
   *[all] Cover: everything
}
room-cover-off = Nothing
room-cover-next = The next number
room-cover-gradients = All gradients
room-cover-all = Everything
room-cover-hint = Covered numbers are yours to fill in.
room-level = Answer with
room-level-sign = Its sign
room-level-number = The number
room-level-expression = An expression

## Timeline

room-timeline = Timeline
room-position = Position on the timeline
room-play = Play
room-pause = Pause
room-step = Next step
room-back = Step back
room-speed = Speed
room-step-of = { $phase ->
    [none] Start of { $of } steps
    [forward] Step { $step } of { $of }, forward
    [start] Step { $step } of { $of }, start
   *[backward] Step { $step } of { $of }, backward
}

## Panel

room-panel = Details
room-close = Close
room-tab-why = Why
room-tab-code = Code
room-tab-check = Check
room-code-intro = Each line is a stage: it computes one value going forward and gets one gradient coming back.
room-check-intro = Each input is moved a little to both sides and the output measured: a slope that knows nothing of the chain rule. It should agree with the gradient.
room-check-none = There is no input here to check.
room-check-input = Input
room-check-gradient = Gradient
room-check-numeric = Measured slope
room-check-error = Relative error

## The first minute

guide-ask-hint = Type it into its slot. Enter alone shows it.
