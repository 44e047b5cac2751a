#include "engine/text/symbols.hpp"

#include <algorithm>
#include <numbers>

#include "engine/text/characters.hpp"

namespace gradcircuit {
namespace {

bool is_callable(OpId op) {
  const Doc doc = op_infos[op].doc();
  return doc.notation.starts_with(doc.name) && doc.notation.substr(doc.name.size()).starts_with("(");
}

}  // namespace

Symbols::Symbols(const TokenList& tokens) : tokens_(tokens), symbols_(tokens.names.size()) {
  bool first = true;  // of its statement
  for (std::size_t i = 0; i < tokens.tokens.size(); ++i) {
    const Token& token = tokens[i];
    const bool begins = first;
    first = token.kind == TokenKind::separator;
    if (token.kind != TokenKind::name) continue;
    Meaning& symbol = symbols_[token.name];
    const TokenKind next = tokens[i + 1].kind;
    if (begins && next == TokenKind::assign) {
      if (!symbol.assigned) symbol.assigned = token.span;
    } else if (begins && begins_definition(tokens, i)) {
      if (!symbol.defined) symbol.defined = token.span;
    } else if (next != TokenKind::left_parenthesis) {
      if (!symbol.is_read) symbol.op = find_callable(tokens.names[token.name]);
      symbol.is_read = true;
    }
  }
}

bool Symbols::is_variable(NameId id) const {
  const Meaning& symbol = symbols_[id];
  return symbol.assigned || symbol.given != nullptr || symbol.parameter != no_token;
}

std::vector<std::string_view> Symbols::callable_names() const {
  std::vector<std::string_view> names;
  for (const Function& function : functions) names.push_back(tokens_.names[function.name]);
  for (OpId op = 0; op < op_count; ++op) {
    if (!is_callable(op)) continue;
    names.push_back(op_infos[op].name());
    std::string_view aliases = op_infos[op].aliases();
    while (!aliases.empty()) {
      const std::string_view alias = aliases.substr(0, aliases.find(' '));
      if (static_cast<unsigned char>(alias[0]) < 0x80) names.push_back(alias);
      aliases.remove_prefix(std::min(aliases.size(), alias.size() + 1));
    }
  }
  return names;
}

bool begins_definition(const TokenList& tokens, std::size_t first) {
  if (tokens[first].kind != TokenKind::name || tokens[first + 1].kind != TokenKind::left_parenthesis) return false;
  const std::uint32_t close = tokens[first + 1].partner;
  return close != no_token && tokens[close + 1].kind == TokenKind::assign;
}

std::optional<OpId> find_callable(std::string_view name) {
  const OpId op = find_op(name);
  return op < op_count && is_callable(op) ? std::optional(op) : std::nullopt;
}

std::vector<std::string_view> operand_names(OpId op) {
  std::vector<std::string_view> names;
  const Doc doc = op_infos[op].doc();
  std::string_view rest = doc.notation.substr(doc.name.size() + 1);
  while (!rest.empty()) {
    const std::size_t end = rest.find_first_of(",)");
    names.push_back(rest.substr(0, end));
    rest.remove_prefix(std::min(rest.size(), end + 2));
  }
  return names;
}

std::optional<double> find_constant(std::string_view name) {
  if (name == "pi") return std::numbers::pi;
  if (name == "e") return std::numbers::e;
  return std::nullopt;
}

std::string call_notation(const TokenList& tokens, const Function& function) {
  std::string text(tokens.names[function.name]);
  char before = '(';
  for (const NameId parameter : function.parameters) {
    text += before == '(' ? "(" : ", ";
    text += tokens.names[parameter];
    before = ',';
  }
  return shortened(text + ")");
}

std::string call_notation(OpId op) { return std::string(op_infos[op].notation()); }

}  // namespace gradcircuit
