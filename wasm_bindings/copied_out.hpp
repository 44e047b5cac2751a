#pragma once

#include <emscripten/em_js.h>

#include "wasm_bindings/api.hpp"

/// Copies what travels beside a document out of the module's memory, to where the caller finds it: `module.numbers`.
EM_JS(void, copy_out, (const double* numbers, std::size_t count),
      { Module["numbers"] = HEAPF64.slice(numbers / 8, numbers / 8 + count); });

namespace gradcircuit {

/// For one file of each module that has such replies.
inline std::string copied_out(const Reply& reply) {
  copy_out(reply.numbers.data(), reply.numbers.size());
  return reply.document;
}

}  // namespace gradcircuit
