#include "engine/train/order.hpp"

#include <algorithm>
#include <catch_amalgamated.hpp>
#include <set>

using namespace gradcircuit;

namespace {

std::vector<std::uint32_t> epoch_of(Order& order, std::size_t batches) {
  std::vector<std::uint32_t> taken;
  for (std::size_t i = 0; i < batches; ++i)
    for (const std::uint32_t index : order.next()) taken.push_back(index);
  return taken;
}

}  // namespace

TEST_CASE("every epoch takes every sample once, in an order of its own") {
  Order order(17, 5, true, Order::start(3));
  std::set<std::vector<std::uint32_t>> orders;
  for (int epoch = 0; epoch < 50; ++epoch) {
    auto taken = epoch_of(order, 4);
    orders.insert(taken);
    std::ranges::sort(taken);
    for (std::uint32_t i = 0; i < 17; ++i) REQUIRE(taken[i] == i);
    REQUIRE(taken.size() == 17);
  }
  CHECK(orders.size() == 50);
}

TEST_CASE("the last batch of an epoch is short, and the next one is of another epoch") {
  Order order(7, 3, false, Order::start(1));
  for (int epoch = 0; epoch < 2; ++epoch) {
    CHECK(std::ranges::equal(order.next(), std::vector<std::uint32_t>{0, 1, 2}));
    CHECK(std::ranges::equal(order.next(), std::vector<std::uint32_t>{3, 4, 5}));
    CHECK(std::ranges::equal(order.next(), std::vector<std::uint32_t>{6}));
  }
}

TEST_CASE("each place is taken by each sample equally often") {
  Order order(5, 5, true, Order::start(9));
  int count[5][5] = {};
  for (int epoch = 0; epoch < 5000; ++epoch) {
    const auto batch = order.next();
    for (std::size_t place = 0; place < 5; ++place) ++count[place][batch[place]];
  }
  for (const auto& places : count)
    for (const int times : places) CHECK(std::abs(times - 1000) < 120);  // four standard deviations
}

TEST_CASE("an order goes on from any of its states") {
  Order whole(11, 4, true, Order::start(5));
  for (int i = 0; i < 20; ++i) {
    Order resumed(11, 4, true, whole.state());
    Order copy = whole;
    for (int k = 0; k < 7; ++k) CHECK(std::ranges::equal(copy.next(), resumed.next()));
    whole.next();
  }
}
