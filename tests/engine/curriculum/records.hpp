#pragma once

#include <catch_amalgamated.hpp>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>

#include "engine/gradcircuit.hpp"

/// The course inventory: what its records say, and how much of that the engine was held against.
namespace gradcircuit::curriculum {

using nlohmann::json;

inline json read_records(const char* type) {
  std::ifstream file(GRADCIRCUIT_TEST_DATA "/curriculum.json");
  const std::string text(std::istreambuf_iterator<char>(file), {});
  return json::parse(text, nullptr, false)[type];
}

/// How much was compared, by what it is, and what differs.
struct Tally {
  int records = 0;
  std::map<std::string, int> compared = {};
  std::vector<std::string> differences = {};
};

/// To 1e-12 relative, and exactly where 0 is expected.
inline bool agrees(double found, double expected) {
  return expected == 0 ? found == 0 : std::fabs(found - expected) <= 1e-12 * std::fabs(expected);
}

/// A number is 1×1, a list of numbers a column, a list of lists has rows.
inline Matrix matrix_of(const json& value) {
  if (value.is_number()) return value.get<double>();
  std::vector<double> entries;
  for (const json& row : value)
    for (const json& entry : row.is_array() ? row : json::array({row})) entries.push_back(entry.get<double>());
  const auto rows = static_cast<std::uint32_t>(value.size());
  return {Shape{rows, static_cast<std::uint32_t>(entries.size()) / rows}, entries};
}

/// One record, held against the engine. What differs is said with the name of the record.
class Record {
 public:
  Record(const json& record, Tally& tally) : record_(record), tally_(tally) { ++tally.records; }

  const json& operator[](const char* field) const { return record_[field]; }
  bool has(const char* field) const { return record_.contains(field); }
  std::string text(const char* field) const { return record_[field].get<std::string>(); }

  /// None when the program is wrong, which is a difference.
  std::optional<Explanation> run(const Request& request) {
    auto explanation = explain(request);
    if (explanation) return std::move(*explanation);
    differ(request.program + ": " + explanation.error().message());
    return std::nullopt;
  }

  NodeId node(const Graph& graph, const std::string& name) {
    if (const auto id = graph.find(name)) return *id;
    differ("nothing is named " + name);
    return graph.output();
  }

  void compare(const char* kind, const std::string& what, const std::optional<Matrix>& found, const json& expected) {
    const Matrix should = matrix_of(expected);
    bool same = found && found->shape() == should.shape();
    for (std::size_t i = 0; same && i < should.size(); ++i) same = agrees((*found)[i], should[i]);
    check(kind, same,
          what + ": " + (found ? json(found->entries()).dump() : "nothing") + " instead of " + expected.dump());
  }

  void check(const char* kind, bool holds, const std::string& otherwise) {
    ++tally_.compared[kind];
    if (!holds) differ(otherwise);
  }

  void differ(const std::string& difference) {
    tally_.differences.push_back(text("item") + ", " + text("name") + ": " + difference);
  }

 private:
  const json& record_;
  Tally& tally_;
};

/// Values of inputs from an object of numbers and lists.
inline InputValues values_in(const json& point) {
  InputValues values;
  for (const auto& [name, value] : point.items()) values.emplace_back(name, matrix_of(value));
  return values;
}

template <class Compare>
Tally compare_all(const json& records, Compare compare) {
  Tally tally;
  for (const json& record : records) {
    const auto before = tally.compared;
    Record checked(record, tally);
    compare(checked);
    if (tally.compared == before) checked.differ("nothing of it was compared");
  }
  return tally;
}

/// Fails with everything that differs, and prints how much does not.
template <class Compare>
void require_all(const char* type, std::size_t expected, Compare compare) {
  const json records = read_records(type);
  REQUIRE(records.size() == expected);
  const Tally tally = compare_all(records, compare);
  for (const std::string& difference : tally.differences) UNSCOPED_INFO(difference);
  CHECK(tally.differences.empty());
  std::printf("course inventory: %d %s records", tally.records, type);
  for (const auto& [kind, count] : tally.compared) std::printf(", %d %s", count, kind.c_str());
  std::printf("\n");
}

}  // namespace gradcircuit::curriculum
