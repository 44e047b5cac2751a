#include "wasm_bindings/dependence_json.hpp"

#include "wasm_bindings/to_json.hpp"

namespace gradcircuit {
namespace {

void write_layouts(JsonWriter& json, const LayoutShapes& shapes) {
  json.field("numerator", shapes.numerator);
  json.field("denominator", shapes.denominator);
}

// ---- Jacobians

void write_labels(JsonWriter& json, std::string_view key, const Graph& graph, NodeId id) {
  const std::string_view name = graph.name_of(id);
  json.key(key);
  json.array([&] {
    for (std::uint32_t i = 0; i < graph[id].shape.entries(); ++i) json.text(entry_label(name, graph[id].shape, i));
  });
}

/// The fields of the two ends and what is between them.
void write_entries(JsonWriter& json, const Jacobian& jacobian) {
  json.field("of", jacobian.of);
  json.field("by", jacobian.by);
  json.field("entries", jacobian.entries);
}

void write_orders(JsonWriter& json, Shape of, Shape by) {
  json.key("column_by_column");
  json.object([&] {
    json.key("rows");
    json.list(column_by_column(of));
    json.key("columns");
    json.list(column_by_column(by));
  });
}

void write_dependence(JsonWriter& json, const Graph& graph, const Dependence& dependence) {
  const Jacobian& jacobian = dependence.jacobian;
  const Shape of = graph[jacobian.of].shape;
  const Shape by = graph[jacobian.by].shape;
  json.object([&] {
    write_entries(json, jacobian);
    write_labels(json, "rows", graph, jacobian.of);
    write_labels(json, "columns", graph, jacobian.by);
    write_orders(json, of, by);
    write_layouts(json, layout_shapes(of, by));
    json.field("mode", jacobian.mode == Mode::forward ? "forward" : "reverse");
    json.field("passes", jacobian.passes);
    json.field("multiplications", jacobian.multiplications);
    json.field("adjoint", dependence.adjoint);
    json.field("product", dependence.product);
    json.key("chain");
    json.list(dependence.chain, [&](const Jacobian& factor) { json.object([&] { write_entries(json, factor); }); });
  });
}

// ---- shapes

void write_fields(JsonWriter& json, const ShapeReason& why) {
  json.field("code", shape_text(why.rule).code);
  json.key("args");
  json.object([&] {
    for (const auto& [name, value] : why.arguments) json.field(name, value);
  });
  json.field("message", why.message());
}

void write_value(JsonWriter& json, const ValueShape& value) {
  json.object([&] {
    json.field("node", value.node);
    write_fields(json, value.why);
  });
}

void write_gradient(JsonWriter& json, const GradientShape& gradient) {
  json.object([&] {
    json.field("node", gradient.node);
    write_layouts(json, gradient.shapes);
    write_fields(json, gradient.why);
    json.key("arriving");
    json.list(gradient.arriving, [&](const HandedBack& back) {
      json.object([&] {
        json.field("node", back.from);
        json.field("input", back.operand);
        write_fields(json, back.why);
      });
    });
  });
}

void write_mode(JsonWriter& json, std::string_view mode, const ModeCost& cost) {
  json.key(mode);
  json.object([&] {
    json.field("passes", cost.passes);
    json.field("multiplications", cost.multiplications);
  });
}

}  // namespace

void write_dependences(JsonWriter& json, const Graph& graph, const std::vector<Dependence>& dependences) {
  json.list(dependences, [&](const Dependence& dependence) { write_dependence(json, graph, dependence); });
}

void write_shapes(JsonWriter& json, const ShapeLedger& ledger) {
  json.key("shapes");
  json.object([&] {
    json.key("values");
    json.list(ledger.values, [&](const ValueShape& value) { write_value(json, value); });
    json.key("gradients");
    json.list(ledger.gradients, [&](const GradientShape& gradient) { write_gradient(json, gradient); });
  });
}

void write_cost(JsonWriter& json, const GradientCost& cost) {
  json.key("cost");
  json.object([&] {
    write_mode(json, "forward", cost.forward);
    write_mode(json, "reverse", cost.reverse);
  });
}

}  // namespace gradcircuit
