#pragma once

#include <array>
#include <cmath>
#include <cstddef>

namespace gradcircuit {

/// Many points evaluated together: every operation acts on each lane alone. Comparisons give 0 or 1, as in the language.
struct Lanes {
  static constexpr std::size_t count = 8;
  std::array<double, count> lane{};

  Lanes() = default;
  Lanes(double value) { lane.fill(value); }
};

template <class F>
Lanes each(const Lanes& a, F f) {
  Lanes out;
  for (std::size_t i = 0; i < Lanes::count; ++i) out.lane[i] = f(a.lane[i]);
  return out;
}

template <class F>
Lanes each(const Lanes& a, const Lanes& b, F f) {
  Lanes out;
  for (std::size_t i = 0; i < Lanes::count; ++i) out.lane[i] = f(a.lane[i], b.lane[i]);
  return out;
}

inline Lanes operator+(const Lanes& a, const Lanes& b) {
  return each(a, b, [](double x, double y) { return x + y; });
}
inline Lanes operator-(const Lanes& a, const Lanes& b) {
  return each(a, b, [](double x, double y) { return x - y; });
}
inline Lanes operator*(const Lanes& a, const Lanes& b) {
  return each(a, b, [](double x, double y) { return x * y; });
}
inline Lanes operator/(const Lanes& a, const Lanes& b) {
  return each(a, b, [](double x, double y) { return x / y; });
}
inline Lanes operator-(const Lanes& a) {
  return each(a, [](double x) { return -x; });
}
inline Lanes& operator+=(Lanes& a, const Lanes& b) { return a = a + b; }

}  // namespace gradcircuit
