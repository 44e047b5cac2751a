#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace gradcircuit {

/// The one candidate nearest to a misspelt name: at most 2 edits away (1 for names up to 3 letters), a swap of neighbours counting
/// as one, and nearer than every other. Nothing when two are equally near.
std::optional<std::string_view> suggest(std::string_view name, std::span<const std::string_view> candidates);

}  // namespace gradcircuit
