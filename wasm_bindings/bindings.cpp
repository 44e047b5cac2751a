#include <emscripten/bind.h>

#include "wasm_bindings/api.hpp"

namespace {

std::string explain(std::string request) { return gradcircuit::explain_json(request); }

std::string describe() { return gradcircuit::describe_json(); }

}  // namespace

EMSCRIPTEN_BINDINGS(gradcircuit) {
  emscripten::function("explain", &explain);
  emscripten::function("describe", &describe);
}
