#pragma once

#include <optional>

#include "engine/base/random.hpp"
#include "engine/diff/replay.hpp"

/// Whether two formulas are the same function, found by simplifying and by trying.
namespace gradcircuit {

enum class Equality : std::uint8_t { equal, different, undecided };

/// Values of the inputs of a graph, in their order.
using Point = std::vector<Matrix>;

/// Runs the graph there.
Tape forward_at(const Graph& graph, const Point& point);

/// Points of a graph, the same every time: close to the values of its inputs, which lie in the domain of what is computed there,
/// and in the ranges where the domains of the usual functions are.
class Points {
 public:
  explicit Points(const Graph& graph) : graph_(graph) {}
  Point next();

 private:
  const Graph& graph_;
  Random random_{20};
  std::size_t count_ = 0;
};

/// A value, and for each entry what its rounding errors are relative to: the sizes of all intermediate values, each times how much
/// the entry depends on it. Where they are far larger than the entry, it is what has been left by cancellation.
struct Measured {
  Matrix value;
  std::vector<double> sizes = {};  ///< none where nothing is known of them

  /// How far rounding may have moved an entry.
  double noise(std::size_t entry) const;
};

/// A node as a function of the inputs. The graph must outlive it.
class Measuring {
 public:
  Measuring(const Graph& graph, NodeId node) : graph_(graph), node_(node), replay_(graph, node) {}

  /// Whether all entries are finite there.
  bool is_finite_at(const Point& point);
  /// Nothing where an entry is not finite, or its errors are not bounded.
  std::optional<Measured> at(const Point& point);

 private:
  MatrixView<const double> value() const { return {replay_.primal(node_), graph_[node_].shape}; }
  double size_of(std::span<const double> output_adjoint);

  const Graph& graph_;
  NodeId node_;
  Replay<double> replay_;
};

/// What points have to say about two formulas of the same shape.
class Evidence {
 public:
  explicit Evidence(Shape shape) : differs_(shape.entries(), false) {}

  /// Compares at a point where both are finite. Rounding never makes a difference, and where it may hide one nothing is said.
  void add(const Measured& a, const Measured& b);
  /// Whether it is enough for a verdict.
  bool is_complete() const { return agreeing_ >= needed || (seen_ >= 4 && is_different()); }
  bool is_different() const;
  Equality verdict() const;
  /// By entry.
  const std::vector<bool>& differs() const { return differs_; }

  static constexpr int needed = 16;
  /// Points that are tried before nothing is said.
  static constexpr int most = 512;

 private:
  int seen_ = 0;
  int agreeing_ = 0;
  int zeros_ = 0;
  std::vector<bool> differs_;
};

/// Compares two nodes where `domain` is finite too: by simplifying their difference, else at points.
struct Compared {
  Equality equality;
  std::vector<bool> differs = {};  ///< by entry, when they differ and have one shape
};
Compared compare(const Graph& graph, NodeId a, NodeId b, NodeId domain);

}  // namespace gradcircuit
