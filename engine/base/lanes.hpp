#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace gradcircuit {

/// Two doubles that one instruction works on, in WebAssembly as on any other machine.
using Pair = double __attribute__((vector_size(16)));
/// What a comparison of pairs gives: in each half all bits or none.
using PairMask = decltype(Pair{} < Pair{});
/// The bits of a pair.
using PairBits = std::uint64_t __attribute__((vector_size(16)));

inline Pair pair_of(double value) { return Pair{value, value}; }
inline Pair as_pair(PairBits bits) { return reinterpret_cast<Pair>(bits); }
inline PairBits bits_of(Pair x) { return reinterpret_cast<PairBits>(x); }

/// Many points evaluated together: every operation acts on each lane alone. Comparisons give 0 or 1, as in the language.
struct Lanes {
  static constexpr std::size_t count = 8;
  std::array<Pair, count / 2> pairs{};

  Lanes() = default;
  Lanes(double value) { pairs.fill(pair_of(value)); }

  double operator[](std::size_t lane) const { return pairs[lane / 2][lane % 2]; }
  void set(std::size_t lane, double value) { pairs[lane / 2][lane % 2] = value; }
};

/// Applies a function of pairs to all of them.
template <class F, class... More>
Lanes each_pair(F f, const Lanes& first, const More&... more) {
  Lanes out;
  for (std::size_t i = 0; i < out.pairs.size(); ++i) out.pairs[i] = f(first.pairs[i], more.pairs[i]...);
  return out;
}

/// Applies a function of doubles to every lane.
template <class F, class... More>
Lanes each_lane(F f, const Lanes& first, const More&... more) {
  Lanes out;
  for (std::size_t i = 0; i < Lanes::count; ++i) out.set(i, f(first[i], more[i]...));
  return out;
}

inline Lanes operator+(const Lanes& a, const Lanes& b) {
  return each_pair([](Pair x, Pair y) { return x + y; }, a, b);
}
inline Lanes operator-(const Lanes& a, const Lanes& b) {
  return each_pair([](Pair x, Pair y) { return x - y; }, a, b);
}
inline Lanes operator*(const Lanes& a, const Lanes& b) {
  return each_pair([](Pair x, Pair y) { return x * y; }, a, b);
}
inline Lanes operator/(const Lanes& a, const Lanes& b) {
  return each_pair([](Pair x, Pair y) { return x / y; }, a, b);
}
inline Lanes operator-(const Lanes& a) {
  return each_pair([](Pair x) { return -x; }, a);
}
inline Lanes& operator+=(Lanes& a, const Lanes& b) { return a = a + b; }

}  // namespace gradcircuit
