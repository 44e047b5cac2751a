#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/base/random.hpp"

namespace gradcircuit {

/// In which order samples are taken, batch after batch. Every epoch takes each sample once; its last batch may be short. An epoch's order
/// follows from where the generator stood when it began, so that two numbers say where a run is.
class Order {
 public:
  struct State {
    Random::State generator{};  ///< when the epoch began
    std::uint32_t taken = 0;    ///< samples of it
    friend bool operator==(const State&, const State&) = default;
  };

  static State start(std::uint64_t seed);

  Order(std::uint32_t samples, std::uint32_t batch, bool shuffled, const State& state);

  /// The samples of the next update. Allocates nothing.
  std::span<const std::uint32_t> next();
  State state() const { return {.generator = began_, .taken = taken_}; }

 private:
  void begin_epoch();

  std::vector<std::uint32_t> indices_;
  std::uint32_t batch_;
  bool shuffled_;
  Random random_;
  Random::State began_;
  std::uint32_t taken_;
};

}  // namespace gradcircuit
