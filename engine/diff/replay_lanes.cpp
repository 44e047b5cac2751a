#include "engine/diff/replay_loops.hpp"

namespace gradcircuit {

template class Replay<Lanes>;

}  // namespace gradcircuit
