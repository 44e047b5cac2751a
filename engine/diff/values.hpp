#pragma once

#include <vector>

#include "engine/graph/graph.hpp"

namespace gradcircuit {

/// One value a node, in one arena: entries row by row, for Lanes with the lanes innermost.
template <class T>
class Values {
 public:
  explicit Values(const Graph& graph) {
    // A graph of scalars, which every large one is, needs no table: node i is entry i.
    bool scalar = true;
    for (NodeId id = 0; id < graph.size() && scalar; ++id) scalar = graph[id].shape.is_scalar();
    if (scalar) {
      arena_.assign(graph.size(), T(0));
      return;
    }
    offsets_.reserve(graph.size());
    std::uint32_t offset = 0;
    for (NodeId id = 0; id < graph.size(); ++id) {
      offsets_.push_back(offset);
      offset += static_cast<std::uint32_t>(graph[id].shape.entries());
    }
    arena_.assign(offset, T(0));
  }

  T* at(NodeId id) { return arena_.data() + offset(id); }
  const T* at(NodeId id) const { return arena_.data() + offset(id); }
  /// The whole arena, and where in it a node's entries begin.
  T* data() { return arena_.data(); }
  std::uint32_t offset(NodeId id) const { return offsets_.empty() ? id : offsets_[id]; }
  MatrixView<T> view(const Graph& graph, NodeId id) { return {at(id), graph[id].shape}; }
  MatrixView<const T> view(const Graph& graph, NodeId id) const { return {at(id), graph[id].shape}; }
  void clear() { arena_.assign(arena_.size(), T(0)); }
  std::size_t memory() const { return arena_.capacity() * sizeof(T) + offsets_.capacity() * sizeof(std::uint32_t); }

 private:
  std::vector<T> arena_;
  std::vector<std::uint32_t> offsets_;
};

/// One recorded run of a graph: the primal of every node.
template <class T>
using BasicTape = Values<T>;
using Tape = BasicTape<double>;

}  // namespace gradcircuit
