#include "wasm_bindings/api.hpp"
#include "wasm_bindings/from_json.hpp"
#include "wasm_bindings/to_json.hpp"

namespace gradcircuit {
namespace {

/// Each is compared with every answer.
constexpr std::size_t most_mistakes = 100;

struct GradeRequest {
  Exercise exercise;
  std::string answer;
};

// ---- the request

Ask read_asked(const Reader& ask) {
  Ask asked;
  int kinds = 0;
  const auto take = [&](Ask::Kind kind) {
    return [&asked, &kinds, kind](const Reader& what) {
      asked.kind = kind;
      if (what.is_number() && kind != Ask::Kind::expression)
        asked.node = what.whole_number();
      else
        asked.text = what.text();
      ++kinds;
    };
  };
  bool has_by = false;
  Fields fields(ask);
  fields.optional("value", take(Ask::Kind::value));
  fields.optional("gradient", take(Ask::Kind::gradient));
  fields.optional("partial", take(Ask::Kind::partial));
  fields.optional("contribution", take(Ask::Kind::contribution));
  fields.optional("expression", take(Ask::Kind::expression));
  fields.optional("by", [&](const Reader& by) {
    asked.by = by.text();
    has_by = true;
  });
  fields.optional("input", [&](const Reader& input) { asked.input = input.whole_number(); });
  fields.finish();
  const bool on_edge = asked.kind == Ask::Kind::partial || asked.kind == Ask::Kind::contribution;
  if (kinds != 1)
    ask.complain(R"(must have one of "value", "gradient", "partial", "contribution" and "expression")");
  else if (has_by != (on_edge && !asked.node))
    ask.complain(R"(must have "by" with the name of a "partial" or "contribution", and only there)");
  else if (asked.input.has_value() != (on_edge && asked.node))
    ask.complain(R"(must have "input" with the id of a "partial" or "contribution", and only there)");
  return asked;
}

bool read_form(const Reader& form) {
  const std::string name = form.text();
  if (name != "number" && name != "formula") form.complain("must be \"number\" or \"formula\"");
  return name == "formula";
}

std::uint32_t read_decimals(const Reader& decimals) {
  const std::uint32_t count = decimals.whole_number();
  if (count > 15) decimals.complain("must be at most 15");
  return count;
}

double read_tolerance(const Reader& tolerance) {
  const double relative = tolerance.number();
  if (!(relative >= 0 && relative < 1)) tolerance.complain("must be at least 0 and less than 1");
  return relative;
}

Mistake read_mistake(const Reader& reader) {
  Mistake mistake;
  Fields fields(reader);
  fields.optional("id", [&](const Reader& id) { mistake.id = id.text(); });
  fields.required("expression", [&](const Reader& expression) { mistake.expression = expression.text(); });
  fields.required("text", [&](const Reader& text) { mistake.text = text.text(); });
  fields.finish();
  return mistake;
}

Exercise read_exercise(const Reader& reader) {
  Exercise exercise;
  Fields fields(reader);
  fields.required("program", [&](const Reader& program) { exercise.program = program.text(); });
  fields.optional("at", [&](const Reader& at) { exercise.at = read_inputs(at); });
  fields.optional("output", [&](const Reader& output) { exercise.output = output.text(); });
  fields.optional("output_adjoint", [&](const Reader& adjoint) { exercise.output_adjoint = adjoint.matrix(); });
  read_picture(fields, exercise);
  fields.required("ask", [&](const Reader& ask) { exercise.asked = read_asked(ask); });
  fields.optional("form", [&](const Reader& form) { exercise.formula = read_form(form); });
  fields.optional("decimals", [&](const Reader& decimals) { exercise.decimals = read_decimals(decimals); });
  fields.optional("tolerance", [&](const Reader& tolerance) { exercise.tolerance = read_tolerance(tolerance); });
  fields.optional("names", [&](const Reader& names) {
    exercise.names.emplace();
    names.each_entry(limits::page_nodes, [&](const Reader& name) { exercise.names->push_back(name.text()); });
  });
  fields.optional("mistakes", [&](const Reader& mistakes) {
    mistakes.each_entry(most_mistakes,
                        [&](const Reader& mistake) { exercise.mistakes.push_back(read_mistake(mistake)); });
  });
  fields.finish();
  return exercise;
}

Result<GradeRequest> read_grade_request(std::string_view json) {
  return read_document<GradeRequest>(json, [](const Reader& document) {
    GradeRequest request;
    Fields fields(document);
    fields.required("exercise", [&](const Reader& exercise) { request.exercise = read_exercise(exercise); });
    fields.required("answer", [&](const Reader& answer) { request.answer = answer.text(); });
    fields.finish();
    return request;
  });
}

// ---- the reply

void write_misconception(JsonWriter& json, const Misconception& misconception) {
  json.object([&] {
    json.field("id", misconception.id);
    json.field("source", std::string_view(misconception.general ? "general" : "exercise"));
    if (misconception.name) {
      json.field("name", *misconception.name);
      json.field("wrong", misconception.wrong);
      json.field("right", misconception.right);
    }
    json.field("message", misconception.text);
  });
}

void write_remark(JsonWriter& json, Remark remark) {
  json.object([&] {
    json.field("code", remark_names[static_cast<std::size_t>(remark)]);
    json.field("message", remark_texts[static_cast<std::size_t>(remark)]);
  });
}

void write_entries(JsonWriter& json, const Grade& grade) {
  const std::size_t columns = grade.expected.shape().columns;
  json.list(grade.wrong_entries,
            [&](std::size_t entry) { json.list(std::initializer_list{entry / columns, entry % columns}); });
}

std::string to_json(const Grade& grade) {
  JsonWriter json;
  json.object([&] {
    json.field("version", 1u);
    json.key("ok");
    json.boolean(true);
    json.field("verdict", verdict_names[static_cast<std::size_t>(grade.verdict)]);
    if (grade.error) json.field("error", *grade.error);
    if (grade.remark) {
      json.key("remark");
      write_remark(json, *grade.remark);
    }
    if (grade.misconception) {
      json.key("misconception");
      write_misconception(json, *grade.misconception);
    }
    if (!grade.found) return;
    json.field("found", *grade.found);
    json.field("expected", grade.expected);
    json.key("wrong_entries");
    write_entries(json, grade);
  });
  return json.take();
}

}  // namespace

std::string grade_json(std::string_view text) {
  const Result<GradeRequest> request = read_grade_request(text);
  if (!request) return to_json(request.error());
  const Result<Grade> grade = gradcircuit::grade(request->exercise, request->answer);
  return grade ? to_json(*grade) : to_json(grade.error());
}

}  // namespace gradcircuit
