#include "engine/train/schedule.hpp"

#include "engine/base/normal.hpp"

namespace gradcircuit {
namespace {

constexpr ScheduleRule rules[] = {
    {{.name = "constant", .formula = "1", .summary = "stays as it is"},
     [](const Schedule&, std::uint64_t) { return 1.0; }},
    {{.name = "step",
      .formula = "γ^⌊t/p⌋",
      .summary = "falls by the factor γ every p updates",
      .has_factor = true,
      .has_every = true},
     [](const Schedule& schedule, std::uint64_t updates) {
       return exact::power(schedule.by, updates / schedule.every);
     }},
    {{.name = "exponential", .formula = "γᵗ", .summary = "falls by the factor γ every update", .has_factor = true},
     [](const Schedule& schedule, std::uint64_t updates) { return exact::power(schedule.by, updates); }},
    {{.name = "cosine",
      .formula = "(1 + cos(π min(t/p, 1))) / 2",
      .summary = "half a wave, down to 0 after p updates",
      .has_every = true},
     [](const Schedule& schedule, std::uint64_t updates) {
       if (updates >= schedule.every) return 0.0;
       return (1 + exact::turned(0.5 * static_cast<double>(updates) / schedule.every).cosine) / 2;
     }},
};

}  // namespace

std::span<const ScheduleRule> all_schedules() { return rules; }

const ScheduleRule* find_schedule(std::string_view name) {
  for (const ScheduleRule& rule : rules)
    if (rule.doc.name == name) return &rule;
  return nullptr;
}

double Schedule::factor(std::uint64_t updates) const {
  if (updates < warm_up) return static_cast<double>(updates + 1) / warm_up;
  return rule->factor(*this, updates - warm_up);
}

}  // namespace gradcircuit
