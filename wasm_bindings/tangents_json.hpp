#pragma once

#include "engine/gradcircuit.hpp"
#include "wasm_bindings/json_writer.hpp"

namespace gradcircuit {

/// The fields that forward mode adds to an explanation, as ARCHITECTURE.md describes them.
void write_tangents(JsonWriter& json, const Explanation& explanation, const Tangents& tangents);

}  // namespace gradcircuit
