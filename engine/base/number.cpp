#include "engine/base/number.hpp"

#include <cmath>
#include <cstddef>

#include "engine/base/decimal.hpp"

namespace gradcircuit {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::optional<double> read_number(std::string_view text) {
  std::string digits;
  int exponent = 0;
  bool fraction = false;
  std::size_t i = 0;
  for (; i < text.size() && (is_digit(text[i]) || (text[i] == '.' && !fraction)); ++i) {
    if (text[i] == '.') {
      fraction = true;
      continue;
    }
    digits += text[i];
    if (fraction) --exponent;
  }
  if (digits.empty()) return std::nullopt;
  if (i < text.size()) {
    if (text[i] != 'e' && text[i] != 'E') return std::nullopt;
    ++i;
    const bool negative = text.substr(i).starts_with('-');
    if (negative || text.substr(i).starts_with('+')) ++i;
    if (i == text.size()) return std::nullopt;
    int written = 0;
    for (; i < text.size(); ++i) {
      if (!is_digit(text[i])) return std::nullopt;
      if (written < 100'000'000) written = written * 10 + (text[i] - '0');
    }
    exponent += negative ? -written : written;
  }
  return Decimal(digits, exponent).nearest_double();
}

std::string print_number(double value) {
  if (std::isnan(value)) return "NaN";
  const std::string sign = std::signbit(value) ? "-" : "";
  if (std::isinf(value)) return sign + "Infinity";
  if (value == 0) return sign + "0";

  const Decimal decimal = Decimal::shortest(std::fabs(value));
  const std::string& digits = decimal.digits();
  const int point = decimal.point();
  const int count = static_cast<int>(digits.size());
  const auto zeros = [](int n) { return std::string(static_cast<std::size_t>(n), '0'); };
  const auto at = static_cast<std::size_t>(point);
  if (point > 0 && point <= 21)
    return sign + (count <= point ? digits + zeros(point - count) : digits.substr(0, at) + "." + digits.substr(at));
  if (point > -6 && point <= 0) return sign + "0." + zeros(-point) + digits;
  const int exponent = point - 1;
  return sign + digits.substr(0, 1) + (count > 1 ? "." + digits.substr(1) : "") + (exponent < 0 ? "e" : "e+") +
         std::to_string(exponent);
}

}  // namespace gradcircuit
