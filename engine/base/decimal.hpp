#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace gradcircuit {

/// A number of at least 0 in decimal digits, 0.d₁d₂d₃… × 10^point, exact: what lies beyond 800 digits only decides roundings, and
/// no double needs more than 767. With it, reading and printing doubles needs neither the C library's 128-bit arithmetic nor its
/// printf, a tenth of the module's size. The method is the plain one of Clinger, How to Read Floating Point Numbers Accurately,
/// and of Steele & White, How to Print Floating-Point Numbers Accurately.
class Decimal {
 public:
  /// `digits` × 10^exponent.
  Decimal(std::string_view digits, int exponent);
  /// A finite double of at least 0.
  explicit Decimal(double value);

  /// The nearest double, a tie to the even one; infinity when it is too large.
  double nearest_double() const;
  /// The fewest digits that read back as the same double; the nearest to it where there are several.
  static Decimal shortest(double value);

  /// Without zeros at either end; empty for 0.
  const std::string& digits() const { return digits_; }
  int point() const { return point_; }

  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);
  friend bool operator==(const Decimal&, const Decimal&) = default;

 private:
  Decimal(std::uint64_t integer, int binary_exponent);
  /// Multiplies by 2^bits.
  void shift(int bits);
  void double_often(int bits);
  void halve_often(int bits);
  void trim();
  /// Whether the digits after the first `count` round those up; a tie goes to the even digit.
  bool rounds_up(std::size_t count) const;
  std::uint64_t nearest_integer() const;
  /// Its first digits, up to the next number of so many digits or down to the one before.
  Decimal cut(std::size_t count, bool up) const;

  std::string digits_;
  int point_ = 0;
  bool truncated_ = false;  ///< something other than 0 was cut off
};

}  // namespace gradcircuit
