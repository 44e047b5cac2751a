#include <algorithm>
#include <cstdio>

#include "tests/bench/bench.hpp"
#include "tests/engine/text/hostile_programs.hpp"
#include "wasm_bindings/api.hpp"

/// Programs that nobody means well with, the whole way from a request to a reply, with everything that can be asked for.
namespace bench {
namespace {

using nlohmann::json;

struct Timing {
  std::string name;
  double milliseconds;
};

}  // namespace

void hostile_programs(const std::string& data) {
  const json programs = gradcircuit::read_hostile_programs(data);
  if (!programs.is_array()) return void(std::printf("No hostile programs in %s\n", data.c_str()));

  std::vector<Timing> timings;
  std::size_t longest_reply = 0;
  for (const json& hostile : programs) {
    const json request = {{"program", gradcircuit::program_of(hostile["program"])},
                          {"include", {"steps", "paths", "check"}}};
    const std::string text = request.dump(-1, ' ', false, json::error_handler_t::replace);
    const double time =
        best_of(5, [&] { longest_reply = std::max(longest_reply, gradcircuit::explain_json(text).size()); });
    timings.push_back({hostile["name"], time * 1e3});
  }
  std::ranges::sort(timings, std::ranges::greater(), &Timing::milliseconds);

  std::printf("%zu hostile programs, the slowest of them\n", timings.size());
  constexpr double budget = 100;
  for (std::size_t i = 0; i < timings.size() && (i < 8 || timings[i].milliseconds > budget); ++i)
    print(timings[i].name, timings[i].milliseconds, "ms", budget);
  print("the longest reply", static_cast<double>(longest_reply) / 1e6, "MB");
}

}  // namespace bench
