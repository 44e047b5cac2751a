#include "engine/base/exponential.hpp"

#include <bit>
#include <catch_amalgamated.hpp>
#include <cmath>
#include <limits>
#include <vector>

#include "engine/base/random.hpp"

using namespace gradcircuit;

namespace {

using OfLanes = Lanes (*)(const Lanes&);
using OfNumbers = double (*)(double);

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double smallest = std::numeric_limits<double>::denorm_min();
constexpr double largest = std::numeric_limits<double>::max();

/// How many doubles lie between two of them.
double distance(double a, double b) {
  const auto place = [](double x) {
    const auto bits = std::bit_cast<std::int64_t>(x);
    return bits < 0 ? std::numeric_limits<std::int64_t>::min() - bits : bits;
  };
  if (std::isnan(a) && std::isnan(b)) return 0;
  const auto [less, more] = std::minmax({place(a), place(b)});
  return static_cast<double>(static_cast<std::uint64_t>(more) - static_cast<std::uint64_t>(less));
}

/// The largest distance to the C library over `count` points that `draw` gives.
template <class Draw>
double furthest(OfLanes of_lanes, OfNumbers of_numbers, int count, Draw draw) {
  double most = 0;
  for (int i = 0; i < count; i += Lanes::count) {
    Lanes x;
    for (std::size_t lane = 0; lane < Lanes::count; ++lane) x.set(lane, draw());
    const Lanes y = of_lanes(x);
    for (std::size_t lane = 0; lane < Lanes::count; ++lane)
      most = std::max(most, distance(y[lane], of_numbers(x[lane])));
  }
  return most;
}

/// At any double there is, and where each function does something.
double furthest(OfLanes of_lanes, OfNumbers of_numbers) {
  Random random(3);
  double most = 0;
  for (const double reach : {1e-3, 0.5, 2.0, 25.0, 750.0})
    most = std::max(most, furthest(of_lanes, of_numbers, 400'000, [&] { return random.uniform(-reach, reach); }));
  return std::max(most, furthest(of_lanes, of_numbers, 400'000, [&] { return std::bit_cast<double>(random.next()); }));
}

void is(OfLanes of_lanes, double x, double expected) {
  CAPTURE(x, expected);
  const double found = of_lanes(x)[Lanes::count - 1];
  CHECK(std::bit_cast<std::uint64_t>(found) == std::bit_cast<std::uint64_t>(expected));
}

}  // namespace

TEST_CASE("exp, expm1 and tanh of lanes are as near to the C library's as they say") {
  const double exp = furthest(math::exp, std::exp);
  const double expm1 = furthest(math::expm1, std::expm1);
  const double tanh = furthest(math::tanh, std::tanh);
  std::printf("ulp from the C library, at most: exp %g, expm1 %g, tanh %g\n", exp, expm1, tanh);
  CHECK(exp <= 1);
  CHECK(expm1 <= 2);
  CHECK(tanh <= 3);
}

TEST_CASE("exp of lanes at its edges") {
  is(math::exp, 0.0, 1);
  is(math::exp, -0.0, 1);
  is(math::exp, smallest, 1);
  is(math::exp, infinity, infinity);
  is(math::exp, -infinity, 0);
  is(math::exp, largest, infinity);
  is(math::exp, -largest, 0);
  is(math::exp, 709.782712893384, 0x1.fffffffffff2ap1023);
  is(math::exp, 709.7827128933841, infinity);
  is(math::exp, -745.1332191019411, smallest);
  is(math::exp, -745.1332191019412, 0);
  CHECK(std::isnan(math::exp(std::nan(""))[0]));
}

TEST_CASE("expm1 and tanh of lanes at their edges") {
  for (const double x : {0.0, -0.0, smallest, -smallest, 0x1p-1022, -0x1p-1022}) {
    is(math::expm1, x, x);
    is(math::tanh, x, x);
  }
  is(math::expm1, infinity, infinity);
  is(math::expm1, -infinity, -1);
  is(math::expm1, largest, infinity);
  is(math::tanh, infinity, 1);
  is(math::tanh, -infinity, -1);
  is(math::tanh, 25, 1);
  is(math::tanh, -largest, -1);
  CHECK(std::isnan(math::expm1(std::nan(""))[0]));
  CHECK(std::isnan(math::tanh(std::nan(""))[0]));
}

TEST_CASE("tanh and sigmoid come with their slopes, which keep their digits at the far ends") {
  std::vector<double> points = {0, -0.0, 1e-300, 1e3, -1e3, 1e300, -1e300, 20, -20, 37, -37, 350, -350};
  Random random(4);
  for (int i = 0; i < 5'000; ++i) points.push_back(random.uniform(-30, 30));
  const auto is_near = [](double found, double expected) {
    return std::fabs(found - expected) <= 1e-15 * std::fabs(expected);
  };
  for (const double x : points) {
    CAPTURE(x);
    const Pair at = pair_of(x);
    Pair value;
    Pair slope;
    math::tanh_with_slope(&at, &value, &slope, 1);
    CHECK(value[0] == math::tanh(Lanes(x))[0]);
    double tail = std::exp(-2 * std::fabs(x));
    CHECK(is_near(slope[1], 4 * tail / ((1 + tail) * (1 + tail))));
    math::sigmoid_with_slope(&at, &value, &slope, 1);
    tail = std::exp(-std::fabs(x));
    CHECK(is_near(value[0], (x < 0 ? tail : 1) / (1 + tail)));
    CHECK(is_near(slope[0], tail / ((1 + tail) * (1 + tail))));
  }
  const Pair far{-360, 1e300};  // slopes of less than 1e-307
  Pair value;
  Pair slope;
  math::tanh_with_slope(&far, &value, &slope, 1);
  CHECK((value[0] == -1 && value[1] == 1 && slope[0] == 0 && slope[1] == 0));
  math::sigmoid_with_slope(&far, &value, &slope, 1);
  CHECK((is_near(value[0], std::exp(-360)) && value[1] == 1 && is_near(slope[0], std::exp(-360)) && slope[1] == 0));
  const Pair nan = pair_of(std::nan(""));
  math::tanh_with_slope(&nan, &value, &slope, 1);
  CHECK((std::isnan(value[0]) && std::isnan(slope[0])));
  math::sigmoid_with_slope(&nan, &value, &slope, 1);
  CHECK((std::isnan(value[0]) && std::isnan(slope[0])));
}

TEST_CASE("tanh and sigmoid of many points are those of each alone") {
  std::vector<Pair> points(7);
  for (std::size_t i = 0; i < points.size(); ++i)
    points[i] = Pair{0.3 * static_cast<double>(i) - 1, 20.0 - 6.0 * static_cast<double>(i)};
  for (const auto with_slope : {math::tanh_with_slope, math::sigmoid_with_slope})
    for (std::size_t count = 0; count <= points.size(); ++count) {
      std::vector<Pair> values(points.size(), pair_of(-7));
      std::vector<Pair> slopes = values;
      with_slope(points.data(), values.data(), slopes.data(), count);
      for (std::size_t i = 0; i < points.size(); ++i) {
        CAPTURE(count, i);
        Pair value = pair_of(-7);
        Pair slope = value;
        if (i < count) with_slope(&points[i], &value, &slope, 1);
        for (const std::size_t half : {0u, 1u}) {
          CHECK(values[i][half] == value[half]);
          CHECK(slopes[i][half] == slope[half]);
        }
      }
    }
}
