### The few words in the picture of a circuit, and what it says to those who do not see it.

picture-value = value
picture-gradient = gradient ∂{ $output }/∂·
picture-arrived = { $arrived } of { $of }
picture-sum-of = Σ of { $count }
picture-first = first { $what } here

picture-label = Circuit. Arrow keys move along the wires, Enter asks why, a digit types a value.
picture-role = circuit
picture-node = { $name }: value { $value }, gradient { $gradient }
picture-covered = covered
picture-not-computed = not computed
picture-field = Value of { $name }
picture-answer = Your answer
