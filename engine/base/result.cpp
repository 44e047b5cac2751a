#include "engine/base/result.hpp"

namespace gradcircuit {

std::optional<std::string> fill_in(std::string_view text, const std::vector<TextArgument>& arguments) {
  std::string filled;
  while (!text.empty()) {
    const std::size_t open = text.find('{');
    filled += text.substr(0, open);
    if (open == std::string_view::npos) break;
    const std::size_t close = text.find('}', open);
    const std::string_view name = text.substr(open + 1, close - open - 1);
    const std::string* value = nullptr;
    for (const auto& [key, candidate] : arguments)
      if (key == name) value = &candidate;
    if (value == nullptr) return std::nullopt;
    filled += *value;
    text.remove_prefix(close + 1);
  }
  return filled;
}

std::string Diagnostic::hint() const { return fill_in(code.text().hint, arguments).value_or(""); }

std::string Diagnostic::message() const {
  std::string message = fill_in(code.text().message, arguments).value_or(std::string(code.text().message));
  if (const std::string suffix = hint(); !suffix.empty()) message += "; " + suffix;
  return message;
}

}  // namespace gradcircuit
