#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// UTF-8 as a program is written in it, and what its characters mean there.
namespace gradcircuit {

inline constexpr char32_t malformed = 0xffffffff;

/// One character of a text. Bytes that are not UTF-8 are `malformed`, one at a time.
struct Character {
  char32_t code = malformed;
  std::uint8_t bytes = 1;
  /// UTF-16 code units, the measure of spans.
  std::uint32_t units() const { return code != malformed && code > 0xffff ? 2 : 1; }
};

/// The character that a text begins with; the text must not be empty.
Character first_character(std::string_view text);

/// Length of a text in UTF-16 code units.
std::uint32_t units_of(std::string_view text);

/// What a character adds to a name: itself for letters, digits and `_`; `theta` for θ, `1` for ₁; nothing for all others.
/// A name does not begin with a digit.
std::string_view name_part(const Character& character, std::string_view bytes);

bool is_space(char32_t code);
/// Whether a character must not stand anywhere, not even in a comment: it would hide what the program says.
bool is_forbidden(char32_t code);
/// The digit or sign that a superscript stands for; 0 for other characters.
char plain_superscript(char32_t code);

/// A character as an error names it: `$`, or `U+202E` where there is nothing to see.
std::string shown(const Character& character, std::string_view bytes);

/// A text that fits into a message: cut after 40 characters, with an ellipsis.
std::string shortened(std::string_view text);

}  // namespace gradcircuit
