#include "wasm_bindings/api.hpp"

#include "wasm_bindings/from_json.hpp"
#include "wasm_bindings/to_json.hpp"

namespace gradcircuit {

std::string explain_json(std::string_view text) {
  const Result<Request> request = read_request(text);
  if (!request) return to_json(request.error());
  const Result<Explanation> explanation = explain(*request);
  return explanation ? to_json(*explanation) : to_json(explanation.error());
}

}  // namespace gradcircuit
