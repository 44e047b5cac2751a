#pragma once

#include <set>
#include <span>
#include <string>

#include "engine/code/stages.hpp"

namespace gradcircuit {

using NameSet = std::set<std::string, std::less<>>;

/// What values and their gradients are called, by value.
struct CodeNames {
  std::vector<std::string> values;
  std::vector<std::string> gradients;
};

/// The student's names wherever they are free; nothing is called as anything in `taken` is, nor are two values alike.
CodeNames choose_names(const Staged& staged, const NameSet& taken);

std::string joined(std::span<const std::string> parts, std::string_view between);

/// Words separated by spaces.
void insert_words(NameSet& names, std::string_view words);

/// CodeNames of functions that a text calls without a module before them.
NameSet called_in(std::string_view text);

}  // namespace gradcircuit
