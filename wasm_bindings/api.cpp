#include "wasm_bindings/api.hpp"

#include "wasm_bindings/from_json.hpp"
#include "wasm_bindings/to_json.hpp"

namespace gradcircuit {

std::string explain_json(std::string_view text, const More* more) {
  const Result<Request> request = read_request(text, more == nullptr ? nullptr : more->read);
  if (!request) return to_json(request.error());
  for (const Part& part : parts)
    if (more == nullptr && part.of_workbench && (*request).*part.wanted)
      return to_json(Error{.code = "not_supported", .arguments = {{"part", std::string(part.name)}}});
  Result<Explanation> explanation = explain(*request);
  if (more != nullptr && explanation)
    if (const auto error = more->amend(*request, *explanation)) return to_json(*error);
  return explanation ? to_json(*request, std::move(*explanation), more == nullptr ? nullptr : more->write)
                     : to_json(explanation.error());
}

}  // namespace gradcircuit
