#pragma once

#include <cmath>
#include <cstdint>
#include <numeric>

namespace gradcircuit {

/// A coefficient as it is written: a fraction of whole numbers as long as they are exact in doubles, otherwise one double over 1.
struct Ratio {
  double numerator = 1;
  double denominator = 1;

  static Ratio of(double numerator, double denominator = 1) {
    if (!is_whole(numerator) || !is_whole(denominator) || denominator == 0) return {numerator / denominator, 1};
    const auto divisor =
        static_cast<double>(std::gcd(static_cast<std::int64_t>(numerator), static_cast<std::int64_t>(denominator)));
    const double sign = denominator < 0 ? -1 : 1;
    return {sign * numerator / divisor, sign * denominator / divisor};
  }

  double value() const { return numerator / denominator; }
  bool is_zero() const { return numerator == 0; }
  bool is(double number) const { return denominator == 1 && numerator == number; }
  bool is_finite() const { return std::isfinite(numerator); }

  friend Ratio operator*(Ratio a, Ratio b) { return of(a.numerator * b.numerator, a.denominator * b.denominator); }
  friend Ratio operator+(Ratio a, Ratio b) {
    return of(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
  }
  friend bool operator==(Ratio, Ratio) = default;

 private:
  static bool is_whole(double number) { return std::fabs(number) < 0x1p53 && number == std::floor(number); }
};

}  // namespace gradcircuit
