// Values and derivatives against 80-digit arithmetic, at arguments where a plain formula loses its digits or overflows.
#include <catch_amalgamated.hpp>

#include "engine/diff/backward.hpp"
#include "engine/diff/forward.hpp"
#include "engine/graph/expr.hpp"

using namespace gradcircuit;
using Catch::Matchers::WithinRel;

namespace {

struct Known {
  std::string_view op;
  std::vector<double> at;
  double value;
  std::vector<double> partials;
};

// clang-format off
const Known known_values[] = {
    {"exp2", {-1000}, 9.332636185032189e-302, {6.468890458846786e-302}},
    {"exp2", {1000}, 1.0715086071862673e+301, {7.427131700168751e+300}},
    {"exp2", {0.3}, 1.2311444133449163, {0.8533642789721566}},
    {"expm1", {1e-20}, 1e-20, {1}},
    {"expm1", {-50}, -1, {1.9287498479639178e-22}},
    {"expm1", {700}, 1.0142320547350045e+304, {1.0142320547350045e+304}},
    {"log1p", {1e-20}, 1e-20, {1}},
    {"log1p", {-0.9999999}, -16.118095651484676, {10000000.005263558}},
    {"log1p", {1e300}, 690.7755278982137, {1e-300}},
    {"log2", {1e-300}, -996.5784284662087, {1.4426950408889632e+300}},
    {"log2", {1.0000000001}, 1.4426951601859516e-10, {1.442695040744694}},
    {"log2", {1024}, 10, {0.0014088818758681283}},
    {"log10", {1e-300}, -300, {4.342944819032518e+299}},
    {"log10", {1.0000000001}, 4.342945178152237e-11, {0.4342944818598224}},
    {"log10", {1000}, 3, {0.00043429448190325184}},
    {"log_base", {1e-300, 3}, -628.7709822868154, {9.102392266268374e+299, 190.77733754738256}},
    {"log_base", {1000, 10}, 3, {0.00043429448190325184, -0.13028834457097555}},
    {"log_base", {8, 2}, 3, {0.18033688011112042, -2.1640425613334453}},
    {"log_base", {2, 1.0000001}, 6931472.148125979, {5000000.2470806595, -69314717975053.414}},
    {"cbrt", {-1e-300}, -1e-100, {3.3333333333333334e+199}},
    {"cbrt", {1e300}, 1e+100, {3.3333333333333335e-201}},
    {"cbrt", {27}, 3, {0.037037037037037035}},
    {"hypot", {3e200, 4e200}, 4.9999999999999995e+200, {0.6, 0.8}},
    {"hypot", {3e-200, -4e-200}, 5e-200, {0.6, -0.8}},
    {"sec", {1.5707963267948966}, 1.633123935319537e+16, {2.667093788113571e+32}},
    {"sec", {1e5}, -1.0006396013902388, {0.0357945425582546}},
    {"csc", {3.141592653589793}, 8165619676597685, {6.667734470283928e+31}},
    {"csc", {1e-100}, 1e+100, {-1e+200}},
    {"cot", {1.5707963267948966}, 6.123233995736766e-17, {-1}},
    {"cot", {1e-10}, 10000000000, {-1e+20}},
    {"cot", {3}, -7.015252551434534, {-50.21376836040873}},
    {"sinc", {0}, 1, {0}},
    {"sinc", {1e-8}, 1, {-3.3333333333333334e-09}},
    {"sinc", {0.01}, 0.9999833334166665, {-0.0033333000001190475}},
    {"sinc", {0.999}, 0.8417720338905119, {-0.3009294567857256}},
    {"sinc", {1.001}, 0.8411696965916653, {-0.3014077239952235}},
    {"sinc", {1e5}, 3.574879797201651e-07, {-9.993611649261922e-06}},
    {"asin", {1e-20}, 1e-20, {1}},
    {"asin", {0.9999999999}, 1.5707821846586878, {70710.67519510884}},
    {"acos", {0.9999999999}, 1.4142136208911564e-05, {-70710.67519510884}},
    {"acos", {-0.9999999999}, 3.1415785114535844, {-70710.67519510884}},
    {"atan", {1e100}, 1.5707963267948966, {1e-200}},
    {"atan", {-0.5}, -0.4636476090008061, {0.8}},
    {"atan2", {1e-300, -1}, 3.141592653589793, {-1, -1e-300}},
    {"atan2", {3e200, 4e200}, 0.6435011087932844, {1.6e-201, -1.2e-201}},
    {"atan2", {-1, -1e-300}, -1.5707963267948966, {-1e-300, 1}},
    {"asec", {1.0000000001}, 1.4142136208204457e-05, {70710.67518450222}},
    {"asec", {-1.0000000001}, 3.1415785114535852, {70710.67518450222}},
    {"asec", {1e100}, 1.5707963267948966, {1e-200}},
    {"acsc", {1.0000000001}, 1.5707821846586885, {-70710.67518450222}},
    {"acsc", {-1.0000000001}, -1.5707821846586885, {-70710.67518450222}},
    {"acsc", {1e200}, 1e-200, {0}},
    {"acot", {1e200}, 1e-200, {0}},
    {"acot", {-1e200}, 3.141592653589793, {0}},
    {"acot", {0.5}, 1.1071487177940904, {-0.8}},
    {"sech", {20}, 4.122307244877116e-09, {-4.122307244877116e-09}},
    {"sech", {-700}, 1.971935308751954e-304, {1.971935308751954e-304}},
    {"csch", {1e-10}, 10000000000, {-1e+20}},
    {"csch", {-20}, -4.122307244877116e-09, {-4.122307244877116e-09}},
    {"csch", {700}, 1.971935308751954e-304, {-1.971935308751954e-304}},
    {"coth", {1e-10}, 10000000000, {-1e+20}},
    {"coth", {-20}, -1, {-1.6993417021166355e-17}},
    {"coth", {300}, 1, {-1.0601586212017243e-260}},
    {"asinh", {1e-20}, 1e-20, {1}},
    {"asinh", {1e200}, 461.2101657793691, {1e-200}},
    {"asinh", {-1e200}, -461.2101657793691, {1e-200}},
    {"acosh", {1.0000000001}, 1.4142136208675862e-05, {70710.67519157329}},
    {"acosh", {1e200}, 461.2101657793691, {1e-200}},
    {"atanh", {1e-20}, 1e-20, {1}},
    {"atanh", {-0.9999999999}, -11.859499013855018, {4999999586.54818}},
    {"asech", {0.9999999999}, 1.4142136209382968e-05, {-70710.6752021799}},
    {"asech", {1e-300}, 691.4686750787737, {-9.999999999999999e+299}},
    {"acsch", {1e-300}, 691.4686750787737, {-9.999999999999999e+299}},
    {"acsch", {-1e200}, -1e-200, {0}},
    {"acoth", {1.0000000001}, 11.859499013905017, {-4999999586.04818}},
    {"acoth", {-1.0000000001}, -11.859499013905017, {-4999999586.04818}},
    {"acoth", {1e200}, 1e-200, {0}},
    {"erf", {1e-20}, 1.1283791670955125e-20, {1.1283791670955126}},
    {"erf", {3}, 0.9999779095030014, {0.00013925305194674786}},
    {"erfc", {0.5}, 0.4795001221869535, {-0.8787825789354448}},
    {"erfc", {-3}, 1.9999779095030015, {-0.00013925305194674786}},
    {"erfc", {5}, 1.537459794428035e-12, {-1.5670866531017336e-11}},
    {"gelu", {1e-20}, 5e-21, {0.5}},
    {"gelu", {-3}, -0.0040496940948902835, {-0.011945647204183927}},
    {"gelu", {5}, 4.999998566742141, {1.000007146946002}},
    {"silu", {-40}, -1.6993417021166355e-16, {-1.6568581595637197e-16}},
    {"silu", {-700}, -6.90177358063184e-302, {-6.891913904088079e-302}},
    {"silu", {40}, 40, {1.0000000000000002}},
    {"softsign", {-1e-20}, -1e-20, {1}},
    {"softsign", {1e100}, 1, {1e-200}},
    {"elu", {-1e-20}, -1e-20, {1}},
    {"elu", {-40}, -1, {4.248354255291589e-18}},
};
// clang-format on

}  // namespace

