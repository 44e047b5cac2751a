#pragma once

#include <string>

#include "engine/gradcircuit.hpp"

namespace gradcircuit {

/// The reply of `explain`, as ARCHITECTURE.md describes it.
std::string to_json(const Explanation& explanation);

/// The reply to a request that cannot be fulfilled.
std::string to_json(const Error& error);

}  // namespace gradcircuit
