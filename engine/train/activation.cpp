#include "engine/train/activation.hpp"

#include "engine/base/exponential.hpp"
#include "engine/diff/elementwise.hpp"

namespace gradcircuit {
namespace {

template <class F>
void for_each_lane(F with_slope, const std::vector<Lanes>& sums, std::vector<Lanes>& values,
                   std::vector<Lanes>& slopes) {
  for (std::size_t i = 0; i < sums.size(); ++i) {
    const math::WithSlope both = with_slope(sums[i]);
    values[i] = both.value;
    slopes[i] = both.slope;
  }
}

}  // namespace

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

void activate(OpId activation, const std::vector<Lanes>& sums, std::vector<Lanes>& values, std::vector<Lanes>& slopes) {
  if (activation == op_id<ops::Tanh>()) return for_each_lane(math::tanh_with_slope, sums, values, slopes);
  if (activation == op_id<ops::Sigmoid>()) return for_each_lane(math::sigmoid_with_slope, sums, values, slopes);
  if (activation == op_id<ops::Relu>())
    return for_each_lane([](const Lanes& x) -> math::WithSlope { return {ops::Relu::value(x), ops::Step::value(x)}; },
                         sums, values, slopes);
  if (activation == op_id<ops::Identity>())
    return for_each_lane([](const Lanes& x) -> math::WithSlope { return {x, 1.0}; }, sums, values, slopes);
  const EntryRules<Lanes>& rules = entry_rules<Lanes>[activation];
  for (std::size_t i = 0; i < sums.size(); ++i) {
    const std::span<const Lanes> operand(&sums[i], 1);
    values[i] = rules.value(operand);
    slopes[i] = rules.partial(0, operand, values[i]);
  }
}

}  // namespace gradcircuit
