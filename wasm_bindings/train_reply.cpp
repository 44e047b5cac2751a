#include "wasm_bindings/train_reply.hpp"

#include "wasm_bindings/json_writer.hpp"
#include "wasm_bindings/to_json.hpp"

namespace gradcircuit {
namespace {

// ---- a frame: its numbers, or where they stand

class FrameWriter {
 public:
  /// Without a frame it writes places: of a number its index, of several where they begin and their shape.
  FrameWriter(JsonWriter& json, const double* frame) : json_(json), frame_(frame) {}

  void number(std::size_t at) {
    if (frame_ == nullptr)
      json_.whole(at);
    else
      json_.number(frame_[at]);
  }
  void list(std::size_t at, std::size_t count) {
    if (frame_ == nullptr)
      place(at, {count});
    else
      json_.list(std::span(frame_ + at, count));
  }
  void rows(std::size_t at, std::size_t count, std::size_t columns) {
    if (frame_ == nullptr) return place(at, {count, columns});
    json_.array([&] {
      for (std::size_t row = 0; row < count; ++row) json_.list(std::span(frame_ + at + row * columns, columns));
    });
  }

 private:
  void place(std::size_t at, std::initializer_list<std::size_t> shape) {
    json_.object([&] {
      json_.field("at", at);
      json_.key("shape");
      json_.list(shape);
    });
  }

