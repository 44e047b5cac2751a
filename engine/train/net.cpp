#include "engine/train/net.hpp"

namespace gradcircuit {
namespace {

std::optional<Error> check_shape(const std::string& name, const Matrix& found, Shape expected) {
  if (found.shape() == expected) return std::nullopt;
  return bad_training(name + " must be " + to_string(expected) + ", not " + to_string(found.shape()));
}

}  // namespace

Error bad_training(std::string reason) { return {.code = "bad_request", .arguments = {{"reason", std::move(reason)}}}; }

std::vector<LayerPlace> places_of(const Net& net) {
  std::vector<LayerPlace> places;
  std::size_t next = 0;
  for (std::size_t l = 0; l < net.layers(); ++l) {
    LayerPlace place{
        .inputs = net.widths[l], .outputs = net.widths[l + 1], .weights = next, .biases = next, .bias = net.bias};
    place.biases += place.weight_count();
    next = place.end();
    places.push_back(place);
  }
  return places;
}

Result<std::vector<double>> parameters_of(const Net& net, const std::vector<Layer>& layers, std::string_view name) {
  if (layers.size() != net.layers())
    return bad_training(std::string(name) + " has " + std::to_string(layers.size()) + " layers, not " +
                        std::to_string(net.layers()));
  std::vector<double> parameters;
  for (std::size_t l = 0; l < layers.size(); ++l) {
    const auto& [weights, biases] = layers[l];
    const std::string place = std::string(name) + "[" + std::to_string(l) + "]";
    const std::uint32_t outputs = net.widths[l + 1];
    if (auto problem = check_shape(place + ".W", weights, {outputs, net.widths[l]})) return std::move(*problem);
    parameters.insert(parameters.end(), weights.entries().begin(), weights.entries().end());
    if (!net.bias) continue;
    if (auto problem = check_shape(place + ".b", biases, {outputs, 1})) return std::move(*problem);
    parameters.insert(parameters.end(), biases.entries().begin(), biases.entries().end());
  }
  return parameters;
}

}  // namespace gradcircuit
