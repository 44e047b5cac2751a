#pragma once

#include "engine/base/random.hpp"
#include "engine/graph/graph.hpp"

namespace gradcircuit {

/// Random expressions in columns v, matrices M and scalars x, y, built node by node and so not limited to what people write.
class RandomGraph {
 public:
  explicit RandomGraph(std::uint64_t seed) : random_(seed) {
    for (const char* name : {"x", "y"}) scalars_.push_back(leaf(name, {}));
    columns_.push_back(leaf("v", {2, 1}));
    rows_.push_back(leaf("r", {1, 2}));
    matrices_.push_back(leaf("M", {2, 2}));
  }

  NodeId grow(int steps) {
    NodeId last = 0;
    for (int i = 0; i < steps; ++i) last = step();
    return last;
  }
  const Graph& graph() const { return graph_; }

 private:
  std::size_t draw(std::size_t n) { return random_.below(static_cast<std::uint32_t>(n)); }
  NodeId leaf(const char* name, Shape shape) {
    Matrix value(shape, 0.0);
    for (std::size_t i = 0; i < value.size(); ++i) value[i] = random_.uniform(-2, 2);
    return *graph_.append_input({.name = name, .value = std::move(value)}, {});
  }
  // recent nodes are taken more often, so that the trees grow deep
  NodeId pick(const std::vector<NodeId>& from) {
    return from[from.size() - 1 - std::min(draw(from.size()), draw(from.size()))];
  }
  NodeId scalar() {
    if (draw(4) == 0) {
      constexpr double constants[] = {0, -0.0, 1, 2, -1, -3, 0.5, 0.1, -2.5e-7, 1e21};
      return *graph_.append_constant(constants[draw(std::size(constants))], {});
    }
    return pick(scalars_);
  }
  template <class Op>
  NodeId add(std::vector<NodeId> operands, const Attributes& attributes = {}) {
    return *graph_.append(op_id<Op>(), operands, {}, attributes);
  }
  NodeId infix(NodeId a, NodeId b) {
    switch (draw(5)) {
      case 0:
        return add<ops::Add>({a, b});
      case 1:
        return add<ops::Sub>({a, b});
      case 2:
        return add<ops::Mul>({a, b});
      case 3:
        return add<ops::Div>({a, b});
      default:
        return add<ops::Pow>({a, b});
    }
  }
  NodeId condition() {
    const NodeId a = scalar();
    const NodeId b = scalar();
    const NodeId comparison = draw(2) == 0 ? add<ops::Less>({a, b}) : add<ops::NotEqual>({a, b});
    const NodeId other = scalar();
    return draw(3) == 0 ? infix(comparison, add<ops::GreaterEqual>({comparison, other})) : comparison;
  }
  NodeId keep(std::vector<NodeId>& list, NodeId id) {
    list.push_back(id);
    return id;
  }

  NodeId step() {
    switch (draw(14)) {
      case 0:
        return keep(scalars_, add<ops::Neg>({scalar()}));
      case 1:
        return keep(scalars_, add<ops::Tanh>({scalar()}));
      case 2:
        return keep(scalars_, add<ops::Max>({scalar(), scalar(), scalar()}));
      case 3:
        return keep(scalars_, add<ops::If>({condition(), scalar(), scalar()}));
      case 4:
        return keep(scalars_, add<ops::Index>({pick(columns_)}, {.shape = {}, .row = 1}));
      case 5:
        return keep(scalars_, add<ops::Index>({pick(matrices_)}, {.shape = {}, .row = 1, .column = 0}));
      case 6:
        return keep(scalars_, add<ops::MatMul>({pick(rows_), pick(columns_)}));
      case 7:
        return keep(columns_, add<ops::Stack>({scalar(), scalar()}, {.shape = {2, 1}}));
      case 8:
        return keep(matrices_, add<ops::Stack>({scalar(), scalar(), scalar(), scalar()}, {.shape = {2, 2}}));
      case 9:
        return keep(rows_, add<ops::Transpose>({pick(columns_)}));
      case 10:
        return keep(matrices_, infix(pick(matrices_), draw(2) == 0 ? pick(columns_) : scalar()));
      case 11:
        return keep(columns_, add<ops::MatMul>({pick(matrices_), pick(columns_)}));
      default:
        return keep(scalars_, infix(scalar(), scalar()));
    }
  }

  Random random_;
  Graph graph_;
  std::vector<NodeId> scalars_;
  std::vector<NodeId> columns_;
  std::vector<NodeId> rows_;
  std::vector<NodeId> matrices_;
};

}  // namespace gradcircuit
