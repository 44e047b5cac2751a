#pragma once

#include <string>

#include "engine/gradcircuit.hpp"
#include "wasm_bindings/api.hpp"
#include "wasm_bindings/json_writer.hpp"

namespace gradcircuit {

// What JsonWriter finds by the type of a field.
void write(JsonWriter& json, Span span);
void write(JsonWriter& json, Shape shape);
void write(JsonWriter& json, const Matrix& value);
void write(JsonWriter& json, const Diagnostic& diagnostic);

/// An entry of `steps`.
void write_forward_step(JsonWriter& json, const Explanation& explanation, NodeId node);

/// The reply of `explain`, as ARCHITECTURE.md describes it. `write_more` adds fields and notes to it.
std::string to_json(const Request& request, Explanation explanation, WriteMore write_more);

/// The reply to a request that cannot be fulfilled.
std::string to_json(const Error& error);

}  // namespace gradcircuit
