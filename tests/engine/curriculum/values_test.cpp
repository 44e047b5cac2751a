// Numbers worked out by hand, and tables of a function with its derivative.
#include "tests/engine/curriculum/records.hpp"

using namespace gradcircuit;
using namespace gradcircuit::curriculum;

namespace {

void compare_eval(Record& record) {
  if (const auto explanation = record.run({.program = record.text("expr")}))
    record.compare("values", "value", explanation->primals[explanation->output], record["value"]);
}

void compare_table(Record& record) {
  const std::string name = record.text("var");
  for (const json& row : record["rows"]) {
    const auto explanation =
        record.run({.program = record.text("expr"), .at = {{name, Matrix(row[name].get<double>())}}});
    if (!explanation) return;
    record.compare("values", "value", explanation->primals[explanation->output], row["value"]);
    record.compare("derivatives", "derivative", explanation->adjoints[record.node(explanation->graph, name)],
                   row["derivative"]);
  }
}

}  // namespace

TEST_CASE("every number of the course inventory comes out as recorded") { require_all("eval", 31, compare_eval); }

TEST_CASE("every table of the course inventory comes out as recorded") { require_all("table", 6, compare_table); }
