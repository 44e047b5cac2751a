// What parses, prints; what was printed, parses to what prints the same and has the same value, to the bit.
#include "engine/text/print.hpp"

#include <bit>

#include "engine/diff/forward.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace gradcircuit;

namespace {

/// A name that means a number unless the program says otherwise has to say so again.
std::string declarations(const Graph& graph) {
  std::string text;
  for (const Input& input : graph.inputs())
    if (input.name == "pi" || input.name == "e") text += input.name + " = 0\n";
  return text;
}

bool same_value(const Graph& a, const Graph& b) {
  const Tape first = forward(a);
  const Tape second = forward(b);
  for (std::size_t i = 0; i < a[a.output()].shape.entries(); ++i) {
    const double x = first.at(a.output())[i];
    const double y = second.at(b.output())[i];
    if (!(std::isnan(x) && std::isnan(y)) && std::bit_cast<std::uint64_t>(x) != std::bit_cast<std::uint64_t>(y))
      return false;
  }
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto graph = small_graph(text_of(data, size));
  if (!graph) {
    require(!graph.error().message().empty(), "an error without a message");
    return 0;
  }
  const auto text = print(*graph, graph->output());
  if (!text) return 0;  // a node is written once for every use: that may be too long
  InputValues at;
  for (const Input& input : graph->inputs()) at.emplace_back(input.name, input.value);
  const auto again = parse(declarations(*graph) + *text, {.at = at});
  require(bool(again), *text);
  require((*again)[again->output()].shape == (*graph)[graph->output()].shape, *text);
  const auto text_again = print(*again, again->output());
  require(text_again && *text_again == *text, *text);
  require(same_value(*graph, *again), *text);
  return 0;
}
