### Charts of the labs.

chart-nothing = Arrow keys read the lines
chart-reading = { $axis } { $at }: { $values }
chart-of = { $name } { $value }
chart-numbers = All numbers
