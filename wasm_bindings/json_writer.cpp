#include "wasm_bindings/json_writer.hpp"

#include <cmath>
#include <iterator>
#include <nlohmann/json.hpp>

namespace gradcircuit {
namespace {

/// Length of the UTF-8 character that `text` begins with; 0 when it begins with none.
std::size_t character_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  const auto continues = [&](std::size_t i) { return (byte(i) & 0xc0u) == 0x80; };
  const unsigned first = byte(0);
  const unsigned second = byte(1);
  if (first < 0x80) return 1;
  if (first < 0xc2 || !continues(1)) return 0;
  if (first < 0xe0) return 2;
  // neither overlong nor a surrogate, and nothing above U+10FFFF
  if ((first == 0xe0 && second < 0xa0) || (first == 0xed && second >= 0xa0) || !continues(2)) return 0;
  if (first < 0xf0) return 3;
  if ((first == 0xf0 && second < 0x90) || (first == 0xf4 && second >= 0x90) || first > 0xf4 || !continues(3)) return 0;
  return 4;
}

/// Written as it is, whatever stands around it.
bool is_plain(char c) { return c >= 0x20 && c < 0x7f && c != '"' && c != '\\'; }

}  // namespace

void JsonWriter::make_room(std::size_t size) {
  if (json_.size() - size_ < size) json_.resize(2 * (size_ + size));
}

void JsonWriter::put(char c) {
  make_room(1);
  json_[size_++] = c;
}

void JsonWriter::put(std::string_view text) {
  make_room(text.size());
  char* to = json_.data() + size_;
  for (const char c : text) *to++ = c;
  size_ += text.size();
}

std::string JsonWriter::take() {
  json_.resize(size_);
  return std::move(json_);
}

/// A comma, unless this is the first entry of a list or object, or the value of a field.
void JsonWriter::separate() {
  if (size_ == 0) return;
  // a string that ends in one of these is followed by its quote
  const char last = json_[size_ - 1];
  if (last != '[' && last != '{' && last != ':') put(',');
}

void JsonWriter::open(char bracket) {
  separate();
  put(bracket);
}

void JsonWriter::close(char bracket) { put(bracket); }

void JsonWriter::atom(std::string_view token) {
  separate();
  put(token);
}

void JsonWriter::key(std::string_view name) {
  separate();
  put('"');
  put(name);
  put("\":");
}

void JsonWriter::text(std::string_view text) {
  separate();
  put('"');
  while (!text.empty()) {
    std::size_t plain = 0;
    while (plain < text.size() && is_plain(text[plain])) ++plain;
    put(text.substr(0, plain));
    text.remove_prefix(plain);
    if (!text.empty()) text.remove_prefix(escape(text));
  }
  put('"');
}

/// Writes the character that `text` begins with; returns its length.
std::size_t JsonWriter::escape(std::string_view text) {
  const auto c = static_cast<unsigned char>(text[0]);
  const std::size_t length = character_length(text);
  if (c < 0x20) {
    const char escaped[] = {'\\', 'u', '0', '0', static_cast<char>('0' + (c >> 4)), "0123456789abcdef"[c & 15]};
    put({escaped, sizeof escaped});
  } else if (length == 0) {
    put("\xef\xbf\xbd");
    return 1;
  } else {
    if (c == '"' || c == '\\') put('\\');
    put(text.substr(0, length));
  }
  return length;
}

void JsonWriter::number(double value) {
  if (std::isnan(value)) return text("NaN");
  if (std::isinf(value)) return text(value > 0 ? "Infinity" : "-Infinity");
  if (value == 0) return std::signbit(value) ? text("-0") : atom("0");
  char digits[32];
  const char* const end = nlohmann::detail::to_chars(digits, digits + sizeof digits, value);
  std::string_view token(digits, static_cast<std::size_t>(end - digits));
  if (token.ends_with(".0")) token.remove_suffix(2);
  atom(token);
}

void JsonWriter::whole(std::uint64_t value) {
  char digits[20];
  char* begin = std::end(digits);
  do *--begin = static_cast<char>('0' + value % 10);
  while ((value /= 10) != 0);
  atom({begin, static_cast<std::size_t>(std::end(digits) - begin)});
}

}  // namespace gradcircuit
