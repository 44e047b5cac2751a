#pragma once

/// Gradcircuit's engine: the one header that bindings and examples include.
///
///     Result<Explanation> explained = explain({.program = "(x + y) * z", .at = {{"x", -2}, {"y", 5}, {"z", -4}}});
///
/// Functions take values and return values; nothing throws and nothing is kept. A failure is an Error with a code and a span.

#include "engine/base/limits.hpp"
#include "engine/base/number.hpp"
#include "engine/base/suggest.hpp"
#include "engine/code/code.hpp"
#include "engine/diff/multiplications.hpp"
#include "engine/explain/check.hpp"
#include "engine/explain/dependence.hpp"
#include "engine/explain/explain.hpp"
#include "engine/explain/grade.hpp"
#include "engine/explain/output.hpp"
#include "engine/explain/planted.hpp"
#include "engine/explain/plot.hpp"
#include "engine/explain/shapes.hpp"
#include "engine/explain/symbols.hpp"
#include "engine/explain/tangents.hpp"
#include "engine/graph/graph.hpp"
#include "engine/text/parse.hpp"
#include "engine/text/print.hpp"
#include "engine/train/activation.hpp"
#include "engine/train/objective.hpp"
#include "engine/train/train.hpp"
