### What is spoken: no glyphs, no colours, no sides.
