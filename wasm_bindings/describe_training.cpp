#include "engine/gradcircuit.hpp"
#include "wasm_bindings/api.hpp"
#include "wasm_bindings/json_writer.hpp"

namespace gradcircuit {
namespace {

template <class Entry, class More>
void write_table(JsonWriter& json, std::string_view name, std::span<const Entry> table, More more) {
  json.key(name);
  json.list(table, [&](const Entry& entry) {
    json.object([&] {
      json.field("name", entry.doc.name);
      json.field("formula", entry.doc.formula);
      json.field("summary", entry.doc.summary);
      more(entry);
    });
  });
}

void write_tables(JsonWriter& json) {
  json.key("activations");
  json.list(activation_names());
  write_table(json, "initializers", all_initializers(), [](const Initializer&) {});
  write_table(json, "losses", all_losses(), [](const Loss&) {});
  write_table(json, "optimizers", all_optimizers(), [&](const Optimizer& optimizer) {
    json.key("settings");
    json.object([&] {
      for (const SettingDoc& setting : all_settings)
        if (optimizer.uses(setting.name)) json.field(setting.name, Settings{}.*setting.place);
    });
  });
  write_table(json, "schedules", all_schedules(), [&](const ScheduleRule& schedule) {
    json.key("settings");
    json.array([&] {
      if (schedule.doc.has_factor) json.text("factor");
      if (schedule.doc.has_every) json.text("every");
      json.text("warm_up");
    });
  });
  write_table(json, "data", all_data_sets(), [&](const DataSet& set) {
    json.field("inputs", set.doc.inputs);
    json.field("samples", set.doc.samples);
    json.key("classes");
    json.boolean(set.doc.classes);
  });
}

}  // namespace

std::string describe_training_json() {
  return document(true, [](JsonWriter& json) {
    json.key("training");
    json.object([&] { write_tables(json); });
  });
}

}  // namespace gradcircuit
