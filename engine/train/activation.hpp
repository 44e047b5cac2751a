#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "engine/ops/all_ops.hpp"
#include "engine/train/lane_array.hpp"

namespace gradcircuit {

/// Whether a layer may apply this op to each of its weighted sums: an elementwise op with one operand.
constexpr bool is_activation(OpId op) {
  return op < op_count && op_infos[op].kind == Kind::elementwise && op_infos[op].arity == 1;
}

/// By name or alias; `linear` is the identity. None where there is no such activation.
std::optional<OpId> find_activation(std::string_view name);

/// Their names, in the order of the ops.
std::vector<std::string_view> activation_names();

/// The values of an activation, and its derivatives, at every sum. Those of tanh and sigmoid share their exponential; all others are
/// what the op gives in lanes. Allocates nothing.
void activate(OpId activation, const LaneArray& sums, LaneArray& values, LaneArray& slopes);

}  // namespace gradcircuit
