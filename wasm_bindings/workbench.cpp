#include <emscripten/bind.h>
#include <emscripten/em_js.h>

#include "wasm_bindings/api.hpp"

/// Copies what travels beside a document out of the module's memory, to where the caller finds it: `module.numbers`.
EM_JS(void, copy_out, (const double* numbers, std::size_t count),
      { Module["numbers"] = HEAPF64.slice(numbers / 8, numbers / 8 + count); });

namespace {

std::string explain(std::string request) { return gradcircuit::explain_all_json(request); }
std::string grade(std::string request) { return gradcircuit::grade_json(request); }
std::string describe() { return gradcircuit::describe_all_json(); }

std::string copied_out(const gradcircuit::Reply& reply) {
  copy_out(reply.numbers.data(), reply.numbers.size());
  return reply.document;
}

std::string sample(std::string request) { return copied_out(gradcircuit::sample_json(request)); }
std::string train(std::string request) { return copied_out(gradcircuit::train_json(request)); }

}  // namespace

EMSCRIPTEN_BINDINGS(workbench) {
  emscripten::function("explain", &explain);
  emscripten::function("grade", &grade);
  emscripten::function("sample", &sample);
  emscripten::function("train", &train);
  emscripten::function("describe", &describe);
}
