#include "wasm_bindings/from_json.hpp"

#include <algorithm>

namespace gradcircuit {

InputValues read_inputs(const Reader& at) {
  InputValues inputs;
  at.each_field(limits::page_nodes, [&](std::string_view name, const Reader& value) {
    if (name.empty() || name.size() > limits::name_length)
      return value.complain("is not the name of an input: it needs 1 to " + std::to_string(limits::name_length) +
                            " characters");
    inputs.emplace_back(name, value.matrix());
  });
  return inputs;
}

Zoom read_zoom(const Reader& zoom) {
  const std::string name = zoom.text();
  if (name == "stages") return Zoom::stages;
  if (name != "gates") zoom.complain("must be \"gates\" or \"stages\"");
  return Zoom::gates;
}

namespace {

std::string names_of_parts() {
  std::string names;
  for (const Part& part : parts) names += (names.empty() ? "\"" : ", \"") + std::string(part.name) + "\"";
  return names;
}

void read_part(const Reader& part, Request& request) {
  const std::string name = part.text();
  const auto found = std::ranges::find(parts, name, &Part::name);
  if (found != std::end(parts))
    request.*found->wanted = true;
  else
    part.complain("must be one of " + names_of_parts());
}

}  // namespace

Result<Request> read_request(std::string_view json, ReadMore read_more) {
  return read_document<Request>(json, [&](const Reader& document) {
    Request request;
    Fields fields(document);
    fields.required("program", [&](const Reader& program) { request.program = program.text(); });
    fields.optional("at", [&](const Reader& at) { request.at = read_inputs(at); });
    fields.optional("output", [&](const Reader& output) { request.output = output.text(); });
    fields.optional("output_adjoint", [&](const Reader& adjoint) { request.output_adjoint = adjoint.matrix(); });
    read_picture(fields, request);
    fields.optional("include", [&](const Reader& include) {
      include.each_entry(limits::page_nodes, [&](const Reader& part) { read_part(part, request); });
    });
    if (read_more != nullptr) read_more(fields, request);
    fields.finish();
    return request;
  });
}

}  // namespace gradcircuit
