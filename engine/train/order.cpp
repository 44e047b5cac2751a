#include "engine/train/order.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace gradcircuit {

Order::State Order::start(std::uint64_t seed) {
  // not the generator of the initial weights, which has the same seed
  return {.generator = Random(~seed).state(), .taken = 0};
}

Order::Order(std::uint32_t samples, std::uint32_t batch, bool shuffled, const State& state)
    : indices_(samples),
      batch_(batch),
      shuffled_(shuffled),
      random_(state.generator),
      began_(state.generator),
      taken_(state.taken) {
  begin_epoch();
}

/// Fisher and Yates's shuffle of the samples in their own order.
void Order::begin_epoch() {
  std::iota(indices_.begin(), indices_.end(), 0u);
  if (!shuffled_) return;
  began_ = random_.state();
  for (auto left = static_cast<std::uint32_t>(indices_.size()); left > 1; --left)
    std::swap(indices_[left - 1], indices_[random_.below(left)]);
}

std::span<const std::uint32_t> Order::next() {
  const auto samples = static_cast<std::uint32_t>(indices_.size());
  if (taken_ >= samples) {
    taken_ = 0;
    begin_epoch();
  }
  const std::uint32_t count = std::min(batch_, samples - taken_);
  const std::span<const std::uint32_t> batch(indices_.data() + taken_, count);
  taken_ += count;
  return batch;
}

}  // namespace gradcircuit
