#include "engine/explain/plot.hpp"

#include "engine/explain/output.hpp"

namespace gradcircuit {
namespace {

Error bad_request(std::string reason) { return {.code = "bad_request", .arguments = {{"reason", std::move(reason)}}}; }

Result<Axis> find_axis(const Graph& graph, const MovedInput& moved, const std::string& path) {
  for (const Input& input : graph.inputs()) {
    if (input.name != moved.name) continue;
    if (moved.entry >= input.value.size())
      return bad_request(path + ".entry must be less than " + std::to_string(input.value.size()) +
                         ", the entries of '" + moved.name + "'");
    return Axis{.input = input.node, .entry = moved.entry, .from = moved.from, .to = moved.to, .count = moved.count};
  }
  return bad_request(path + ".input: the program has no input '" + moved.name + "'");
}

Result<std::vector<Axis>> find_axes(const Graph& graph, std::span<const MovedInput> moved) {
  std::vector<Axis> axes;
  for (std::size_t i = 0; i < moved.size(); ++i) {
    const auto axis = find_axis(graph, moved[i], "axes[" + std::to_string(i) + "]");
    if (!axis) return axis.error();
    axes.push_back(*axis);
  }
  if (axes.size() == 2 && axes[0].input == axes[1].input && axes[0].entry == axes[1].entry)
    return bad_request("axes[1] moves what axes[0] moves");
  return axes;
}

std::optional<Error> check(const Graph& graph, NodeId output, const PlotRequest& request) {
  const Shape shape = graph[output].shape;
  if (!shape.is_scalar())
    return bad_request("the output must be a single number, not " + to_string(shape) + "; choose one of its entries");
  std::uint64_t points = 1;
  for (const MovedInput& axis : request.axes) points *= axis.count;
  std::uint64_t entries = 0;
  for (NodeId id = 0; id < graph.size(); ++id) entries += graph[id].shape.entries();
  // back costs twice as much as forward, finding breaks about ten times, and corners as many as there are lanes
  const std::uint64_t runs =
      1 + (request.gradient ? 2 : 0) + (request.breaks ? 10 : 0) + (request.corners ? Lanes::count : 0);
  if (points <= limits::sampled_points && points * entries * runs <= limits::sampled_work) return std::nullopt;
  return bad_request("it asks for " + std::to_string(points) + " points; there may be " +
                     std::to_string(std::min(limits::sampled_points, limits::sampled_work / (entries * runs))) +
                     " of this program");
}

}  // namespace

Result<Plot> plot(const PlotRequest& request) {
  const auto graph = parse(request.program, {.at = request.at});
  if (!graph) return graph.error();
  const auto output = find_output(*graph, request.output);
  if (!output) return output.error();
  auto axes = find_axes(*graph, request.axes);
  if (!axes) return axes.error();
  if (const auto error = check(*graph, *output, request)) return *error;

  Plot plot{.samples = sample(*graph, *output, std::move(*axes), request.gradient)};
  if (request.breaks) plot.breaks = find_breaks(*graph, *output, plot.samples);
  if (request.corners) plot.corners = find_corners(*graph, *output, plot.samples.axes.front());
  if (request.dead_below) plot.dead_zones = dead_zones(plot.samples, *request.dead_below);
  return plot;
}

}  // namespace gradcircuit
