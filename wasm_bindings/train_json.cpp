#include "wasm_bindings/api.hpp"
#include "wasm_bindings/to_json.hpp"
#include "wasm_bindings/train_reply.hpp"
#include "wasm_bindings/train_request.hpp"

namespace gradcircuit {
namespace {

Reply refuse(const Error& error) { return {.document = to_json(error)}; }

Reply reply_to(const TrainRequest& request, bool binary) {
  auto training = train(request);
  if (!training) return refuse(training.error());
  return train_reply(std::move(*training), binary, !request.seeds.empty());
}

/// The numbers of a list by name, in the order of the parameters; none where it is of others.
std::optional<std::vector<double>> in_order(const Graph& graph, const std::vector<std::string>& names,
                                            const InputValues& values) {
  std::vector<double> numbers;
  if (values.size() != names.size()) return std::nullopt;
  for (const std::string& name : names) {
    const auto value = std::ranges::find(values, name, &InputValues::value_type::first);
    const auto node = graph.find(name);
    if (value == values.end() || !node || graph[*node].shape != value->second.shape()) return std::nullopt;
    numbers.insert(numbers.end(), value->second.entries().begin(), value->second.entries().end());
  }
  return numbers;
}

Result<TrainState> state_of(const Graph& graph, const ProgramRequest& request) {
  std::vector<std::string> names = request.descent.parameters;
  if (names.empty())
    for (const Input& input : graph.inputs()) names.push_back(input.name);
  TrainState state{.step = request.state->step};
  const Error other = bad_training("state is that of another program or optimizer");
  auto parameters = in_order(graph, names, request.state->parameters);
  if (!parameters) return other;
  state.parameters = std::move(*parameters);
  for (const InputValues& values : request.state->slots) {
    auto slot = in_order(graph, names, values);
    if (!slot) return other;
    state.slots.push_back(std::move(*slot));
  }
  return state;
}

Reply reply_to(const ProgramRequest& request, bool binary) {
  const auto graph = parse(request.program, {.at = request.at});
  if (!graph) return refuse(graph.error());
  const auto output = find_output(*graph, request.output);
  if (!output) return refuse(output.error());
  DescentRequest asked = request.descent;
  asked.output = *output;
  if (request.state) {
    auto state = state_of(*graph, request);
    if (!state) return refuse(state.error());
    asked.state = std::move(*state);
  }
  auto descent = descend(*graph, asked);
  return descent ? descent_reply(std::move(*descent), binary) : refuse(descent.error());
}

}  // namespace

Reply train_json(std::string_view text) {
  const auto document = read_training(text);
  if (!document) return refuse(document.error());
  return std::visit([&](const auto& request) { return reply_to(request, document->binary); }, document->request);
}

}  // namespace gradcircuit
