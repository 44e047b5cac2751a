#pragma once

#include <string_view>

#include "wasm_bindings/api.hpp"
#include "wasm_bindings/reader.hpp"

namespace gradcircuit {

/// Values by name.
InputValues read_inputs(const Reader& at);

Zoom read_zoom(const Reader& zoom);

/// The picture in which a document means boxes and groups.
template <class Document>
void read_picture(Fields& fields, Document& document) {
  fields.optional("expand", [&](const Reader& expand) {
    expand.each_entry(op_count, [&](const Reader& name) { document.expand.push_back(name.text()); });
  });
  fields.optional("zoom", [&](const Reader& zoom) { document.zoom = read_zoom(zoom); });
  fields.optional("closed", [&](const Reader& closed) {
    closed.each_entry(limits::page_nodes, [&](const Reader& id) { document.closed.push_back(id.whole_number()); });
  });
}

/// What a reply may include besides the graph and its numbers.
struct Part {
  std::string_view name;
  bool Request::* wanted;
  bool of_workbench;  ///< and of no smaller module
};
inline constexpr Part parts[] = {
    {"steps", &Request::steps, false},
    {"paths", &Request::paths, false},
    {"check", &Request::check, false},
    {"check_sweep", &Request::check_sweep, true},
    {"derivatives", &Request::derivatives, true},
    {"code", &Request::code, true},
    {"jacobian", &Request::jacobian, true},
    {"shapes", &Request::shapes, true},
    {"cost", &Request::cost, true},
    {"tangents", &Request::tangents, true},
    {"bugs", &Request::bugs, true},
    {"suspects", &Request::suspects, true},
};

/// Asks for the fields of a request that only the workbench has a use for.
void read_workbench_fields(Fields& fields, Request& request);

/// Reads the request of `explain`. Fails with bad_request, which names the place and what was expected there. A field that neither
/// this nor `read_more` asks for is refused.
Result<Request> read_request(std::string_view json, ReadMore read_more = nullptr);

}  // namespace gradcircuit