TEST_CASE("every function keeps its digits, close to its edges and far out") {
  for (const Known& known : known_values) {
    Graph graph;
    std::vector<NodeId> operands;
    for (const double x : known.at) operands.push_back(input(graph, "x", x).node());
    const NodeId output = *graph.append(find_op(known.op), operands, {});
    const Tape tape = forward(graph);
    const Values<double> adjoints = backward(graph, tape, output, activity(graph, output));
    CAPTURE(known.op, known.at);
    CHECK_THAT(*tape.at(output), WithinRel(known.value, 2e-15));
    for (std::size_t i = 0; i < operands.size(); ++i)
      CHECK_THAT(*adjoints.at(operands[i]), WithinRel(known.partials[i], 5e-15));
  }
}

TEST_CASE("corners of the elementary functions take the derivative that we publish") {
  const double infinity = std::numeric_limits<double>::infinity();
  const auto partial = [](OpId op, const std::vector<double>& at, std::size_t operand) {
    Graph graph;
    std::vector<NodeId> inputs;
    for (const double value : at) inputs.push_back(input(graph, "x", value).node());
    const NodeId output = *graph.append(op, inputs, {});
    return *backward(graph, forward(graph), output, activity(graph, output)).at(inputs[operand]);
  };
  CHECK(partial(op_id<ops::Cbrt>(), {0}, 0) == infinity);
  CHECK(partial(op_id<ops::Log2>(), {0}, 0) == infinity);
  CHECK(partial(op_id<ops::Log10>(), {0}, 0) == infinity);
  CHECK(partial(op_id<ops::LogBase>(), {0, 3}, 0) == infinity);
  CHECK(partial(op_id<ops::Log1p>(), {-1}, 0) == infinity);
  CHECK(partial(op_id<ops::Asin>(), {-1}, 0) == infinity);
  CHECK(partial(op_id<ops::Acos>(), {1}, 0) == -infinity);
  CHECK(partial(op_id<ops::Asec>(), {-1}, 0) == infinity);
  CHECK(partial(op_id<ops::Acsc>(), {1}, 0) == -infinity);
  CHECK(partial(op_id<ops::Acosh>(), {1}, 0) == infinity);
  CHECK(partial(op_id<ops::Asech>(), {1}, 0) == -infinity);
  CHECK(partial(op_id<ops::LeakyRelu>(), {0}, 0) == 0.01);
  CHECK(partial(op_id<ops::Elu>(), {0}, 0) == 1);
  CHECK(partial(op_id<ops::Floor>(), {2}, 0) == 0);
  CHECK(partial(op_id<ops::Hypot>(), {0, 0}, 0) == 0);
  CHECK(partial(op_id<ops::Atan2>(), {0, 0}, 1) == 0);
  // a clamped value answers to its bound, at the bound too
  CHECK(partial(op_id<ops::Clamp>(), {2, -1, 2}, 0) == 0);
  CHECK(partial(op_id<ops::Clamp>(), {2, -1, 2}, 2) == 1);
  CHECK(partial(op_id<ops::Clamp>(), {-1, -1, 2}, 0) == 0);
  CHECK(partial(op_id<ops::Clamp>(), {-1, -1, 2}, 1) == 1);
}

TEST_CASE("nothing that is not a number becomes one in passing") {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  for (OpId op = 0; op < op_count; ++op) {
    if (!op_infos[op].elementwise || op_infos[op].arity != 1) continue;
    Graph graph;
    const NodeId operands[] = {input(graph, "x", nan).node()};
    const NodeId output = *graph.append(op, operands, {});
    CAPTURE(op_infos[op].name());
    CHECK(std::isnan(*forward(graph).at(output)));
  }
}
