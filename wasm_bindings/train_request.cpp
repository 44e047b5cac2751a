#include "wasm_bindings/train_request.hpp"

#include <algorithm>
#include <charconv>

#include "wasm_bindings/from_json.hpp"

namespace gradcircuit {
namespace {

// ---- names

void refuse_name(const Reader& place, const std::string& name, std::span<const std::string_view> names) {
  if (const auto nearest = suggest(name, names))
    return place.complain("is not known; did you mean \"" + std::string(*nearest) + "\"?");
  std::string all;
  for (const std::string_view known : names) all += (all.empty() ? "\"" : ", \"") + std::string(known) + "\"";
  place.complain("must be one of " + all);
}

/// The entry of a table by its name; otherwise the name becomes the problem, and the first entry is as good as any.
template <class Entry>
const Entry* read_name(const Reader& place, std::span<const Entry> table) {
  const std::string name = place.text();
  std::vector<std::string_view> names;
  for (const Entry& entry : table) {
    if (entry.doc.name == name) return &entry;
    names.push_back(entry.doc.name);
  }
  refuse_name(place, name, names);
  return table.data();
}

OpId read_activation(const Reader& place) {
  const std::string name = place.text();
  if (const auto op = find_activation(name)) return *op;
  if (name == "softmax") place.complain("cannot be softmax: cross_entropy_logits applies it to a linear layer");
  refuse_name(place, name, activation_names());
  return op_id<ops::Identity>();
}

// ---- layers

Layer read_layer(const Reader& document, bool bias) {
  Layer layer;
  Fields fields(document);
  fields.required("W", [&](const Reader& weights) { layer.weights = weights.matrix(); });
  if (bias) fields.required("b", [&](const Reader& biases) { layer.biases = biases.matrix(); });
  fields.finish();
  return layer;
}

std::vector<Layer> read_layers(const Reader& list, bool bias) {
  std::vector<Layer> layers;
  list.each_entry(limits::trained_layers, [&](const Reader& layer) { layers.push_back(read_layer(layer, bias)); });
  return layers;
}

void read_widths(const Reader& list, Net& net) {
  list.each_entry(limits::trained_layers + 1, [&](const Reader& width) { net.widths.push_back(width.whole_number()); });
}

void read_activations(const Reader& list, Net& net) {
  list.each_entry(limits::trained_layers,
                  [&](const Reader& name) { net.activations.push_back(read_activation(name)); });
}

// ---- what is trained on, and from where

double read_noise(const Reader& noise) {
  const double deviation = noise.number();
  if (!(deviation >= 0 && std::isfinite(deviation))) noise.complain("must be at least 0 and finite");
  return deviation;
}

std::uint32_t read_samples(const Reader& samples) {
  const std::uint32_t count = samples.whole_number();
  if (count < 1 || count > limits::trained_samples)
    samples.complain("must be from 1 to " + std::to_string(limits::trained_samples));
  return count;
}

TrainingData read_data(const Reader& document) {
  TrainingData data;
  Fields fields(document);
  if (!document.has("name")) {
    fields.required("inputs", [&](const Reader& inputs) { data.inputs = inputs.matrix(); });
    fields.required("targets", [&](const Reader& targets) { data.targets = targets.matrix(); });
    fields.finish();
    return data;
  }
  const DataSet* set = all_data_sets().data();
  fields.required("name", [&](const Reader& name) { set = read_name(name, all_data_sets()); });
  std::uint32_t samples = set->doc.samples;
  std::uint32_t seed = 1;
  double noise = 0;
  fields.optional("samples", [&](const Reader& count) { samples = read_samples(count); });
  fields.optional("noise", [&](const Reader& deviation) { noise = read_noise(deviation); });
  fields.optional("seed", [&](const Reader& number) { seed = number.whole_number(); });
  fields.finish();
  return document.ok() ? make_data(*set, samples, noise, seed) : data;
}

void read_initial(const Reader& document, TrainRequest& request) {
  Fields fields(document);
  if (document.has("layers")) {
    fields.required("layers", [&](const Reader& layers) { request.initial = read_layers(layers, request.net.bias); });
  } else {
    Scheme scheme;
    fields.required("scheme", [&](const Reader& name) { scheme.initializer = read_name(name, all_initializers()); });
    fields.optional("scale", [&](const Reader& scale) { scheme.scale = scale.number(); });
    fields.optional("seed", [&](const Reader& seed) { scheme.seed = seed.whole_number(); });
    request.initial = scheme;
  }
  fields.finish();
}

// ---- optimisers

Schedule read_schedule(const Reader& document) {
  Schedule schedule;
  Fields fields(document);
  fields.required("name", [&](const Reader& name) { schedule.rule = read_name(name, all_schedules()); });
  if (schedule.rule->doc.has_factor)
    fields.required("factor", [&](const Reader& factor) { schedule.by = factor.number(); });
  if (schedule.rule->doc.has_every)
    fields.required("every", [&](const Reader& every) { schedule.every = every.whole_number(); });
  fields.optional("warm_up", [&](const Reader& updates) { schedule.warm_up = updates.whole_number(); });
  fields.finish();
  return schedule;
}

OptimizerChoice read_optimizer(const Reader& document) {
  OptimizerChoice choice{.optimizer = all_optimizers().data()};
  Fields fields(document);
  fields.required("name", [&](const Reader& name) { choice.optimizer = read_name(name, all_optimizers()); });
  fields.optional("learning_rate", [&](const Reader& rate) { choice.settings.learning_rate = rate.number(); });
  for (const SettingDoc& setting : all_settings)
    fields.optional(setting.name, [&](const Reader& value) {
      choice.settings.*setting.place = value.number();
      if (!choice.optimizer->uses(setting.name))
        value.complain("is no setting of " + std::string(choice.optimizer->doc.name));
    });
  fields.optional("schedule", [&](const Reader& schedule) { choice.schedule = read_schedule(schedule); });
  fields.finish();
  return choice;
}

// ---- what is recorded

struct RecordedPart {
  std::string_view name;
  bool Recorded::* wanted;
};
constexpr RecordedPart recorded_parts[] = {
    {"loss", &Recorded::loss},
    {"parameters", &Recorded::parameters},
    {"gradients", &Recorded::gradients},
    {"gradient_norms", &Recorded::gradient_norms},
    {"activations", &Recorded::activations},
    {"outputs", &Recorded::outputs},
    {"distinct_units", &Recorded::distinct_units},
};

void read_recorded(const Reader& list, Recorded& record) {
  record.loss = false;
  list.each_entry(std::size(recorded_parts), [&](const Reader& part) {
    const std::string name = part.text();
    const auto found = std::ranges::find(recorded_parts, name, &RecordedPart::name);
    if (found != std::end(recorded_parts)) {
      record.*found->wanted = true;
      return;
    }
    std::vector<std::string_view> names;
    for (const RecordedPart& known : recorded_parts) names.push_back(known.name);
    refuse_name(part, name, names);
  });
}

void read_histogram(const Reader& document, Recorded& record) {
  Fields fields(document);
  fields.required("from", [&](const Reader& from) { record.histogram_from = from.number(); });
  fields.required("to", [&](const Reader& to) { record.histogram_to = to.number(); });
  fields.required("bins", [&](const Reader& bins) { record.histogram_bins = bins.whole_number(); });
  fields.finish();
}

bool read_format(const Reader& format) {
  const std::string name = format.text();
  if (name != "nested" && name != "binary") format.complain("must be \"nested\" or \"binary\"");
  return name == "binary";
}

// ---- the state of a run

/// 64 bits as decimal digits: a number of JSON has 53.
std::uint64_t read_word(const Reader& digits) {
  const std::string text = digits.text();
  std::uint64_t word = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), word);
  if (error != std::errc() || end != text.data() + text.size()) digits.complain("must be digits of a 64-bit number");
  return word;
}

