#include "engine/base/suggest.hpp"

#include <algorithm>
#include <vector>

namespace gradcircuit {
namespace {

/// Insertions, deletions, replacements and swaps of neighbours that turn one name into the other.
std::size_t edits(std::string_view from, std::string_view to) {
  std::vector<std::vector<std::size_t>> distance(from.size() + 1, std::vector<std::size_t>(to.size() + 1));
  for (std::size_t i = 0; i <= from.size(); ++i)
    for (std::size_t j = 0; j <= to.size(); ++j) {
      std::size_t& here = distance[i][j];
      if (i == 0 || j == 0) {
        here = i + j;
        continue;
      }
      const std::size_t replaced = distance[i - 1][j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
      here = std::min({distance[i - 1][j] + 1, distance[i][j - 1] + 1, replaced});
      if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
        here = std::min(here, distance[i - 2][j - 2] + 1);
    }
  return distance[from.size()][to.size()];
}

}  // namespace

std::optional<std::string_view> suggest(std::string_view name, std::span<const std::string_view> candidates) {
  std::size_t best = name.size() <= 3 ? 2 : 3;
  std::optional<std::string_view> nearest;
  for (const std::string_view candidate : candidates) {
    const std::size_t shorter = std::min(candidate.size(), name.size());
    if (std::max(candidate.size(), name.size()) - shorter >= best) continue;  // also keeps huge names cheap
    const std::size_t distance = edits(name, candidate);
    if (distance < best) {
      best = distance;
      nearest = candidate;
    } else if (distance == best && nearest && *nearest != candidate) {
      nearest.reset();
    }
  }
  return nearest;
}

}  // namespace gradcircuit
