#include <emscripten/bind.h>

#include "wasm_bindings/copied_out.hpp"

namespace {

std::string explain(std::string request) { return gradcircuit::explain_all_json(request); }
std::string grade(std::string request) { return gradcircuit::grade_json(request); }
std::string sample(std::string request) { return copied_out(gradcircuit::sample_json(request)); }
std::string describe() { return gradcircuit::describe_all_json(); }

}  // namespace

EMSCRIPTEN_BINDINGS(workbench) {
  emscripten::function("explain", &explain);
  emscripten::function("grade", &grade);
  emscripten::function("sample", &sample);
  emscripten::function("describe", &describe);
}
