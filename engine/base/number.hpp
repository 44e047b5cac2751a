#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gradcircuit {

/// Reads a whole text such as `2`, `.5`, `5.` or `1E-3`, without a sign, to the nearest double: infinity when it is too large,
/// nothing when it is not a number. Knows no locale.
std::optional<double> read_number(std::string_view text);

/// A number with the fewest digits that read back as the same double, laid out as JavaScript does: `0.1`, `1e-7`, `1e+21`, `-0`, `NaN`, `-Infinity`.
std::string print_number(double value);

}  // namespace gradcircuit
