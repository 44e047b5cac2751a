#include <cmath>

#include "wasm_bindings/api.hpp"
#include "wasm_bindings/from_json.hpp"
#include "wasm_bindings/json_writer.hpp"
#include "wasm_bindings/to_json.hpp"

namespace gradcircuit {
namespace {

// ---- the request

double read_finite(const Reader& number) {
  const double value = number.number();
  if (!std::isfinite(value)) number.complain("must be finite");
  return value;
}

std::uint32_t read_count(const Reader& count) {
  const std::uint32_t points = count.whole_number();
  if (points < 2 || points > limits::sampled_points)
    count.complain("must be from 2 to " + std::to_string(limits::sampled_points));
  return points;
}

MovedInput read_axis(const Reader& document) {
  MovedInput axis;
  Fields fields(document);
  fields.required("input", [&](const Reader& name) { axis.name = name.text(); });
  fields.optional("entry", [&](const Reader& entry) { axis.entry = entry.whole_number(); });
  fields.required("from", [&](const Reader& from) { axis.from = read_finite(from); });
  fields.required("to", [&](const Reader& to) { axis.to = read_finite(to); });
  fields.required("count", [&](const Reader& count) { axis.count = read_count(count); });
  fields.finish();
  if (!(axis.from < axis.to)) document.complain("must go up: \"from\" is less than \"to\"");
  if (!std::isfinite(axis.to - axis.from)) document.complain("is too long for a number");
  return axis;
}

void read_axes(const Reader& axes, PlotRequest& request) {
  axes.each_entry(2, [&](const Reader& axis) { request.axes.push_back(read_axis(axis)); });
  if (request.axes.empty()) axes.complain("needs an axis");
}

void read_part(const Reader& part, PlotRequest& request) {
  const std::string name = part.text();
  if (name == "gradient")
    request.gradient = true;
  else if (name == "breaks")
    request.breaks = true;
  else if (name == "corners")
    request.corners = true;
  else
    part.complain("must be \"gradient\", \"breaks\" or \"corners\"");
  if ((request.breaks || request.corners) && request.axes.size() != 1)
    part.complain("is for a curve, which has one axis");
}

double read_threshold(const Reader& threshold, PlotRequest& request) {
  if (!request.gradient || request.axes.size() != 1) threshold.complain("is for a curve with its gradient");
  return threshold.number();
}

Result<PlotRequest> read_plot(std::string_view json) {
  return read_document<PlotRequest>(json, [](const Reader& document) {
    PlotRequest request;
    Fields fields(document);
    fields.required("program", [&](const Reader& program) { request.program = program.text(); });
    fields.optional("at", [&](const Reader& at) { request.at = read_inputs(at); });
    fields.optional("output", [&](const Reader& output) { request.output = output.text(); });
    fields.required("axes", [&](const Reader& axes) { read_axes(axes, request); });
    fields.optional("include", [&](const Reader& include) {
      include.each_entry(3, [&](const Reader& part) { read_part(part, request); });
    });
    fields.optional("dead_below", [&](const Reader& below) { request.dead_below = read_threshold(below, request); });
    fields.finish();
    return request;
  });
}

// ---- the reply

/// Planes, rows and columns of the numbers: the first axis runs along a row.
void write_shape(JsonWriter& json, const Samples& samples) {
  const std::size_t columns = samples.axes.front().count;
  json.key("shape");
  json.list(std::initializer_list<std::size_t>{samples.numbers.size() / samples.points(), samples.points() / columns,
                                               columns});
}

std::string header(const PlotRequest& request, const Plot& plot) {
  return document(true, [&](JsonWriter& json) {
    write_shape(json, plot.samples);
    if (request.breaks) {
      json.key("breaks");
      json.list(plot.breaks, [&](const Break& found) {
        json.object([&] {
          json.field("after", found.after);
          json.field("at", found.at);
        });
      });
    }
    if (request.corners) {
      json.key("corners");
      json.list(plot.corners, [&](const CurveCorner& found) {
        json.object([&] {
          json.field("after", found.after);
          json.field("at", found.at);
          json.field("node", found.node);
        });
      });
    }
    if (request.dead_below) {
      json.key("dead_zones");
      json.list(plot.dead_zones, [&](const Zone& zone) { json.list(std::initializer_list{zone.from, zone.to}); });
    }
  });
}

}  // namespace

Reply sample_json(std::string_view text) {
  const Result<PlotRequest> request = read_plot(text);
  if (!request) return {.document = to_json(request.error())};
  Result<Plot> found = plot(*request);
  if (!found) return {.document = to_json(found.error())};
  return {.document = header(*request, *found), .numbers = std::move(found->samples.numbers)};
}

}  // namespace gradcircuit
