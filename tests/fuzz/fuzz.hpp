#pragma once

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "engine/diff/needed.hpp"
#include "engine/diff/values.hpp"
#include "engine/text/parse.hpp"

/// What the fuzzers have in common. Each is one function of bytes, which libFuzzer calls with ever stranger ones.
namespace gradcircuit {

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// Ends the process when something does not hold: that is a finding.
inline void require(bool holds, std::string_view what) {
  if (holds) return;
  std::fprintf(stderr, "finding: %.*s\n", static_cast<int>(what.size()), what.data());
  std::abort();
}

/// The program, unless it has an error or is so large that thousands of others could be tried meanwhile.
inline Result<Graph> small_graph(std::string_view program) {
  Result<Graph> graph = parse(program, {.node_limit = 500});
  if (!graph) return graph;
  std::uint64_t entries = 0;
  for (NodeId id = 0; id < graph->size(); ++id) entries += (*graph)[id].shape.entries();
  if (entries > 2'000) return Error{.code = "program_too_large"};
  return graph;
}

/// Whether every entry up to the output is 0 or of a size that neither overflows nor vanishes in a few products.
inline bool is_tame(const Graph& graph, const Values<double>& values, NodeId output, double most) {
  for (NodeId id = 0; id <= output; ++id)
    for (const double entry : values.view(graph, id).flat()) {
      const double size = std::fabs(entry);
      if (!(size == 0 || (size <= most && size >= 1 / most))) return false;
    }
  return true;
}

}  // namespace gradcircuit
