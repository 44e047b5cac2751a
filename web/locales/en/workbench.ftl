### What the larger engine adds on the site.

## Why, as a formula

why-symbols = As a formula
why-symbols-inputs = From the inputs alone
why-too-large = { $count ->
    [0] too large to show
   *[other] too large to show ({ $count } operations); its value is still computed
}
why-again = Differentiate again
why-first = Back to the first derivative

## Code

code-language = Language
code-program = Program, as typed
code-pseudocode = Pseudo-code
code-worksheet = Worksheet with gaps
code-python = Python
code-numpy = NumPy
code-jax = JAX
code-pytorch = PyTorch
code-cpp = C++
code-worksheet-intro = Complete the backward pass. The first gap of a line is = or +=, the second is what arrives. Choose a gap to see what belongs there.
code-gap = Show gap { $number }
code-writing = Writing the code…
code-failed = The code could not be loaded. Are you connected?
code-too-large = This program is too large to be written as code.
