/**
 * Embind's std::string, for texts that are UTF-8: the browser's own coders in place of Embind's loops over every character,
 * which take 0.3 ms for the reply to a drag of 200 nodes. Embind also knows arrays of bytes, which nobody here passes.
 */
addToLibrary({
  _embind_register_std_string__deps: ["$readLatin1String", "$registerType", "malloc", "free"],
  _embind_register_std_string: (rawType, name) => {
    const decoder = new TextDecoder();
    const encoder = new TextEncoder();
    // quoted: the glue around it is compiled by Closure, and Embind asks for these by name
    registerType(rawType, {
      name: readLatin1String(name),
      "fromWireType"(string) {
        const begin = string + 4;
        const text = decoder.decode(HEAPU8.subarray(begin, begin + HEAPU32[string >> 2]));
        _free(string);
        return text;
      },
      "toWireType"(destructors, text) {
        const bytes = encoder.encode(text);
        const string = _malloc(4 + bytes.length);
        HEAPU32[string >> 2] = bytes.length;
        HEAPU8.set(bytes, string + 4);
        destructors?.push(_free, string);
        return string;
      },
      argPackAdvance: 8,
      destructorFunction: (string) => _free(string),
    });
  },
});
