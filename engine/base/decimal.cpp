#include "engine/base/decimal.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/base/power_of_ten.hpp"

namespace gradcircuit {
namespace {

constexpr std::size_t capacity = 800;
/// As many digits as 64 bits always hold.
constexpr std::size_t exact_digits = std::numeric_limits<std::uint64_t>::digits10;
/// As many bits as a digit can be shifted by, with a carry, in 64.
constexpr int most_bits = 59;
constexpr int mantissa_bits = std::numeric_limits<double>::digits;
constexpr int least_exponent = std::numeric_limits<double>::min_exponent;

/// A double as integer × 2^exponent, the integer with as many bits as there are.
struct Binary {
  std::uint64_t integer;
  int exponent;
};

Binary binary(double value) {
  int exponent = 0;
  const double fraction = std::frexp(value, &exponent);
  exponent = std::max(exponent, least_exponent) - mantissa_bits;  // a subnormal has fewer bits
  return {static_cast<std::uint64_t>(std::ldexp(value, -exponent)), fraction == 0 ? 0 : exponent};
}

}  // namespace

Decimal::Decimal(std::string_view digits, int exponent) : point_(static_cast<int>(digits.size()) + exponent) {
  const std::size_t leading = std::min(digits.find_first_not_of('0'), digits.size());
  point_ -= static_cast<int>(leading);
  digits_ = digits.substr(leading, capacity);
  truncated_ = digits.substr(leading + digits_.size()).find_first_not_of('0') != std::string_view::npos;
  trim();
}

Decimal::Decimal(std::uint64_t integer, int binary_exponent) : Decimal(std::to_string(integer), 0) {
  shift(binary_exponent);
}

Decimal::Decimal(double value) : Decimal(binary(value).integer, binary(value).exponent) {}

void Decimal::trim() {
  digits_.erase(digits_.find_last_not_of('0') + 1);
  const std::size_t leading = std::min(digits_.find_first_not_of('0'), digits_.size());
  digits_.erase(0, leading);
  point_ = digits_.empty() ? 0 : point_ - static_cast<int>(leading);
}

void Decimal::double_often(int bits) {
  std::uint64_t carry = 0;
  for (std::size_t i = digits_.size(); i-- > 0; carry /= 10) {
    carry += static_cast<std::uint64_t>(digits_[i] - '0') << bits;
    digits_[i] = static_cast<char>('0' + carry % 10);
  }
  if (carry != 0) {
    const std::string head = std::to_string(carry);
    digits_.insert(0, head);
    point_ += static_cast<int>(head.size());
  }
}

void Decimal::halve_often(int bits) {
  std::string quotient;
  std::uint64_t rest = 0;
  for (std::size_t i = 0; i < digits_.size() || rest != 0; ++i) {
    rest = rest * 10 + (i < digits_.size() ? static_cast<std::uint64_t>(digits_[i] - '0') : 0);
    quotient += static_cast<char>('0' + (rest >> bits));
    rest &= (std::uint64_t{1} << bits) - 1;
  }
  digits_ = std::move(quotient);
}

void Decimal::shift(int bits) {
  while (bits != 0) {
    const int now = std::clamp(bits, -most_bits, most_bits);
    if (now > 0)
      double_often(now);
    else
      halve_often(-now);
    bits -= now;
    if (digits_.size() > capacity) {
      truncated_ |= digits_.find_first_not_of('0', capacity) != std::string::npos;
      digits_.resize(capacity);
    }
    trim();
  }
}

bool Decimal::rounds_up(std::size_t count) const {
  if (count >= digits_.size()) return false;
  const bool tie = digits_[count] == '5' && count + 1 == digits_.size() && !truncated_;
  return tie ? count > 0 && digits_[count - 1] % 2 == 1 : digits_[count] >= '5';
}

std::uint64_t Decimal::nearest_integer() const {
  if (point_ < 0) return 0;
  const auto whole = static_cast<std::size_t>(point_);
  std::uint64_t integer = 0;
  for (std::size_t i = 0; i < whole; ++i)
    integer = integer * 10 + (i < digits_.size() ? static_cast<std::uint64_t>(digits_[i] - '0') : 0);
  return integer + rounds_up(whole);
}

double Decimal::nearest_double() const {
  if (digits_.size() <= exact_digits && !truncated_) {
    std::uint64_t integer = 0;
    for (const char digit : digits_) integer = integer * 10 + static_cast<std::uint64_t>(digit - '0');
    if (const auto quick = times_power_of_ten(integer, point_ - static_cast<int>(digits_.size()))) return *quick;
  }
  if (digits_.empty() || point_ < -400) return 0;
  if (point_ > 400) return std::numeric_limits<double>::infinity();
  // scaled to lie between 1/2 and 1, in steps that never go much too far: 2^3 is less than 10
  Decimal scaled = *this;
  int exponent = 0;
  const auto scale = [&](int bits) {
    scaled.shift(-bits);
    exponent += bits;
  };
  while (scaled.point_ > 0) scale(std::min(3 * scaled.point_, most_bits));
  while (scaled.point_ < 0) scale(std::max(3 * scaled.point_, -most_bits));
  while (scaled.digits_[0] < '5' && scaled.point_ == 0) scale(-1);
  if (scaled.point_ > 0) scale(1);
  if (exponent < least_exponent) scale(least_exponent - exponent);
  scaled.shift(mantissa_bits);
  return std::ldexp(static_cast<double>(scaled.nearest_integer()), exponent - mantissa_bits);
}

Decimal Decimal::cut(std::size_t count, bool up) const {
  Decimal result = *this;
  result.digits_.resize(count, '0');
  if (up) {
    std::size_t i = count;
    while (i > 0 && result.digits_[i - 1] == '9') result.digits_[--i] = '0';
    if (i > 0) {
      ++result.digits_[i - 1];
    } else {
      result.digits_.insert(0, "1");
      ++result.point_;
    }
  }
  result.trim();
  return result;
}

Decimal Decimal::shortest(double value) {
  const auto [integer, exponent] = binary(value);
  Decimal exact(value);
  if (integer == 0) return exact;
  // whatever lies between the midpoints to the neighbours reads as this double, the midpoints too when it is even
  const bool power = integer == std::uint64_t{1} << (mantissa_bits - 1) && exponent > least_exponent - mantissa_bits;
  const Decimal below(4 * integer - (power ? 1 : 2), exponent - 2);
  const Decimal above(4 * integer + 2, exponent - 2);
  const auto reads_back = [&](const Decimal& candidate) {
    return integer % 2 == 0 ? below <= candidate && candidate <= above : below < candidate && candidate < above;
  };
  // every text of 15 digits reads as a double of its own, unless that is subnormal
  const bool subnormal = integer < std::uint64_t{1} << (mantissa_bits - 1);
  for (std::size_t count = subnormal ? 1 : 15; count < exact.digits_.size(); ++count) {
    const bool up = exact.rounds_up(count);
    if (Decimal nearest = exact.cut(count, up); reads_back(nearest)) return nearest;
    if (Decimal other = exact.cut(count, !up); reads_back(other)) return other;
  }
  return exact;
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  if (a.digits_.empty() || b.digits_.empty()) return a.digits_.size() <=> b.digits_.size();
  if (a.point_ != b.point_) return a.point_ <=> b.point_;
  return a.digits_ <=> b.digits_;
}

}  // namespace gradcircuit
