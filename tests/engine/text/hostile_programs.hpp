#pragma once

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

/// tests/data/hostile_programs.json: programs that nobody means well with, and what comes of them.
namespace gradcircuit {

inline std::string utf8(unsigned unit) {
  if (unit >= 0xd800 && unit <= 0xdfff) unit = 0xfffd;  // as the page writes a lone surrogate
  const auto tail = [](unsigned bits) { return static_cast<char>(0x80 | (bits & 0x3f)); };
  if (unit < 0x80) return {static_cast<char>(unit)};
  if (unit < 0x800) return {static_cast<char>(0xc0 | unit >> 6), tail(unit)};
  return {static_cast<char>(0xe0 | unit >> 12), tail(unit >> 6), tail(unit)};
}

inline std::string replaced(std::string text, std::string_view what, std::size_t number) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what))
    text.replace(at, what.size(), std::to_string(number));
  return text;
}

/// A program is a text or a list of parts: a text, {"unit": a UTF-16 code unit}, or {"repeat": [text, times]}, in which {i} is
/// the number of the time, from 0, and {j} the next one.
inline std::string program_of(const nlohmann::json& part) {
  if (part.is_string()) return part.get<std::string>();
  std::string text;
  if (part.is_array()) {
    for (const nlohmann::json& each : part) text += program_of(each);
  } else if (part.contains("unit")) {
    text = utf8(part["unit"].get<unsigned>());
  } else {
    const auto repeated = part["repeat"][0].get<std::string>();
    const auto times = part["repeat"][1].get<std::size_t>();
    const bool numbered = repeated.find('{') != std::string::npos;
    for (std::size_t i = 0; i < times; ++i)
      text += numbered ? replaced(replaced(repeated, "{i}", i), "{j}", i + 1) : repeated;
  }
  return text;
}

/// The list of cases, or no list when the file cannot be read. `data` is the folder of test data.
inline nlohmann::json read_hostile_programs(const std::string& data) {
  std::ifstream file(data + "/hostile_programs.json");
  const std::string text(std::istreambuf_iterator<char>(file), {});
  return nlohmann::json::parse(text, nullptr, false);
}

}  // namespace gradcircuit
