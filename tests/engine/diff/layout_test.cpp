#include "engine/diff/layout.hpp"

#include <catch_amalgamated.hpp>

using namespace gradcircuit;

TEST_CASE("numerator layout has the rows of what is derived, denominator layout of what it is derived by") {
  const auto shapes = [](Shape of, Shape by) {
    const LayoutShapes both = layout_shapes(of, by);
    CHECK(both.denominator == both.numerator.transposed());
    return both.numerator;
  };
  CHECK(shapes({}, {3, 1}) == Shape{1, 3});      // a number by a column is a row
  CHECK(shapes({3, 1}, {}) == Shape{3, 1});      // a column by a number is a column
  CHECK(shapes({2, 1}, {3, 1}) == Shape{2, 3});  // a column by a column is the Jacobian
  CHECK(shapes({}, {2, 3}) == Shape{3, 2});      // a gradient of the shape of its matrix is denominator layout
  CHECK(shapes({2, 1}, {2, 3}) == Shape{2, 6});
  CHECK(shapes({}, {}) == Shape{1, 1});
}

TEST_CASE("vec takes a matrix column by column") {
  CHECK(column_by_column({2, 3}) == std::vector<std::uint32_t>{0, 3, 1, 4, 2, 5});
  CHECK(column_by_column({3, 1}) == std::vector<std::uint32_t>{0, 1, 2});
}

TEST_CASE("an entry is called as it is written in a program") {
  CHECK(entry_label("f", {}, 0) == "f");
  CHECK(entry_label("z", {3, 1}, 2) == "z[2]");
  CHECK(entry_label("r", {1, 3}, 2) == "r[2]");
  CHECK(entry_label("W", {2, 3}, 5) == "W[1, 2]");
}
