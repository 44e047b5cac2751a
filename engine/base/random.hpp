#pragma once

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>

namespace gradcircuit {

/// The same numbers from the same seed in every browser and compiler: xoshiro256**, seeded by splitmix64 (Blackman & Vigna).
/// The standard library's distributions differ between vendors and are not used.
class Random {
 public:
  using State = std::array<std::uint64_t, 4>;

  /// Goes on from where another one was.
  explicit Random(const State& state) : state_(state) {}
  explicit Random(std::uint64_t seed) {
    for (std::uint64_t& word : state_) {
      seed += 0x9e3779b97f4a7c15;
      std::uint64_t mixed = seed;
      mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
      mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
      word = mixed ^ (mixed >> 31);
    }
  }

  std::uint64_t next() {
    const std::uint64_t result = std::rotl(state_[1] * 5, 7) * 9;
    const std::uint64_t shifted = state_[1] << 17;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= shifted;
    state_[3] = std::rotl(state_[3], 45);
    return result;
  }

  /// In [low, high), with 53 random bits.
  double uniform(double low = 0, double high = 1) {
    return low + (high - low) * (static_cast<double>(next() >> 11) * 0x1p-53);
  }

  /// In [0, bound), without bias for the small bounds it is used with.
  std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>((next() >> 32) * bound >> 32); }

  const State& state() const { return state_; }

 private:
  State state_{};
};

}  // namespace gradcircuit
