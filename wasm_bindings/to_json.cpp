#include "wasm_bindings/to_json.hpp"

#include <algorithm>
#include <vector>

namespace gradcircuit {

void write(JsonWriter& json, Span span) { json.list(std::initializer_list{span.begin, span.end}); }

void write(JsonWriter& json, Shape shape) { json.list(std::initializer_list{shape.rows, shape.columns}); }

void write(JsonWriter& json, const Matrix& value) {
  const auto [rows, columns] = value.shape();
  if (value.shape().is_scalar()) return json.number(value[0]);
  json.array([&] {
    for (std::uint32_t row = 0; row < rows; ++row) json.list(value.view().flat().subspan(row * columns, columns));
  });
}

void write(JsonWriter& json, const Diagnostic& diagnostic) {
  json.object([&] {
    json.field("code", diagnostic.code.name());
    json.key("args");
    json.object([&] {
      for (const auto& [name, value] : diagnostic.arguments) json.field(name, value);
    });
    // the empty span at 0 is no place in a program
    if (diagnostic.span != Span{}) json.field("span", diagnostic.span);
    if (!diagnostic.related.empty()) {
      json.key("related");
      json.list(diagnostic.related);
    }
    if (const std::string hint = diagnostic.hint(); !hint.empty()) json.field("hint", hint);
    if (diagnostic.fix) {
      json.key("fix");
      json.object([&] {
        json.field("span", diagnostic.fix->span);
        json.field("text", diagnostic.fix->text);
      });
    }
    if (diagnostic.node) json.field("node", *diagnostic.node);
    json.field("message", diagnostic.message());
  });
}

namespace {

// ---- the graph

/// What the program calls each node; empty where it has no name for it.
std::vector<std::string_view> names_of_nodes(const Graph& graph) {
  std::vector<std::string_view> names(graph.size());
  for (const Input& input : graph.inputs()) names[input.node] = input.name;
  for (const Stage& stage : graph.stages()) names[stage.node] = stage.name;
  return names;
}

/// Ids of the groups that a group lies in and of itself, outermost first.
std::vector<std::uint32_t> enclosing_groups(const Graph& graph, std::uint32_t innermost) {
  std::vector<std::uint32_t> groups;
  for (std::uint32_t id = innermost; id != none; id = graph.groups()[id].parent) groups.push_back(id);
  std::ranges::reverse(groups);
  return groups;
}

/// [i] for an entry of a row or column, otherwise [i, j].
void write_index(JsonWriter& json, Shape indexed, const Attributes& at) {
  json.key("index");
  if (indexed.is_vector())
    json.list(std::initializer_list{at.row + at.column});
  else
    json.list(std::initializer_list{at.row, at.column});
}

void write_node(JsonWriter& json, const Graph& graph, NodeId id, std::string_view name) {
  const Node& node = graph[id];
  const Scope scope = graph.scope_of(id);
  json.object([&] {
    json.field("id", id);
    json.field("op", op_name(node.op));
    json.key("inputs");
    json.list(graph.operands(id));
    json.field("span", node.span);
    json.field("shape", node.shape);
    if (!name.empty()) json.field("name", name);
    if (scope.stage != none) json.field("stage", scope.stage);
    json.key("group");
    json.list(enclosing_groups(graph, scope.group));
    if (const auto numbers = written_numbers(graph, id); !numbers.empty()) {
      json.key("numbers");
      json.list(numbers);
    }
    if (node.op == op_id<ops::Index>()) write_index(json, graph[graph.operands(id)[0]].shape, graph.attributes(id));
  });
}

void write_graph(JsonWriter& json, const Graph& graph) {
  const std::vector<std::string_view> names = names_of_nodes(graph);
  std::uint32_t id = 0;
  json.key("graph");
  json.object([&] {
    json.key("nodes");
    json.list(names, [&](std::string_view name) { write_node(json, graph, id++, name); });
    id = 0;
    json.key("stages");
    json.list(graph.stages(), [&](const Stage& stage) {
      json.object([&] {
        json.field("id", id++);
        json.field("name", stage.name);
        json.field("node", stage.node);
        json.field("span", stage.span);
      });
    });
    id = 0;
    json.key("groups");
    json.list(graph.groups(), [&](const Group& group) {
      json.object([&] {
        json.field("id", id++);
        json.field("name", group.name);
        json.field("span", group.span);
        json.key("parent");
        group.parent == none ? json.null() : json.whole(group.parent);
        json.field("output", group.output);
      });
    });
  });
}

// ---- values and derivatives

std::string_view name_of(Input::Source source) {
  switch (source) {
    case Input::Source::literal:
      return "literal";
    case Input::Source::at:
      return "at";
    case Input::Source::unspecified:
      break;
  }
  return "default";
}

void write_inputs(JsonWriter& json, const Explanation& explanation) {
  json.key("inputs");
  json.list(explanation.graph.inputs(), [&](const Input& input) {
    json.object([&] {
      json.field("name", input.name);
      json.field("node", input.node);
      json.field("value", explanation.primals[input.node]);
      json.field("gradient", explanation.adjoints[input.node]);
      json.field("source", name_of(input.source));
      if (input.source == Input::Source::literal) json.field("span", input.literal);
    });
  });
}

void write_view(JsonWriter& json, const std::vector<Box>& boxes) {
  json.key("view");
  json.object([&] {
    json.key("boxes");
    json.list(boxes, [&](const Box& box) {
      json.object([&] {
        json.field("node", box.node);
        json.key("inputs");
        json.list(box.inputs);
        json.key("partials");
        json.list(box.partials);
        if (box.group != none) json.field("group", box.group);
        if (box.stage != none) json.field("stage", box.stage);
      });
    });
  });
}

void write_backward_step(JsonWriter& json, const BackwardStep& step) {
  json.object([&] {
    json.field("phase", "backward");
    json.field("node", step.node);
    json.field("input", step.input);
    json.field("target", step.target);
    json.field("adjoint", step.adjoint);
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

void write_steps(JsonWriter& json, const Explanation& explanation) {
  json.key("steps");
  json.array([&] {
    for (const NodeId node : explanation.forward_steps) write_forward_step(json, explanation, node);
    json.object([&] {
      json.field("phase", "start");
      json.field("node", explanation.output);
      json.field("adjoint", explanation.output_adjoint);
    });
    for (const BackwardStep& step : explanation.backward_steps) write_backward_step(json, step);
  });
}

void write_paths(JsonWriter& json, const Explanation& explanation) {
  json.key("paths");
  json.object([&] {
    for (std::size_t i = 0; i < explanation.paths.size(); ++i) {
      if (!explanation.paths[i]) continue;
      json.key(explanation.graph.inputs()[i].name);
      json.list(explanation.paths[i]->paths, [&](const Path& path) {
        json.object([&] {
          json.key("nodes");
          json.list(path.nodes);
          json.field("product", path.product);
        });
      });
    }
  });
  json.key("truncated_paths");
  json.array([&] {
    for (std::size_t i = 0; i < explanation.paths.size(); ++i)
      if (explanation.paths[i] && explanation.paths[i]->truncated) json.text(explanation.graph.inputs()[i].name);
  });
}

void write_checks(JsonWriter& json, const Explanation& explanation) {
  json.key("check");
  json.object([&] {
    for (std::size_t i = 0; i < explanation.checks.size(); ++i) {
      json.key(explanation.graph.inputs()[i].name);
      json.object([&] {
        json.field("numeric", explanation.checks[i].numeric);
        json.field("relative_error", explanation.checks[i].relative_error);
      });
    }
  });
}

}  // namespace

void write_forward_step(JsonWriter& json, const Explanation& explanation, NodeId node) {
  json.object([&] {
    json.field("phase", "forward");
    json.field("node", node);
    json.field("value", explanation.primals[node]);
  });
}

std::string to_json(const Request& request, Explanation explanation, WriteMore write_more) {
  return document(true, [&](JsonWriter& json) {
    write_graph(json, explanation.graph);
    write_inputs(json, explanation);
    json.key("output");
    json.object([&] {
      json.field("node", explanation.output);
      json.field("value", explanation.primals[explanation.output]);
    });
    json.key("primals");
    json.list(explanation.primals);
    json.key("adjoints");
    json.list(explanation.adjoints);
    write_view(json, explanation.boxes);
    if (explanation.with_steps) write_steps(json, explanation);
    if (!explanation.paths.empty()) write_paths(json, explanation);
    if (!explanation.checks.empty()) write_checks(json, explanation);
    if (write_more != nullptr) write_more(json, request, explanation);
    json.key("notes");
    json.list(explanation.notes);
  });
}

std::string to_json(const Error& error) {
  return document(false, [&](JsonWriter& json) { json.field("error", error); });
}

}  // namespace gradcircuit
