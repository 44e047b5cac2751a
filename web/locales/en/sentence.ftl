### What a step does, in the words under the picture.
