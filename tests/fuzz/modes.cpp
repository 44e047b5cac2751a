// Reverse and forward mode give the same derivative, wherever all that they meet is finite.
#include "engine/base/random.hpp"
#include "engine/diff/forward.hpp"
#include "engine/diff/tangent.hpp"
#include "tests/engine/diff/conditioning.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace gradcircuit;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto graph = small_graph(text_of(data, size));
  if (!graph) return 0;
  const NodeId output = graph->output();
  const Tape tape = forward(*graph);

  Random random(size);
  std::vector<double> weights((*graph)[output].shape.entries());
  for (double& weight : weights) weight = random.uniform(0.5, 2);
  Values<double> direction(*graph);
  for (const Input& input : graph->inputs())
    for (double& entry : direction.view(*graph, input.node).flat()) entry = random.uniform(0.5, 2);

  const Values<double> adjoints = backward<double>(*graph, tape, output, activity(*graph, output), weights);
  const Values<double> tangents = tangent(*graph, tape, direction);
  for (const Values<double>* values : {&tape, &adjoints, &tangents})
    if (!is_tame(*graph, *values, output, 1e80)) return 0;

  double reverse = 0;
  for (const Input& input : graph->inputs())
    for (std::size_t i = 0; i < input.value.size() && input.node <= output; ++i)
      reverse += adjoints.at(input.node)[i] * direction.at(input.node)[i];
  double pushed = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) pushed += weights[i] * tangents.at(output)[i];
  const double error = std::fabs(reverse - pushed);
  require(error <= 1e-10 * slope_scale(*graph, tangents, adjoints, output), "reverse and forward mode differ");
  return 0;
}
