#pragma once

#include <cstddef>

#include "engine/base/lanes.hpp"

/// The three products of a dense layer. Lanes are samples, so that one instruction serves two of them and nothing is ever shuffled.
/// Every sum is taken in one order, of ascending index, whatever the number of samples or the shape of the layer: equal rows stay equal.
namespace gradcircuit::dense {

/// A matrix that is read row by row, or column by column: entry (r, c) stands at r·row_step + c·column_step.
struct Factors {
  const double* entries;
  std::size_t row_step;
  std::size_t column_step;
  std::size_t rows;
  std::size_t columns;
};

/// out = factors · in, rows of `pairs` pairs; with `start`, one number a row, added first.
void multiply(const Factors& factors, const double* start, const Pair* in, Pair* out, std::size_t pairs);

/// The gradient of a layer: of weight (r, c) Σ over samples of adjoints(r) · values(c), row by row, and of bias r, unless `biases` is
/// null, Σ over samples of adjoints(r). Even samples first, then odd ones, then both.
void gradient(const Pair* adjoints, std::size_t rows, const Pair* values, std::size_t columns, std::size_t pairs,
              double* weights, double* biases);

}  // namespace gradcircuit::dense