Order::State read_order_state(const Reader& document) {
  Order::State state;
  Fields fields(document);
  fields.required("generator", [&](const Reader& words) {
    std::size_t count = 0;
    words.each_entry(state.generator.size(), [&](const Reader& word) { state.generator[count++] = read_word(word); });
    if (count < state.generator.size()) words.complain("must have 4 entries");
  });
  fields.required("taken", [&](const Reader& taken) { state.taken = taken.whole_number(); });
  fields.finish();
  return state;
}

TrainState read_state(const Reader& document, const Net& net) {
  TrainState state;
  if (net.widths.size() != net.layers() + 1) return state;  // which is the request's problem
  const auto flatten = [&](const Reader& list) {
    auto parameters = parameters_of(net, read_layers(list, net.bias), list.path());
    if (!parameters) list.fail(parameters.error());
    return parameters ? std::move(*parameters) : std::vector<double>();
  };
  Fields fields(document);
  fields.required("step", [&](const Reader& step) { state.step = step.whole_number(); });
  fields.required("layers", [&](const Reader& layers) { state.parameters = flatten(layers); });
  fields.required("slots", [&](const Reader& slots) {
    slots.each_entry(2, [&](const Reader& slot) { state.slots.push_back(flatten(slot)); });
  });
  fields.required("order", [&](const Reader& order) { state.order = read_order_state(order); });
  fields.finish();
  return state;
}

