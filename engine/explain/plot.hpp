#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/sample/breaks.hpp"
#include "engine/sample/corners.hpp"
#include "engine/sample/dead_zones.hpp"
#include "engine/text/parse.hpp"

namespace gradcircuit {

/// Beside those of base/limits.hpp, of which a circuit on a page, which has no plot, knows all.
namespace limits {
/// Of one curve or surface.
inline constexpr std::uint64_t sampled_points = 300'000;
/// Entries that samples may compute, at all points together.
inline constexpr std::uint64_t sampled_work = 400'000'000;
}  // namespace limits

/// An input by name, or one entry of it counted row by row, and how it moves.
struct MovedInput {
  std::string name;
  std::uint32_t entry = 0;
  double from = 0;
  double to = 1;
  std::uint32_t count = 2;
};

struct PlotRequest {
  std::string program;
  InputValues at = {};
  std::optional<std::string> output = {};
  std::vector<MovedInput> axes;  ///< one for a curve, two for a surface
  bool gradient = false;
  bool breaks = false;
  bool corners = false;
  std::optional<double> dead_below = {};
};

/// What a plot of a program is drawn from.
struct Plot {
  Samples samples;
  std::vector<Break> breaks = {};
  std::vector<CurveCorner> corners = {};
  std::vector<Zone> dead_zones = {};
};

/// Samples the output of a program, a single number. Breaks, corners and dead zones are those of a curve; dead zones need the gradient.
/// Fails with any error of the language, unknown_output, or bad_request, before anything is computed.
Result<Plot> plot(const PlotRequest& request);

}  // namespace gradcircuit
