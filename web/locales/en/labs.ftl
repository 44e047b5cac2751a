### What the page of the labs says; each lab has a file of its own.

labs-page-title = Labs: networks that learn. Gradcircuit
labs-title = Labs
labs-intro = Everything here runs in your browser, on the numbers you see. The same seed gives the same numbers to everybody.
labs-skip = Skip to the lab
labs-loading = Loading the lab …
labs-failed = The lab could not be loaded. Are you connected?
labs-again = Try again
labs-all = All labs
labs-unknown = There is no lab of this name.

labs-network = One network
    .title = One network: what is one training update? Gradcircuit
    .question = What is one training update?
labs-start = Starting weights
    .title = Starting weights: why not start at zero? Gradcircuit
    .question = Why not start at zero?
labs-descent = Walking downhill
    .title = Walking downhill: how far should a step go? Gradcircuit
    .question = How far should a step go?
