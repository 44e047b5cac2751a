#include <numbers>
#include <span>

#include "engine/gradcircuit.hpp"
#include "wasm_bindings/api.hpp"
#include "wasm_bindings/json_writer.hpp"

namespace gradcircuit {
namespace {

/// The points at which the tests compare an op with its derivative: one row a point, one column an operand.
struct OpSamples {
  std::span<const double> numbers;
  std::size_t columns;
};

template <class Op>
consteval OpSamples samples_of() {
  if constexpr (requires { Op::samples; })
    return {{&Op::samples[0][0], sizeof Op::samples / sizeof(double)}, std::size(Op::samples[0])};
  else
    return {{}, 1};
}

constexpr std::array<OpSamples, op_count> op_samples =
    table_of_ops<OpSamples>([]<class Op>() { return samples_of<Op>(); });

std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::elementwise:
      return "elementwise";
    case Kind::comparison:
      return "comparison";
    case Kind::linear_algebra:
      return "linear_algebra";
    case Kind::reduction:
      return "reduction";
    case Kind::loss:
      return "loss";
    case Kind::structure:
      break;
  }
  return "structure";
}

/// Words separated by spaces, one by one.
void write_words(JsonWriter& json, std::string_view words) {
  json.array([&] {
    while (!words.empty()) {
      const std::size_t space = words.find(' ');
      json.text(words.substr(0, space));
      words.remove_prefix(space == std::string_view::npos ? words.size() : space + 1);
    }
  });
}

void write_op(JsonWriter& json, OpId id, WriteMoreOfOp write_more) {
  const OpInfo& op = op_infos[id];
  const Doc doc = op.doc();
  json.object([&] {
    json.field("name", doc.name);
    json.key("aliases");
    write_words(json, doc.aliases);
    json.key("arity");
    op.arity == variadic ? json.null() : json.whole(static_cast<std::uint64_t>(op.arity));
    json.field("kind", name_of(op.kind));
    json.field("notation", doc.notation);
    json.field("summary", doc.summary);
    json.key("rules");
    json.array([&] {
      for (const std::string_view rule : doc.rules)
        if (!rule.empty()) json.text(rule);
    });
    json.field("kinks", doc.kinks);
    if (!doc.definition.empty()) json.field("definition", doc.definition);
    json.key("samples");
    const auto [numbers, columns] = op_samples[id];
    json.array([&] {
      for (std::size_t at = 0; at < numbers.size(); at += columns) json.list(numbers.subspan(at, columns));
    });
    if (write_more != nullptr) write_more(json, id);
  });
}

void write_limits(JsonWriter& json) {
  json.key("limits");
  json.object([&] {
    json.field("program_bytes", limits::program_bytes);
    json.field("request_bytes", limits::request_bytes);
    json.field("request_depth", limits::request_depth);
    json.field("name_length", limits::name_length);
    json.field("depth", limits::depth);
    json.field("page_nodes", limits::page_nodes);
    json.field("api_nodes", limits::api_nodes);
    json.field("operands", limits::operands);
    json.field("elementwise_operands", limits::elementwise_operands);
    json.field("matrix_entries", limits::matrix_entries);
    json.field("page_entries", limits::page_entries);
    json.field("paths_per_input", limits::paths_per_input);
    json.field("path_nodes", limits::path_nodes);
    json.field("checked_work", limits::checked_work);
    json.field("formula_bytes", limits::formula_bytes);
    json.field("symbols", limits::symbols);
    json.field("derivative_nodes", limits::derivative_nodes);
    json.field("derived_nodes", limits::derived_nodes);
    json.field("derivative_order", limits::derivative_order);
    json.field("stepped_nodes", limits::stepped_nodes);
    json.field("stepped_numbers", limits::stepped_numbers);
  });
}

}  // namespace

std::string describe_json(WriteMoreOfOp write_more_of_op) {
  JsonWriter json;
  json.object([&] {
    json.field("version", 1u);
    json.key("ok");
    json.boolean(true);
    json.field("engine", "0.1.0");
    json.key("ops");
    json.array([&] {
      for (OpId id = 0; id < op_count; ++id) write_op(json, id, write_more_of_op);
    });
    json.key("constants");
    json.object([&] {
      json.field("pi", std::numbers::pi);
      json.field("e", std::numbers::e);
    });
    json.key("diagnostics");
    json.list(all_diagnostics, [&](const DiagnosticText& text) {
      json.object([&] {
        json.field("code", text.code);
        json.field("message", text.message);
        json.field("hint", text.hint);
      });
    });
    write_limits(json);
  });
  return json.take();
}

}  // namespace gradcircuit
