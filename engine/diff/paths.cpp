#include "engine/diff/paths.hpp"

#include <algorithm>

namespace gradcircuit {

PathFinder::PathFinder(const std::vector<Box>& boxes, NodeId output)
    : output_(output), users_(boxes.empty() ? 0 : boxes.back().node + 1) {
  std::vector<bool> arrives(users_.size(), false);
  arrives[output] = true;
  for (std::size_t b = boxes.size(); b-- > 0;) {
    const Box& box = boxes[b];
    if (!arrives[box.node]) continue;
    for (std::size_t i = box.inputs.size(); i-- > 0;) {
      if (!box.partials[i]) continue;
      users_[box.inputs[i]].push_back({box.node, &*box.partials[i]});
      arrives[box.inputs[i]] = true;
    }
  }
  for (auto& list : users_) std::ranges::reverse(list);
}

bool PathFinder::spend(std::size_t nodes) {
  const bool affordable = nodes <= budget_;
  budget_ -= affordable ? static_cast<std::uint32_t>(nodes) : budget_;
  return affordable;
}

std::optional<PathList> PathFinder::from(NodeId start) {
  struct Frame {
    NodeId node;
    std::size_t next = 0;
    double product = 1;
  };
  PathList list;
  std::vector<Frame> stack{{.node = start}};
  while (!stack.empty()) {
    Frame& top = stack.back();
    const bool arrived = top.node == output_;
    if (arrived) {
      list.truncated = list.paths.size() == limits::paths_per_input || !spend(stack.size());
      if (list.truncated) return list;
      Path path{.nodes = {}, .product = top.product};
      for (const Frame& frame : stack) path.nodes.push_back(frame.node);
      list.paths.push_back(std::move(path));
    }
    if (arrived || top.next == users_[top.node].size()) {
      stack.pop_back();
      continue;
    }
    const Use& use = users_[top.node][top.next++];
    if (!use.partial->shape().is_scalar()) return std::nullopt;
    list.truncated = !spend(1);
    if (list.truncated) return list;
    stack.push_back({.node = use.node, .next = 0, .product = top.product * (*use.partial)[0]});
  }
  return list;
}

}  // namespace gradcircuit
