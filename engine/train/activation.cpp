#include "engine/train/activation.hpp"

#include "engine/base/exponential.hpp"
#include "engine/diff/elementwise.hpp"

namespace gradcircuit {
std::optional<OpId> find_activation(std::string_view name) {
  const OpId op = name == "linear" ? op_id<ops::Identity>() : find_op(name, 1);
  if (!is_activation(op)) return std::nullopt;
  return op;
}

std::vector<std::string_view> activation_names() {
  std::vector<std::string_view> names;
  for (OpId op = 0; op < op_count; ++op)
    if (is_activation(op)) names.push_back(op_infos[op].name());
  return names;
}

void activate(OpId activation, const LaneArray& sums, LaneArray& values, LaneArray& slopes) {
  const std::size_t pairs = sums.rows() * sums.pairs();
  const Pair* const x = sums.row(0);
  Pair* const value = values.row(0);
  Pair* const slope = slopes.row(0);
  if (activation == op_id<ops::Tanh>()) return math::tanh_with_slope(x, value, slope, pairs);
  if (activation == op_id<ops::Sigmoid>()) return math::sigmoid_with_slope(x, value, slope, pairs);
  if (activation == op_id<ops::Relu>()) {
    for (std::size_t i = 0; i < pairs; ++i) {
      value[i] = x[i] <= 0.0 ? pair_of(0) : x[i];  // keeps NaN, and so does the slope
      slope[i] = x[i] > 0.0 ? pair_of(1) : (x[i] <= 0.0 ? pair_of(0) : x[i]);
    }
    return;
  }
  if (activation == op_id<ops::Identity>()) {
    for (std::size_t i = 0; i < pairs; ++i) {
      value[i] = x[i];
      slope[i] = pair_of(1);
    }
    return;
  }
  const EntryRules<Lanes>& rules = entry_rules<Lanes>[activation];
  for (std::size_t i = 0; i < sums.lanes().size(); ++i) {
    const std::span<const Lanes> operand(&sums.lanes()[i], 1);
    values.lanes()[i] = rules.value(operand);
    slopes.lanes()[i] = rules.partial(0, operand, values.lanes()[i]);
  }
}

}  // namespace gradcircuit
