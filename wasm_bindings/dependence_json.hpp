#pragma once

#include "engine/gradcircuit.hpp"
#include "wasm_bindings/json_writer.hpp"

/// What the workbench says of Jacobians, shapes and costs, as ARCHITECTURE.md describes it.
namespace gradcircuit {

void write_dependences(JsonWriter& json, const Graph& graph, const std::vector<Dependence>& dependences);
/// A field.
void write_shapes(JsonWriter& json, const ShapeLedger& ledger);
/// A field.
void write_cost(JsonWriter& json, const GradientCost& cost);

}  // namespace gradcircuit
