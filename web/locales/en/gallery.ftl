### Names and words of the gallery's circuits.