ProgramRequest::NamedState read_named_state(const Reader& document) {
  ProgramRequest::NamedState state;
  Fields fields(document);
  fields.required("step", [&](const Reader& step) { state.step = step.whole_number(); });
  fields.required("parameters", [&](const Reader& values) { state.parameters = read_inputs(values); });
  fields.required("slots", [&](const Reader& slots) {
    slots.each_entry(2, [&](const Reader& slot) { state.slots.push_back(read_inputs(slot)); });
  });
  fields.finish();
  return state;
}

// ---- the two kinds of request

TrainRequest read_net_request(Fields& fields) {
  TrainRequest request;
  const auto read_whole = [&](std::string_view name, std::uint32_t& to) {
    fields.optional(name, [&](const Reader& value) { to = value.whole_number(); });
  };
  fields.required("layers", [&](const Reader& widths) { read_widths(widths, request.net); });
  fields.required("activations", [&](const Reader& names) { read_activations(names, request.net); });
  fields.optional("bias", [&](const Reader& bias) { request.net.bias = bias.truth(); });
  fields.required("loss", [&](const Reader& name) { request.loss = read_name(name, all_losses()); });
  fields.required("data", [&](const Reader& data) { request.data = read_data(data); });
  fields.required("initial", [&](const Reader& initial) { read_initial(initial, request); });
  fields.required("optimizer", [&](const Reader& optimizer) { request.optimizer = read_optimizer(optimizer); });
  read_whole("batch", request.batch);
  fields.optional("shuffle", [&](const Reader& shuffle) { request.shuffle = shuffle.truth(); });
  fields.optional("order_seed", [&](const Reader& seed) { request.order_seed = seed.whole_number(); });
  fields.optional("l1", [&](const Reader& l1) { request.l1 = l1.number(); });
  fields.optional("l2", [&](const Reader& l2) { request.l2 = l2.number(); });
  fields.required("steps", [&](const Reader& steps) { request.steps = steps.whole_number(); });
  fields.optional("record", [&](const Reader& record) { read_recorded(record, request.record); });
  fields.optional("histogram", [&](const Reader& histogram) { read_histogram(histogram, request.record); });
  read_whole("every", request.every);
  fields.optional("seeds", [&](const Reader& seeds) {
    seeds.each_entry(limits::training_runs, [&](const Reader& seed) { request.seeds.push_back(seed.whole_number()); });
  });
  fields.optional("state", [&](const Reader& state) { request.state = read_state(state, request.net); });
  return request;
}

ProgramRequest read_program_request(Fields& fields) {
  ProgramRequest request;
  DescentRequest& descent = request.descent;
  fields.required("program", [&](const Reader& program) { request.program = program.text(); });
  fields.optional("parameters", [&](const Reader& names) {
    names.each_entry(limits::page_nodes, [&](const Reader& name) { descent.parameters.push_back(name.text()); });
  });
  fields.optional("at", [&](const Reader& at) { request.at = read_inputs(at); });
  fields.optional("output", [&](const Reader& output) { request.output = output.text(); });
  fields.required("optimizer", [&](const Reader& optimizer) { descent.optimizer = read_optimizer(optimizer); });
  fields.required("steps", [&](const Reader& steps) { descent.steps = steps.whole_number(); });
  fields.optional("every", [&](const Reader& every) { descent.every = every.whole_number(); });
  fields.optional("record", [&](const Reader& list) {
    list.each_entry(3, [&](const Reader& part) {
      const std::string name = part.text();
      if (name == "parameters") descent.values = true;
      if (name == "gradients") descent.gradients = true;
      constexpr std::string_view names[] = {"loss", "parameters", "gradients"};
      if (std::ranges::find(names, name) == std::end(names)) refuse_name(part, name, names);
    });
  });
  fields.optional("state", [&](const Reader& state) { request.state = read_named_state(state); });
  return request;
}

}  // namespace

Result<TrainDocument> read_training(std::string_view json) {
  return read_document<TrainDocument>(json, [](const Reader& document) {
    TrainDocument read;
    Fields fields(document);
    if (document.has("program"))
      read.request = read_program_request(fields);
    else
      read.request = read_net_request(fields);
    fields.optional("format", [&](const Reader& format) { read.binary = read_format(format); });
    fields.finish();
    return read;
  });
}

}  // namespace gradcircuit
