#include "engine/code/names.hpp"

#include <algorithm>

namespace gradcircuit {
namespace {

bool is_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; }

std::string free_name(std::string name, const NameSet& taken) {
  while (taken.contains(name)) name += '_';
  return name;
}

/// The first of a row of names that is free.
std::string next_name(std::uint32_t& number, const NameSet& taken) {
  std::string name;
  do name = "t" + std::to_string(++number);
  while (taken.contains(name));
  return name;
}

std::string output_name(const NameSet& taken) {
  for (const char* const name : {"f", "out", "result"})
    if (!taken.contains(std::string_view(name))) return name;
  return free_name("f", taken);
}

/// Nothing when one of them is taken.
std::optional<std::vector<std::string>> prefixed(std::string_view prefix, const std::vector<std::string>& values,
                                                 NameSet taken) {
  std::vector<std::string> names;
  for (const std::string& value : values) {
    names.push_back(std::string(prefix) + value);
    if (!taken.insert(names.back()).second) return std::nullopt;
  }
  return names;
}

}  // namespace

CodeNames choose_names(const Staged& staged, const NameSet& taken) {
  NameSet used = taken;
  for (const StagedValue& value : staged.values) used.insert(value.wish);
  std::vector<std::string> names;
  std::vector<std::string> stems;
  std::uint32_t number = 0;
  for (std::uint32_t i = 0; i < staged.values.size(); ++i) {
    const std::string& wish = staged.values[i].wish;
    std::string name = wish;
    if (wish.empty())
      name = i == staged.output ? output_name(used) : next_name(number, used);
    else if (taken.contains(wish))
      name = free_name(wish, used);
    used.insert(name);
    stems.push_back(wish.empty() ? name : wish);
    names.push_back(std::move(name));
  }
  for (const char* const prefix : {"d", "d_", "grad_"})
    if (auto gradients = prefixed(prefix, stems, used)) return {std::move(names), std::move(*gradients)};
  std::vector<std::string> gradients;
  for (const std::string& stem : stems) {
    gradients.push_back(free_name("grad_" + stem, used));
    used.insert(gradients.back());
  }
  return {std::move(names), std::move(gradients)};
}

std::string joined(std::span<const std::string> parts, std::string_view between) {
  std::string text;
  for (const std::string& part : parts) {
    if (&part != parts.data()) text += between;
    text += part;
  }
  return text;
}

void insert_words(NameSet& names, std::string_view words) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    names.emplace(words.substr(0, end));
    words.remove_prefix(std::min(end + 1, words.size()));
  }
}

NameSet called_in(std::string_view text) {
  NameSet names;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    while (end < text.size() && is_word(text[end])) ++end;
    const bool calls = end < text.size() && (text[end] == '(' || text[end] == '<');
    const bool of_module = begin > 0 && (text[begin - 1] == '.' || text[begin - 1] == ':');
    if (end > begin && calls && !of_module) names.emplace(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return names;
}

}  // namespace gradcircuit
