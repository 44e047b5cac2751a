#include "engine/text/characters.hpp"

#include <algorithm>
#include <iterator>

namespace gradcircuit {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

template <std::size_t N>
bool lies_in(const Range (&ranges)[N], char32_t code) {
  return std::ranges::any_of(ranges, [&](Range range) { return range.first <= code && code <= range.last; });
}

/// Controls of writing direction: they show a text in another order than the one it is read in.
constexpr Range directions[] = {{0x202a, 0x202e}, {0x2066, 0x2069}};
constexpr Range controls[] = {{0, 8}, {0xe, 0x1f}, {0x7f, 0x9f}};
/// What has no picture of its own: controls, joiners and marks, separators, private use, the replacement character.
constexpr Range invisible[] = {{0, 0x20},        {0x7f, 0xa0},     {0xad, 0xad},       {0x300, 0x36f},
                               {0x61c, 0x61c},   {0x2000, 0x200f}, {0x2028, 0x202f},   {0x205f, 0x206f},
                               {0x20d0, 0x20ff}, {0x3000, 0x3000}, {0xe000, 0xf8ff},   {0xfe00, 0xfe0f},
                               {0xfeff, 0xfeff}, {0xfff0, 0xffff}, {0xe0000, 0x10ffff}};

/// U+03B1 to U+03C9, ς among them.
constexpr std::string_view greek[] = {
    "alpha", "beta",    "gamma", "delta", "epsilon", "zeta",  "eta", "theta",   "iota", "kappa", "lambda", "mu",   "nu",
    "xi",    "omicron", "pi",    "rho",   "sigma",   "sigma", "tau", "upsilon", "phi",  "chi",   "psi",    "omega"};
constexpr std::string_view capital_greek[] = {
    "Alpha", "Beta",    "Gamma", "Delta", "Epsilon", "Zeta",  "Eta", "Theta",   "Iota", "Kappa", "Lambda", "Mu",   "Nu",
    "Xi",    "Omicron", "Pi",    "Rho",   "",        "Sigma", "Tau", "Upsilon", "Phi",  "Chi",   "Psi",    "Omega"};
struct Variant {
  char32_t code;
  std::string_view name;
};
/// Other forms of these letters: the micro sign, the ohm sign, the increment and what TeX calls \var….
constexpr Variant variants[] = {{0xb5, "mu"},       {0x3d1, "theta"},  {0x3d5, "phi"},
                                {0x3d6, "pi"},      {0x3f0, "kappa"},  {0x3f1, "rho"},
                                {0x3f5, "epsilon"}, {0x2126, "Omega"}, {0x2206, "Delta"}};
constexpr std::string_view digits = "0123456789";

std::string hexadecimal(char32_t value, std::size_t least_digits) {
  std::string text;
  for (; value != 0 || text.size() < least_digits; value /= 16) text.insert(0, 1, "0123456789ABCDEF"[value % 16]);
  return text;
}

}  // namespace

Character first_character(std::string_view text) {
  const auto byte = [&](std::size_t i) -> char32_t {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0;
  };
  const char32_t first = byte(0);
  if (first < 0x80) return {.code = first, .bytes = 1};
  const std::uint8_t bytes = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  char32_t code = first & (0xffu >> (bytes + 1));
  for (std::size_t i = 1; i < bytes; ++i) {
    if ((byte(i) & 0xc0) != 0x80) return {};
    code = code << 6 | (byte(i) & 0x3f);
  }
  constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = code >= 0xd800 && code <= 0xdfff;
  if (first < 0xc0 || first > 0xf7 || code < least[bytes] || code > 0x10ffff || surrogate) return {};
  return {.code = code, .bytes = bytes};
}

std::uint32_t units_of(std::string_view text) {
  std::uint32_t units = 0;
  while (!text.empty()) {
    const Character character = first_character(text);
    units += character.units();
    text.remove_prefix(character.bytes);
  }
  return units;
}

std::string_view name_part(const Character& character, std::string_view bytes) {
  const char32_t code = character.code;
  const bool letter = (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') || code == '_';
  if (letter || (code >= '0' && code <= '9')) return bytes.substr(0, 1);
  if (code < 0x80) return {};
  if (code >= 0x3b1 && code <= 0x3c9) return greek[code - 0x3b1];
  if (code >= 0x391 && code <= 0x3a9) return capital_greek[code - 0x391];
  if (code >= 0x2080 && code <= 0x2089) return digits.substr(code - 0x2080, 1);
  const auto* const variant = std::ranges::find(variants, code, &Variant::code);
  return variant == std::end(variants) ? std::string_view{} : variant->name;
}

bool is_space(char32_t code) {
  constexpr Range spaces[] = {{0x20, 0x20},     {'\t', '\t'},     {'\v', '\f'},     {0xa0, 0xa0},
                              {0x2000, 0x200a}, {0x202f, 0x202f}, {0x205f, 0x205f}, {0x3000, 0x3000}};
  return lies_in(spaces, code);
}

bool is_forbidden(char32_t code) { return code == malformed || lies_in(directions, code) || lies_in(controls, code); }

char plain_superscript(char32_t code) {
  switch (code) {
    case 0xb9:
      return '1';
    case 0xb2:
      return '2';
    case 0xb3:
      return '3';
    case 0x207b:
      return '-';
    case 0x207f:
      return 'n';
    default:
      break;
  }
  const bool digit = code == 0x2070 || (code >= 0x2074 && code <= 0x2079);
  return digit ? digits[code - 0x2070] : '\0';
}

std::string shown(const Character& character, std::string_view bytes) {
  if (character.code == malformed) return "byte " + hexadecimal(static_cast<unsigned char>(bytes[0]), 2);
  if (!lies_in(invisible, character.code)) return std::string(bytes.substr(0, character.bytes));
  return "U+" + hexadecimal(character.code, 4);
}

std::string shortened(std::string_view text) {
  constexpr int most = 40;
  std::string_view rest = text;
  for (int i = 0; i < most && !rest.empty(); ++i) rest.remove_prefix(first_character(rest).bytes);
  std::string out(text.substr(0, text.size() - rest.size()));
  if (!rest.empty()) out += "…";
  return out;
}

}  // namespace gradcircuit
