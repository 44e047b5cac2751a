#pragma once

#include <string_view>

#include "engine/gradcircuit.hpp"

namespace gradcircuit {

/// Reads the request of `explain`. Fails with bad_request, which names the place and what was expected there, or with
/// not_supported for a part of the reply that this version does not have.
Result<Request> read_request(std::string_view json);

}  // namespace gradcircuit