  JsonWriter& json_;
  const double* frame_;
};

/// Weights and biases of each layer, the first number of all of them at `begin`.
void write_layers(JsonWriter& json, FrameWriter& frame, const std::vector<LayerPlace>& layers, std::size_t begin) {
  json.list(layers, [&](const LayerPlace& layer) {
    json.object([&] {
      json.key("W");
      frame.rows(begin + layer.weights, layer.outputs, layer.inputs);
      if (!layer.bias) return;
      json.key("b");
      frame.rows(begin + layer.biases, layer.outputs, 1);
    });
  });
}

void write_statistics(JsonWriter& json, FrameWriter& frame, const FrameLayout& layout, std::size_t at) {
  json.object([&] {
    json.key("mean");
    frame.number(at);
    json.key("variance");
    frame.number(at + 1);
    json.key("saturated");
    frame.number(at + 2);
    json.key("histogram");
    frame.list(at + 3, layout.bins);
  });
}

void write_frame(JsonWriter& json, FrameWriter frame, const FrameLayout& layout) {
  json.object([&] {
    json.key("step");
    frame.number(layout.step);
    if (layout.loss) {
      json.key("loss");
      frame.number(*layout.loss);
    }
    for (const auto& [name, begin] : {std::pair("layers", layout.parameters), {"gradients", layout.gradients}}) {
      if (!begin) continue;
      json.key(name);
      write_layers(json, frame, layout.layers, *begin);
    }
    for (const auto& [name, begin] :
         {std::pair("gradient_norms", layout.gradient_norms), {"distinct_units", layout.distinct_units}}) {
      if (!begin) continue;
      json.key(name);
      frame.list(*begin, layout.layers.size());
    }
    if (layout.activations) {
      json.key("activations");
      json.array([&] {
        for (std::size_t l = 0; l < layout.layers.size(); ++l)
          write_statistics(json, frame, layout, *layout.activations + l * layout.statistics());
      });
    }
    if (!layout.outputs) return;
    json.key("outputs");
    frame.rows(*layout.outputs, layout.samples, layout.layers.back().outputs);
  });
}

void write_by_name(JsonWriter& json, FrameWriter& frame, const DescentLayout& layout, std::size_t begin) {
  json.object([&] {
    for (const auto& [name, node, shape, at] : layout.parameters) {
      json.key(name);
      if (shape.is_scalar())
        frame.number(begin + at);
      else
        frame.rows(begin + at, shape.rows, shape.columns);
    }
  });
}

void write_frame(JsonWriter& json, FrameWriter frame, const DescentLayout& layout) {
  json.object([&] {
    json.key("step");
    frame.number(layout.step);
    json.key("loss");
    frame.number(layout.loss);
    for (const auto& [name, begin] : {std::pair("parameters", layout.values), {"gradients", layout.gradients}}) {
      if (!begin) continue;
      json.key(name);
      write_by_name(json, frame, layout, *begin);
    }
  });
}

// ---- a run

void write_order(JsonWriter& json, const Order::State& order) {
  json.object([&] {
    json.key("generator");
    json.list(order.generator, [&](std::uint64_t word) { json.text(std::to_string(word)); });
    json.field("taken", order.taken);
  });
}

void write_state(JsonWriter& json, const FrameLayout& layout, const TrainState& state) {
  const auto write = [&](const std::vector<double>& numbers) {
    FrameWriter frame(json, numbers.data());
    write_layers(json, frame, layout.layers, 0);
  };
  json.object([&] {
    json.field("step", state.step);
    json.key("layers");
    write(state.parameters);
    json.key("slots");
    json.list(state.slots, write);
    json.key("order");
    write_order(json, state.order);
  });
}

void write_state(JsonWriter& json, const DescentLayout& layout, const TrainState& state) {
  const auto write = [&](const std::vector<double>& numbers) {
    FrameWriter frame(json, numbers.data());
    write_by_name(json, frame, layout, 0);
  };
  json.object([&] {
    json.field("step", state.step);
    json.key("parameters");
    write(state.parameters);
    json.key("slots");
    json.list(state.slots, write);
  });
}

void write_stop(JsonWriter& json, const std::optional<Stop>& stop) {
  json.key("stopped");
  if (!stop) return json.null();
  json.object([&] {
    json.field("step", stop->step);
    json.key("layer");
    stop->layer ? json.whole(*stop->layer) : json.null();
    if (stop->node) json.field("node", *stop->node);
    json.field("what", stop->what);
    json.field("why", std::string_view(stop->why));
  });
}

/// Fields of a reply, or of one run of several.
template <class Layout>
void write_run(JsonWriter& json, const Layout& layout, const TrainingRun& run, bool binary) {
  json.key("frames");
  if (binary)
    json.whole(run.frames);
  else
    json.array([&] {
      for (std::size_t frame = 0; frame < run.frames; ++frame)
        write_frame(json, FrameWriter(json, run.numbers.data() + frame * layout.size), layout);
    });
  json.key("state");
  write_state(json, layout, run.state);
  write_stop(json, run.stopped);
}

template <class Layout>
void write_layout(JsonWriter& json, const Layout& layout, bool binary) {
  if (!binary) return;
  json.field("frame_size", layout.size);
  json.key("layout");
  write_frame(json, FrameWriter(json, nullptr), layout);
}

}  // namespace

Reply train_reply(Training training, bool binary, bool many) {
  std::string text = document(true, [&](JsonWriter& json) {
    write_layout(json, training.layout, binary);
    if (!many) return write_run(json, training.layout, training.runs.front(), binary);
    json.key("runs");
    json.list(training.runs, [&](const TrainingRun& run) {
      json.object([&] {
        json.field("seed", run.seed);
        write_run(json, training.layout, run, binary);
      });
    });
  });
  Reply reply{.document = std::move(text)};
  if (!binary) return reply;
  for (TrainingRun& run : training.runs) {
    if (reply.numbers.empty())
      reply.numbers = std::move(run.numbers);
    else
      reply.numbers.insert(reply.numbers.end(), run.numbers.begin(), run.numbers.end());
  }
  return reply;
}

Reply descent_reply(Descent descent, bool binary) {
  std::string text = document(true, [&](JsonWriter& json) {
    write_layout(json, descent.layout, binary);
    write_run(json, descent.layout, descent.run, binary);
  });
  return {.document = std::move(text), .numbers = binary ? std::move(descent.run.numbers) : std::vector<double>()};
}

}  // namespace gradcircuit
