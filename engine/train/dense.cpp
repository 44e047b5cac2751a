#include "engine/train/dense.hpp"

namespace gradcircuit::dense {
namespace {

/// `Rows` rows and `Pairs` pairs of a product, small enough for its sums to stay in registers.
template <std::size_t Rows, std::size_t Pairs>
[[gnu::always_inline]] inline void multiply_tile(const Factors& factors, const double* start, const double* entries,
                                                 const Pair* in, Pair* out, std::size_t pairs) {
  Pair sums[Rows][Pairs];
  for (std::size_t r = 0; r < Rows; ++r)
    for (std::size_t p = 0; p < Pairs; ++p) sums[r][p] = pair_of(start == nullptr ? 0 : start[r]);
  for (std::size_t c = 0; c < factors.columns; ++c) {
    for (std::size_t r = 0; r < Rows; ++r) {
      const Pair factor = pair_of(entries[r * factors.row_step]);
      for (std::size_t p = 0; p < Pairs; ++p) sums[r][p] += factor * in[p];
    }
    entries += factors.column_step;
    in += pairs;
  }
  for (std::size_t r = 0; r < Rows; ++r)
    for (std::size_t p = 0; p < Pairs; ++p) out[r * pairs + p] = sums[r][p];
}

template <std::size_t Rows>
void multiply_rows(const Factors& factors, const double* start, std::size_t row, const Pair* in, Pair* out,
                   std::size_t pairs) {
  const double* const entries = factors.entries + row * factors.row_step;
  const double* const first = start == nullptr ? nullptr : start + row;
  Pair* const to = out + row * pairs;
  if (pairs == 2) return multiply_tile<Rows, 2>(factors, first, entries, in, to, 2);  // as XOR has
  std::size_t p = 0;
  for (; p + 4 <= pairs; p += 4) multiply_tile<Rows, 4>(factors, first, entries, in + p, to + p, pairs);
  for (; p < pairs; ++p) multiply_tile<Rows, 1>(factors, first, entries, in + p, to + p, pairs);
}

template <std::size_t Rows, std::size_t Columns>
[[gnu::always_inline]] inline void gradient_tile(const Pair* adjoints, const Pair* values, std::size_t pairs,
                                                 double* out, std::size_t columns) {
  Pair sums[Rows][Columns] = {};
  for (std::size_t p = 0; p < pairs; ++p)
    for (std::size_t r = 0; r < Rows; ++r)
      for (std::size_t c = 0; c < Columns; ++c) sums[r][c] += adjoints[r * pairs + p] * values[c * pairs + p];
  for (std::size_t r = 0; r < Rows; ++r)
    for (std::size_t c = 0; c < Columns; ++c) out[r * columns + c] = sums[r][c][0] + sums[r][c][1];
}

/// `Pairs` of them where that many are known beforehand, `given` where it is 0.
template <std::size_t Rows, std::size_t Pairs>
void gradient_rows(const Pair* adjoints, const Pair* values, std::size_t columns, std::size_t given, double* out) {
  const std::size_t pairs = Pairs > 0 ? Pairs : given;
  std::size_t c = 0;
  for (; c + 4 <= columns; c += 4) gradient_tile<Rows, 4>(adjoints, values + c * pairs, pairs, out + c, columns);
  if (c + 2 <= columns) {
    gradient_tile<Rows, 2>(adjoints, values + c * pairs, pairs, out + c, columns);
    c += 2;
  }
  if (c < columns) gradient_tile<Rows, 1>(adjoints, values + c * pairs, pairs, out + c, columns);
}

template <std::size_t Pairs>
void layer_gradient(const Pair* adjoints, std::size_t rows, const Pair* values, std::size_t columns, std::size_t given,
                    double* weights, double* biases) {
  const std::size_t pairs = Pairs > 0 ? Pairs : given;
  std::size_t row = 0;
  for (; row + 2 <= rows; row += 2)
    gradient_rows<2, Pairs>(adjoints + row * pairs, values, columns, pairs, weights + row * columns);
  if (row < rows) gradient_rows<1, Pairs>(adjoints + row * pairs, values, columns, pairs, weights + row * columns);
  if (biases == nullptr) return;
  for (std::size_t r = 0; r < rows; ++r) {
    Pair sum{};
    for (std::size_t p = 0; p < pairs; ++p) sum += adjoints[r * pairs + p];
    biases[r] = sum[0] + sum[1];
  }
}

}  // namespace

void multiply(const Factors& factors, const double* start, const Pair* in, Pair* out, std::size_t pairs) {
  std::size_t row = 0;
  if (pairs == 2)  // there are registers for more of so short rows
    for (; row + 4 <= factors.rows; row += 4)
      multiply_tile<4, 2>(factors, start == nullptr ? nullptr : start + row, factors.entries + row * factors.row_step,
                          in, out + row * 2, 2);
  for (; row + 2 <= factors.rows; row += 2) multiply_rows<2>(factors, start, row, in, out, pairs);
  if (row < factors.rows) multiply_rows<1>(factors, start, row, in, out, pairs);
}

void gradient(const Pair* adjoints, std::size_t rows, const Pair* values, std::size_t columns, std::size_t pairs,
              double* weights, double* biases) {
  if (pairs == 2)  // a loop over so few costs more than what is in it
    layer_gradient<2>(adjoints, rows, values, columns, pairs, weights, biases);
  else
    layer_gradient<0>(adjoints, rows, values, columns, pairs, weights, biases);
}

}  // namespace gradcircuit::dense
