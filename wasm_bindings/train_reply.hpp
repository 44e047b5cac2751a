#pragma once

#include "engine/gradcircuit.hpp"
#include "wasm_bindings/api.hpp"

/// The reply of `train`, as ARCHITECTURE.md describes it.
namespace gradcircuit {

/// With `binary` the frames are numbers beside the document, which says where in a frame each stands. `many` writes a list of runs.
Reply train_reply(Training training, bool binary, bool many);
Reply descent_reply(Descent descent, bool binary);

}  // namespace gradcircuit
