// The loop allocates nothing: twice the updates take not one allocation more.
#include <atomic>
#include <cstdlib>
#include <new>

#include "tests/engine/train/nets.hpp"

namespace {

std::atomic<std::size_t> allocations = 0;

void* counted(std::size_t size) {
  ++allocations;
  void* const memory = std::malloc(size);
  if (memory == nullptr) std::abort();
  return memory;
}

}  // namespace

// every allocation of the tests is counted, and goes on as before
void* operator new(std::size_t size) { return counted(size); }
void* operator new[](std::size_t size) { return counted(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }

using namespace gradcircuit;
using namespace gradcircuit::nets;

TEST_CASE("training allocates when it begins, and nothing in its loop") {
  for (const std::uint32_t batch : {0u, 3u}) {
    TrainRequest request{.net = net({2, 7, 5, 1}, {"tanh", "gelu", "sigmoid"}),
                         .loss = find_loss("bce"),
                         .data = data("moons", 23),
                         .initial = scheme("he_normal"),
                         .optimizer = optimizer("adam", 0.01),
                         .batch = batch,
                         .record = {.parameters = true,
                                    .gradients = true,
                                    .gradient_norms = true,
                                    .activations = true,
                                    .outputs = true,
                                    .distinct_units = true}};
    const auto allocations_of = [&](std::uint32_t steps) {
      request.steps = steps;
      const std::size_t before = allocations;
      const Training training = run(request);
      const std::size_t after = allocations;
      CHECK(training.runs[0].frames == steps + 1);
      return after - before;
    };
    const std::size_t few = allocations_of(30);
    CHECK(few > 10);
    CHECK(allocations_of(300) == few);
  }
}
