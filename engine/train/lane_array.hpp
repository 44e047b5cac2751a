#pragma once

#include <cstddef>
#include <vector>

#include "engine/base/lanes.hpp"

namespace gradcircuit {

/// Numbers of many samples: one row a unit, its samples side by side, two in a pair. Where the samples do not fill the last pair, and
/// the last of all lanes, there are numbers too, which nobody reads into a result.
class LaneArray {
 public:
  LaneArray() = default;
  LaneArray(std::size_t rows, std::size_t samples)
      : rows_(rows), pairs_((samples + 1) / 2), lanes_((rows * pairs_ + pairs_in_lanes - 1) / pairs_in_lanes) {}

  /// In a row.
  std::size_t pairs() const { return pairs_; }
  Pair* row(std::size_t row) { return data() + row * pairs_; }
  const Pair* row(std::size_t row) const { return data() + row * pairs_; }
  double at(std::size_t row, std::size_t sample) const { return this->row(row)[sample / 2][sample % 2]; }
  void set(std::size_t row, std::size_t sample, double value) { this->row(row)[sample / 2][sample % 2] = value; }

  std::size_t rows() const { return rows_; }
  /// All of it, whatever the rows; the last lanes may be more than there are pairs.
  std::vector<Lanes>& lanes() { return lanes_; }
  const std::vector<Lanes>& lanes() const { return lanes_; }

 private:
  static constexpr std::size_t pairs_in_lanes = Lanes::count / 2;
  Pair* data() { return lanes_.data()->pairs.data(); }
  const Pair* data() const { return lanes_.data()->pairs.data(); }

  std::size_t rows_ = 0;
  std::size_t pairs_ = 0;
  std::vector<Lanes> lanes_;
};

}  // namespace gradcircuit
