### Errors and notes of the engine, by code.
