#include "wasm_bindings/api.hpp"
#include "wasm_bindings/dependence_json.hpp"
#include "wasm_bindings/from_json.hpp"
#include "wasm_bindings/mathml.hpp"
#include "wasm_bindings/tangents_json.hpp"
#include "wasm_bindings/to_json.hpp"

namespace gradcircuit {
namespace {

// ---- derivatives

void write_fields(JsonWriter& json, const WrittenValue& symbols) {
  json.field("text", symbols.program);
  if (!symbols.formula) return;
  json.field("latex", latex(*symbols.formula));
  json.key("mathml");
  write_mathml(json, *symbols.formula);
}

void write_derivative(JsonWriter& json, const SymbolicDerivative& derivative) {
  json.object([&] {
    write_fields(json, derivative.in_inputs);
    if (derivative.in_stages) {
      json.key("staged");
      json.object([&] { write_fields(json, *derivative.in_stages); });
    }
    if (derivative.nodes) json.field("nodes", *derivative.nodes);
    if (derivative.value) json.field("value", *derivative.value);
  });
}

void write_derivatives(JsonWriter& json, const std::vector<SymbolicDerivative>& derivatives) {
  json.object([&] {
    for (const SymbolicDerivative& derivative : derivatives) {
      json.key(derivative.by);
      write_derivative(json, derivative);
    }
  });
}

void write_boxes(JsonWriter& json, const std::vector<SymbolicBox>& boxes) {
  json.list(boxes, [&](const SymbolicBox& box) {
    json.object([&] {
      json.field("node", box.node);
      json.key("partials");
      write_derivatives(json, box.partials);
    });
  });
}

/// Writes what was found; what was not is a note.
template <class T, class Write>
void write_found(JsonWriter& json, std::string_view key, const Result<T>& found, Explanation& explanation,
                 Write write) {
  if (!found) return explanation.notes.push_back(found.error());
  json.key(key);
  write(json, *found);
}

// ---- code

std::string_view name_of(Line::Part part) {
  switch (part) {
    case Line::Part::setup:
      return "setup";
    case Line::Part::forward:
      return "forward";
    case Line::Part::backward:
      break;
  }
  return "backward";
}

void write_line(JsonWriter& json, const Line& line) {
  json.object([&] {
    json.field("part", name_of(line.part));
    if (line.target != none) json.field("target", line.target);
    if (!line.gates.empty()) {
      json.key("gates");
      json.list(line.gates);
    }
    if (line.blanks.empty()) return;
    json.key("blanks");
    json.list(line.blanks, [&](const Blank& blank) {
      json.object([&] {
        json.field("begin", blank.begin);
        json.field("expected", blank.expected);
      });
    });
  });
}

void write_code(JsonWriter& json, Explanation& explanation) {
  std::vector<std::pair<std::string_view, Code>> targets;
  for (std::size_t i = 0; i < std::size(target_names); ++i) {
    auto code = generate(explanation.graph, explanation.output, static_cast<Target>(i));
    if (!code) return explanation.notes.push_back(code.error());
    targets.emplace_back(target_names[i], std::move(*code));
  }
  json.key("code");
  json.object([&] {
    for (const auto& [name, code] : targets) json.field(name, text(code));
  });
  json.key("code_lines");
  json.object([&] {
    for (const auto& [name, code] : targets) {
      json.key(name);
      json.list(code.lines, [&](const Line& line) { write_line(json, line); });
    }
  });
}

// ---- gradients against measured slopes

void write_check(JsonWriter& json, const EntryCheck& check) {
  json.object([&] {
    json.field("finding", finding_names[static_cast<std::size_t>(check.finding)]);
    json.field("gradient", check.gradient);
    json.field("numeric", check.numeric);
    json.field("relative_error", check.relative_error);
    if (check.node != none) json.field("node", check.node);
    if (check.finding != Finding::corner && check.finding != Finding::jump) return;
    json.field("left", check.left);
    json.field("right", check.right);
  });
}

void write_point(JsonWriter& json, const SweepPoint& point) {
  json.object([&] {
    json.field("h", point.h);
    json.field("slope", point.slope);
    json.field("left", point.left);
    json.field("right", point.right);
    json.field("difference", point.difference);
    if (point.corner != none) json.field("corner", point.corner);
  });
}

void write_sweep(JsonWriter& json, const EntryOf& of, const Sweep& sweep) {
  json.object([&] {
    json.field("input", of.input);
    json.field("entry", of.entry);
    json.key("points");
    json.list(sweep.points, [&](const SweepPoint& point) { write_point(json, point); });
    json.field("best", sweep.best);
    json.field("truncation", sweep.truncation);
    json.field("rounding", sweep.rounding);
  });
}

void write_report(JsonWriter& json, const CheckReport& report, const Graph& graph) {
  json.object([&] {
    json.key("entries");
    json.object([&] {
      for (std::size_t i = 0; i < report.checks.size(); ++i) {
        json.key(graph.inputs()[i].name);
        json.list(report.checks[i], [&](const EntryCheck& check) { write_check(json, check); });
      }
    });
    if (!report.swept) return;
    json.key("sweep");
    write_sweep(json, *report.swept, report.sweep);
  });
}

/// Writes forward mode where it can be had; otherwise a note says why not.
void write_forward_mode(JsonWriter& json, const Request& request, Explanation& explanation) {
  const Result<Tangents> found = tangents(explanation, request);
  if (!found) return explanation.notes.push_back(found.error());
  write_tangents(json, explanation, *found);
  if (request.tangent_steps && !found->with_steps)
    explanation.notes.push_back(too_many_steps(*exceeded_by_steps(explanation.graph)));
}

// ---- bugs

void write_bug(JsonWriter& json, const Bug& bug) {
  json.object([&] {
    json.field("rule", bug.rule->id);
    json.field("node", bug.node);
    json.field("breaks", bug.rule->arrival == Arrival::add ? "gate" : "sum");
    json.field("text", bug.rule->text);
  });
}

void write_local_check(JsonWriter& json, const LocalCheck& check) {
  json.object([&] {
    json.field("node", check.node);
    if (check.input) json.field("input", *check.input);
    json.field("entry", check.entry);
    json.field("finding", finding_names[static_cast<std::size_t>(check.finding)]);
    json.field("used", check.used);
    json.field("measured", check.measured);
    json.field("relative_error", check.relative_error);
  });
}

void write_examined(JsonWriter& json, const std::vector<LocalCheck>& checks) {
  json.list(suspects_of(checks), [&](const LocalCheck& check) { write_local_check(json, check); });
  json.key("examined");
  json.list(checks, [&](const LocalCheck& check) { write_local_check(json, check); });
}

void write_more(JsonWriter& json, const Request& request, Explanation& explanation) {
  if (request.derivatives) {
    write_found(json, "derivatives", symbolic_derivatives(explanation, request), explanation, write_derivatives);
    write_found(json, "local_derivatives", symbolic_boxes(explanation), explanation, write_boxes);
  }
  if (request.code) write_code(json, explanation);
  if (request.check_sweep)
    write_found(json, "check_sweep", check_gradients(explanation, request), explanation,
                [&](JsonWriter& to, const CheckReport& report) { write_report(to, report, explanation.graph); });
  if (request.jacobian)
    write_found(json, "jacobian", dependences(explanation, request), explanation,
                [&](JsonWriter& to, const auto& found) { write_dependences(to, explanation.graph, found); });
  if (request.tangents) write_forward_mode(json, request, explanation);
  if (request.bug) {
    json.key("bug");
    write_bug(json, *request.bug);
  }
  if (request.bugs)
    write_found(json, "bugs", plantable_bugs(explanation), explanation,
                [](JsonWriter& to, const std::vector<Bug>& bugs) {
                  to.list(bugs, [&](const Bug& bug) { write_bug(to, bug); });
                });
  if (request.suspects) write_found(json, "suspects", check_gates(explanation, request), explanation, write_examined);
  if (!request.shapes && !request.cost) return;
  const Activity active = activity(explanation.graph, explanation.output);
  if (request.shapes) write_shapes(json, shape_ledger(explanation.graph, active));
  if (request.cost) write_cost(json, gradient_cost(explanation.graph, explanation.output, active));
}

}  // namespace

std::string explain_all_json(std::string_view request) {
  constexpr More more{.read = read_workbench_fields, .amend = plant, .write = write_more};
  return explain_json(request, &more);
}

}  // namespace gradcircuit
