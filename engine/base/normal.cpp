#include "engine/base/normal.hpp"

#include <cmath>
#include <numbers>

namespace gradcircuit::exact {

double log(double x) {
  int exponent = 0;
  double fraction = std::frexp(x, &exponent);
  if (fraction < std::numbers::sqrt2 / 2) {
    fraction *= 2;
    --exponent;
  }
  // ln f = 2 artanh s with |s| < 0.172, of which eleven terms reach the last digit
  const double s = (fraction - 1) / (fraction + 1);
  const double square = s * s;
  double series = 0;
  for (int odd = 23; odd >= 3; odd -= 2) series = (series + 1.0 / odd) * square;
  return exponent * std::numbers::ln2 + 2 * (s + s * series);
}

Turned turned(double turns) {
  const double rest = turns - std::floor(turns);
  const double eighth = std::floor(rest * 8);
  const auto octant = static_cast<int>(eighth);
  // the octants run up and down in turns, so that the angle is at most π/4
  const double part = rest * 8 - eighth;
  const double angle = (octant % 2 == 0 ? part : 1 - part) * (std::numbers::pi / 4);
  const double square = angle * angle;
  double sine = 0;
  double cosine = 0;
  for (int i = 16; i >= 2; i -= 2) {
    cosine = (1 - cosine) * square / (i * (i - 1));
    sine = (1 - sine) * square / (i * (i + 1));
  }
  cosine = 1 - cosine;
  sine = angle - angle * sine;
  const bool swapped = octant % 4 == 1 || octant % 4 == 2;
  const double along = swapped ? sine : cosine;
  const double across = swapped ? cosine : sine;
  return {.cosine = octant >= 2 && octant < 6 ? -along : along, .sine = octant >= 4 ? -across : across};
}

double power(double base, std::uint64_t exponent) {
  double result = 1;
  for (; exponent > 0; exponent >>= 1) {
    if (exponent % 2 == 1) result *= base;
    base *= base;
  }
  return result;
}

double normal(Random& random) {
  const double radius = 1 - random.uniform();  // never 0
  const double angle = random.uniform();
  return std::sqrt(-2 * log(radius)) * turned(angle).cosine;
}

}  // namespace gradcircuit::exact
