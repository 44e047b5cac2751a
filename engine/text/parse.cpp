#include "engine/text/parse.hpp"

#include "engine/text/characters.hpp"
#include "engine/text/expression.hpp"
#include "engine/text/lexer.hpp"
#include "engine/text/literal.hpp"
#include "engine/text/mistakes.hpp"
#include "engine/text/recorder.hpp"
#include "engine/text/symbols.hpp"

namespace gradcircuit {
namespace {

/// Reads a program statement by statement, each into the graph before the next is read: the first error in the text is reported.
class ProgramParser {
 public:
  ProgramParser(const TokenList& tokens, const ParseOptions& options);
  Result<Graph> run();

 private:
  std::optional<Error> statement();
  Result<Expression> rest_of_statement(std::size_t first);
  std::optional<Error> assignment();
  std::optional<Error> definition();
  std::optional<Error> bare_expression();
  std::optional<Error> parameters(Function& function);
  std::optional<Error> stage(std::string name, std::uint32_t begin, const Expression& expression);
  void note_unused_values();

  const Token& token() const { return tokens_[at_]; }
  bool at_end() const { return token().kind == TokenKind::end || token().kind == TokenKind::mistake; }

  const TokenList& tokens_;
  const ParseOptions& options_;
  Symbols symbols_;
  ExpressionParser expressions_;
  Recorder recorder_;
  std::size_t at_ = 0;
  NodeId output_ = none;
};

ProgramParser::ProgramParser(const TokenList& tokens, const ParseOptions& options)
    : tokens_(tokens),
      options_(options),
      symbols_(tokens),
      expressions_(tokens, symbols_),
      recorder_(tokens, symbols_, options.node_limit) {
  for (const auto& [name, value] : options.at) {
    const auto id = tokens.names.find(canonical_name(name).value_or(name));
    if (id && symbols_[*id].given == nullptr) symbols_[*id].given = &value;
  }
}

Result<Graph> ProgramParser::run() {
  if (auto error = recorder_.expand(options_.expand)) return std::move(*error);
  while (!at_end()) {
    if (token().kind == TokenKind::separator) {
      ++at_;
      continue;
    }
    if (auto error = statement()) return std::move(*error);
  }
  if (tokens_.mistake) return *tokens_.mistake;
  if (output_ == none) return Error{.code = "empty_program"};
  recorder_.graph().enter({});
  recorder_.graph().set_output(output_);
  note_unused_values();
  return std::move(recorder_.graph());
}

std::optional<Error> ProgramParser::statement() {
  if (token().kind == TokenKind::name && tokens_[at_ + 1].kind == TokenKind::assign) return assignment();
  if (begins_definition(tokens_, at_)) return definition();
  return bare_expression();
}

/// An expression that ends where its statement does: nothing is computed of a statement that cannot be read.
Result<Expression> ProgramParser::rest_of_statement(std::size_t first) {
  auto expression = expressions_.parse(first);
  if (!expression) return expression;
  const TokenKind next = tokens_[expression->end].kind;
  if (next == TokenKind::separator || next == TokenKind::end) return expression;
  if (next == TokenKind::assign && first == at_) return Error{.code = "number_assigned", .span = expression->span};
  return unexpected_after_expression(tokens_, expression->end, "an operator");
}

std::optional<Error> ProgramParser::assignment() {
  const Token& name = token();
  Meaning& symbol = symbols_[name.name];
  if (symbol.has_value) return about_name("assigned_twice", name, {*symbol.assigned});
  if (auto literal = read_literal(tokens_, at_ + 2)) {
    auto node = recorder_.record_input(name, std::move(literal->value), literal->span);
    if (!node) return std::move(node.error());
    output_ = *node;
    at_ = literal->end;
  } else {
    symbols_.target = name.name;
    auto expression = rest_of_statement(at_ + 2);
    symbols_.target.reset();
    if (!expression) return std::move(expression.error());
    if (auto error = stage(std::string(tokens_.names[name.name]), name.span.begin, *expression)) return error;
    recorder_.bind(name.name, output_);
    at_ = expression->end;
  }
  symbol.has_value = true;
  return std::nullopt;
}

std::optional<Error> ProgramParser::bare_expression() {
  const std::uint32_t begin = token().span.begin;
  auto expression = rest_of_statement(at_);
  if (!expression) return std::move(expression.error());
  at_ = expression->end;
  const bool is_name = expression->code.size() == 1 && expression->code[0].kind == Instruction::Kind::variable;
  if (!is_name) return stage("", begin, *expression);
  auto node = recorder_.record(*expression, false);
  if (!node) return std::move(node.error());
  output_ = *node;
  return std::nullopt;
}

/// Appends the nodes of a statement.
std::optional<Error> ProgramParser::stage(std::string name, std::uint32_t begin, const Expression& expression) {
  Graph& graph = recorder_.graph();
  const std::uint32_t stage =
      graph.add_stage({.name = std::move(name), .node = none, .span = {begin, expression.span.end}});
  graph.enter({.stage = stage, .group = none});
  auto node = recorder_.record(expression, true);
  if (!node) return std::move(node.error());
  graph.set_stage_node(stage, *node);
  graph.enter({});
  output_ = *node;
  return std::nullopt;
}

std::optional<Error> ProgramParser::definition() {
  const Token& name = token();
  Meaning& symbol = symbols_[name.name];
  if (symbol.function != no_token) return about_name("defined_twice", name, {*symbol.defined});
  Function function{.name = name.name, .parameters = {}, .body = {}};
  if (auto error = parameters(function)) return error;
  symbols_.defining = name.name;
  auto body = rest_of_statement(tokens_[at_ + 1].partner + 2);
  symbols_.defining.reset();
  if (!body) return std::move(body.error());
  for (const NameId parameter : function.parameters) symbols_[parameter].parameter = no_token;
  function.body = std::move(body->code);
  symbol.function = static_cast<std::uint32_t>(symbols_.functions.size());
  symbols_.functions.push_back(std::move(function));
  at_ = body->end;
  return std::nullopt;
}

std::optional<Error> ProgramParser::parameters(Function& function) {
  const std::size_t close = tokens_[at_ + 1].partner;
  for (std::size_t i = at_ + 2;; i += 2) {
    const Token& name = tokens_[i];
    if (name.kind != TokenKind::name) return unexpected(tokens_, i, "a name");
    Meaning& symbol = symbols_[name.name];
    if (symbol.parameter != no_token) return about_name("parameter_twice", name);
    symbol.parameter = static_cast<std::uint32_t>(function.parameters.size());
    function.parameters.push_back(name.name);
    if (i + 1 == close) return std::nullopt;
    if (tokens_[i + 1].kind != TokenKind::comma) return unexpected(tokens_, i + 1, "',' or ')'");
  }
}

/// Values that the request gives and that change nothing.
void ProgramParser::note_unused_values() {
  Graph& graph = recorder_.graph();
  for (const auto& [name, value] : options_.at) {
    const auto id = tokens_.names.find(canonical_name(name).value_or(name));
    const NodeId node = id ? recorder_.variable(*id) : none;
    if (node != none && graph.is_input(node)) continue;
    graph.add_note({.code = node == none ? DiagnosticCode("unused_at") : DiagnosticCode("at_computed"),
                    .arguments = {{"name", name}}});
  }
}

Error program_too_long(std::string_view program) {
  std::size_t fits = limits::program_bytes;
  while (fits > 0 && (static_cast<unsigned char>(program[fits]) & 0xc0) == 0x80) --fits;
  const std::uint32_t begin = units_of(program.substr(0, fits));
  return {.code = "program_too_long",
          .arguments = {{"limit", std::to_string(limits::program_bytes)}},
          .span = {begin, begin + units_of(program.substr(fits))}};
}

}  // namespace

Result<Graph> parse(std::string_view program, const ParseOptions& options) {
  if (program.size() > limits::program_bytes) return program_too_long(program);
  const TokenList tokens = lex(program);
  return ProgramParser(tokens, options).run();
}

}  // namespace gradcircuit
