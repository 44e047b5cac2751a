#pragma once

#include <string_view>
#include <variant>

#include "engine/gradcircuit.hpp"
#include "wasm_bindings/reader.hpp"

/// The request of `train`, as ARCHITECTURE.md describes it.
namespace gradcircuit {

/// A program to walk down, as it was asked for: parsed once everything has been read.
struct ProgramRequest {
  std::string program;
  InputValues at = {};
  std::optional<std::string> output = {};
  DescentRequest descent = {};
  /// Values of the state by name, still to be put in the order of the parameters.
  struct NamedState {
    std::uint64_t step = 0;
    InputValues parameters;
    std::vector<InputValues> slots;
  };
  std::optional<NamedState> state = {};
};

struct TrainDocument {
  std::variant<TrainRequest, ProgramRequest> request;
  bool binary = false;
};

/// Fails with bad_request, which names the place and what was expected there.
Result<TrainDocument> read_training(std::string_view json);

}  // namespace gradcircuit
