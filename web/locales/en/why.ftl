### Why this number: the panel, the gate table, the check, the nudge readout.
