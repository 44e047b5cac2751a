#pragma once

#include "engine/gradcircuit.hpp"
#include "wasm_bindings/json_writer.hpp"

namespace gradcircuit {

/// A formula as a tree of MathML elements: a list of the element's name and its children, each an element or a text.
void write_mathml(JsonWriter& json, const Formula& formula);

}  // namespace gradcircuit
