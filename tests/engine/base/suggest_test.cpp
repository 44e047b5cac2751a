#include "engine/base/suggest.hpp"

#include <catch_amalgamated.hpp>
#include <string>
#include <vector>

using namespace gradcircuit;

TEST_CASE("suggests the one nearest name") {
  const std::vector<std::string_view> names{"softplus", "sin", "sinh", "cos", "tanh", "exp"};
  CHECK(suggest("sofplus", names) == "softplus");
  CHECK(suggest("tahn", names) == "tanh");
  CHECK(suggest("epx", names) == "exp");
  CHECK(suggest("sinn", names) == std::nullopt);  // as near to sin as to sinh
  CHECK(suggest("frobnicate", names) == std::nullopt);
  CHECK(suggest(std::string(100'000, 'x'), names) == std::nullopt);
}
