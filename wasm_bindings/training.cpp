#include <emscripten/bind.h>

#include "wasm_bindings/copied_out.hpp"

namespace {

std::string explain(std::string request) { return gradcircuit::explain_json(request); }
std::string train(std::string request) { return copied_out(gradcircuit::train_json(request)); }
std::string sample(std::string request) { return copied_out(gradcircuit::sample_json(request)); }
std::string describe() { return gradcircuit::describe_training_json(); }

}  // namespace

EMSCRIPTEN_BINDINGS(training) {
  emscripten::function("explain", &explain);
  emscripten::function("train", &train);
  emscripten::function("sample", &sample);
  emscripten::function("describe", &describe);
}
