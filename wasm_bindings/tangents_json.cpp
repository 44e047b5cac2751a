#include "wasm_bindings/tangents_json.hpp"

#include "wasm_bindings/to_json.hpp"

namespace gradcircuit {
namespace {

void write_start(JsonWriter& json, const Tangents& tangents) {
  json.object([&] {
    json.field("phase", "start");
    json.field("node", tangents.start);
    json.field("tangent", tangents.values[tangents.start]);
  });
}

void write_step(JsonWriter& json, const TangentStep& step) {
  json.object([&] {
    json.field("phase", "tangent");
    json.field("node", step.node);
    json.field("input", step.input);
    json.field("source", step.source);
    json.field("tangent", step.tangent);
    if (step.partial)
      json.field("partial", *step.partial);
    else
      json.field("rule", step.rule);
    json.field("contribution", step.contribution);
    json.field("total", step.total);
    json.field("arrived", step.arrived);
    json.field("of", step.of);
  });
}

/// The start, then of each gate its value and what arrives there.
void write_steps(JsonWriter& json, const Explanation& explanation, const Tangents& tangents) {
  json.key("steps");
  json.array([&] {
    if (tangents.along) write_start(json, tangents);
    auto step = tangents.steps.begin();
    for (const Box& box : explanation.boxes) {
      if (!explanation.graph.is_leaf(box.node)) write_forward_step(json, explanation, box.node);
      for (; step != tangents.steps.end() && step->node == box.node; ++step) write_step(json, *step);
    }
  });
}

}  // namespace

void write_tangents(JsonWriter& json, const Explanation& explanation, const Tangents& tangents) {
  if (tangents.along) {
    json.key("along");
    json.object([&] {
      json.field("input", tangents.along->input);
      json.field("entry", tangents.along->entry);
    });
  }
  json.key("tangents");
  json.list(tangents.values);
  if (tangents.with_steps) write_steps(json, explanation, tangents);
}

}  // namespace gradcircuit
