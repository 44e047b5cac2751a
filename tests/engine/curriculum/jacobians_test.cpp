// Jacobians, a row for each output and a column for each variable.
#include "engine/diff/forward.hpp"
#include "engine/diff/jacobian.hpp"
#include "engine/diff/layout.hpp"
#include "tests/engine/curriculum/records.hpp"

using namespace gradcircuit;
using namespace gradcircuit::curriculum;

namespace {

/// The variables as entries of one column, so that there is one Jacobian: `x1 = v[0]` and so on, then `y = […]`.
std::string program_of(const Record& record) {
  std::string values;
  std::string names;
  const json& variables = record["vars"];
  for (std::size_t i = 0; i < variables.size(); ++i) {
    const std::string name = variables[i];
    values += (i > 0 ? ", " : "") + record["point"][name].dump();
    names += name + " = v[" + std::to_string(i) + "]\n";
  }
  std::string outputs;
  for (const json& expression : record["exprs"])
    outputs += (outputs.empty() ? "" : ", ") + expression.get<std::string>();
  return "v = [" + values + "]\n" + names + "y = [" + outputs + "]";
}

void compare_jacobian(Record& record) {
  const auto explanation = record.run({.program = program_of(record), .at = values_in(record["point"])});
  if (!explanation) return;
  const Graph& graph = explanation->graph;
  const NodeId of = record.node(graph, "y");
  const NodeId by = record.node(graph, "v");
  const auto found = jacobian(graph, forward(graph), of, by);
  if (!found) return record.differ("there is no Jacobian");
  record.compare("values", "outputs", explanation->primals[of], record["value"]);
  record.compare("Jacobians", "Jacobian", found->entries, record["J"]);
  const Shape shape{record["shape"][0], record["shape"][1]};
  record.check("shapes", layout_shapes(graph[of].shape, graph[by].shape).numerator == shape, "its shape");
}

}  // namespace

TEST_CASE("every Jacobian of the course inventory comes out as recorded") {
  require_all("jacobian", 11, compare_jacobian);
}

TEST_CASE("a Jacobian of the course inventory that is transposed or not quite zero is noticed") {
  json records = read_records("jacobian");
  for (json& record : records) std::swap(record["shape"][0], record["shape"][1]);
  CHECK(compare_all(records, compare_jacobian).differences.size() == 8);  // the others are square
  records = read_records("jacobian");
  for (json& record : records) record["J"][0][0] = record["J"][0][0].get<double>() * (1 + 2e-12);
  CHECK(compare_all(records, compare_jacobian).differences.size() == records.size());
}

TEST_CASE("the inventory's two orders of vec(W) are one Jacobian with its columns in another order") {
  const json records = read_records("jacobian");
  const auto named = [&](const char* beginning) -> const json& {
    return *std::ranges::find_if(
        records, [&](const json& record) { return record["name"].get<std::string>().starts_with(beginning); });
  };
  const auto graph = parse("W = [[1, 0, -1], [2, 1, 0]]; x = [1, 2, 3]; y = W @ x");
  REQUIRE(graph);
  const NodeId by = *graph->find("W");
  const Matrix entries = jacobian(*graph, forward(*graph), *graph->find("y"), by)->entries;
  CHECK(entries == matrix_of(named("row-major")["J"]));

  const std::vector<std::uint32_t> order = column_by_column((*graph)[by].shape);
  Matrix reordered = entries;
  for (std::size_t i = 0; i < entries.size(); ++i) reordered[i] = entries[i / 6 * 6 + order[i % 6]];
  CHECK(reordered == matrix_of(named("column-major")["J"]));
}
