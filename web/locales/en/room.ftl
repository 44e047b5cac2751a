### The room around the circuit: program line, timeline, menus.
