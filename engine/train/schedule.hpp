#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace gradcircuit {

struct ScheduleDoc {
  std::string_view name;
  std::string_view formula;  ///< what the learning rate is multiplied by after t updates
  std::string_view summary;
  bool has_factor = false;
  bool has_every = false;
};

struct Schedule;

struct ScheduleRule {
  ScheduleDoc doc;
  double (*factor)(const Schedule& schedule, std::uint64_t updates);
};

std::span<const ScheduleRule> all_schedules();
/// Null where there is none of that name.
const ScheduleRule* find_schedule(std::string_view name);

/// How the learning rate goes on.
struct Schedule {
  const ScheduleRule* rule = all_schedules().data();
  double by = 0.5;            ///< γ
  std::uint32_t every = 100;  ///< p, in updates
  std::uint32_t warm_up = 0;  ///< updates over which it rises to what it then is

  /// For the update that follows so many.
  double factor(std::uint64_t updates) const;
};

}  // namespace gradcircuit
