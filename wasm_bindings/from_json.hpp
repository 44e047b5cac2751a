#pragma once

#include <string_view>

#include "wasm_bindings/reader.hpp"

namespace gradcircuit {

/// Values by name.
InputValues read_inputs(const Reader& at);

/// Reads the request of `explain`. Fails with bad_request, which names the place and what was expected there, or with
/// not_supported for a part of the reply that this version does not have.
Result<Request> read_request(std::string_view json);

}  // namespace gradcircuit
