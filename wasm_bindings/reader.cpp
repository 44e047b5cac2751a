#include "wasm_bindings/reader.hpp"

#include <algorithm>
#include <limits>

namespace gradcircuit {
namespace {

using nlohmann::json;

Error bad_request(std::string reason) { return {.code = "bad_request", .arguments = {{"reason", std::move(reason)}}}; }

/// A field's name in a message: whole unless it is absurdly long.
std::string shortened(std::string_view name) {
  return name.size() <= limits::name_length ? std::string(name)
                                            : std::string(name.substr(0, limits::name_length)) + "…";
}

std::string_view kind_of(const json& value) {
  switch (value.type()) {
    case json::value_t::null:
      return "null";
    case json::value_t::boolean:
      return "a boolean";
    case json::value_t::string:
      return "a string";
    case json::value_t::array:
      return "a list";
    case json::value_t::object:
      return "an object";
    case json::value_t::number_unsigned:
    case json::value_t::number_integer:
    case json::value_t::number_float:
      return "a number";
    default:
      return "nothing";
  }
}

/// Puts a document together from the parser's events, and stops at the first that exceeds a limit.
class Builder {
 public:
  bool null() { return add(nullptr); }
  bool boolean(bool value) { return add(value); }
  // the only integer 0 that is not unsigned is written -0
  bool number_integer(std::int64_t value) { return value == 0 ? add(-0.0) : add(value); }
  bool number_unsigned(std::uint64_t value) { return add(value); }
  bool number_float(double value, const std::string& /*token*/) { return add(value); }
  bool string(std::string& value) { return add(std::move(value)); }
  bool binary(json::binary_t& /*value*/) { return false; }
  bool start_object(std::size_t /*size*/) { return enter(json::value_t::object); }
  bool start_array(std::size_t /*size*/) { return enter(json::value_t::array); }
  bool end_object() { return leave(); }
  bool end_array() { return leave(); }
  bool key(std::string& name) {
    field_ = &(*open_.back())[name];
    return true;
  }
  bool parse_error(std::size_t position, const std::string& token, const json::exception& reason) {
    constexpr int number_overflow = 406;
    if (reason.id == number_overflow)
      problem_ = {.code = "number_out_of_range", .arguments = {{"text", shortened(token)}}};
    else
      problem_ = bad_request("it is not JSON at byte " + std::to_string(position));
    return false;
  }

  Result<json> take() && {
    if (problem_) return std::move(*problem_);
    return std::move(root_);
  }

 private:
  bool add(json value) {
    place() = std::move(value);
    return true;
  }
  /// Where the next value belongs.
  json& place() {
    if (open_.empty()) return root_;
    if (open_.back()->is_object()) return *field_;
    return open_.back()->get_ref<json::array_t&>().emplace_back();
  }
  bool enter(json::value_t kind) {
    if (open_.size() == limits::request_depth) {
      problem_ = bad_request("it is nested more than " + std::to_string(limits::request_depth) + " deep");
      return false;
    }
    json& container = place();
    container = kind;
    open_.push_back(&container);
    return true;
  }
  bool leave() {
    open_.pop_back();
    return true;
  }

  json root_;
  std::vector<json*> open_;
  json* field_ = nullptr;
  Problem problem_;
};

}  // namespace

std::string Place::path() const {
  if (outer == nullptr) return "";
  const std::string before = outer->path();
  if (!field) return before + "[" + std::to_string(index) + "]";
  return before.empty() ? shortened(*field) : before + "." + shortened(*field);
}

Result<json> parse_json(std::string_view text) {
  if (text.size() > limits::request_bytes)
    return bad_request("it has more than " + std::to_string(limits::request_bytes) + " bytes");
  Builder builder;
  json::sax_parse(text, &builder);
  return std::move(builder).take();
}

void Reader::fail(Error error) const {
  if (!problem_) problem_ = std::move(error);
}

void Reader::complain(std::string_view reason) const {
  if (!ok()) return;
  const std::string path = place_.path();
  fail(bad_request((path.empty() ? "it" : path) + " " + std::string(reason)));
}

void Reader::refuse(std::string_view expected) const {
  complain("must be " + std::string(expected) + ", not " + std::string(kind_of(value_)));
}

bool Reader::expect(bool fulfilled, std::string_view expected) const {
  if (!fulfilled) refuse(expected);
  return fulfilled;
}

bool Reader::fits(std::size_t count, std::size_t most, std::string_view unit) const {
  if (count > most) complain("has more than " + std::to_string(most) + " " + std::string(unit));
  return count <= most;
}

std::string Reader::text() const {
  return expect(value_.is_string(), "a string") ? value_.get_ref<const std::string&>() : std::string();
}

bool Reader::truth() const { return expect(value_.is_boolean(), "true or false") && value_.get<bool>(); }

std::optional<double> Reader::as_number() const {
  if (value_.is_number()) return value_.get<double>();
  if (!value_.is_string()) return std::nullopt;
  const std::string& name = value_.get_ref<const std::string&>();
  if (name == "NaN") return std::numeric_limits<double>::quiet_NaN();
  if (name == "Infinity") return std::numeric_limits<double>::infinity();
  if (name == "-Infinity") return -std::numeric_limits<double>::infinity();
  if (name == "-0") return -0.0;
  return std::nullopt;
}

double Reader::number() const {
  const std::optional<double> number = as_number();
  expect(number.has_value(), "a number");
  return number.value_or(0);
}

std::uint32_t Reader::whole_number() const {
  constexpr std::uint64_t most = std::numeric_limits<std::uint32_t>::max();
  if (value_.is_number_unsigned() && value_.get<std::uint64_t>() <= most) return value_.get<std::uint32_t>();
  if (value_.is_number())
    complain("must be a whole number from 0 to " + std::to_string(most));
  else
    refuse("a whole number");
  return 0;
}

Matrix Reader::matrix() const {
  if (const std::optional<double> number = as_number()) return *number;
  if (!expect(value_.is_array(), "a number, a list of numbers or a list of rows")) return {};
  const bool nested = !value_.empty() && value_[0].is_array();
  if (value_.empty() || (nested && value_[0].empty())) return complain("has no entries"), Matrix();
  const Shape shape{static_cast<std::uint32_t>(value_.size()),
                    nested ? static_cast<std::uint32_t>(value_[0].size()) : 1u};
  if (!fits(shape.entries(), limits::matrix_entries, "entries")) return {};
  std::vector<double> entries;
  entries.reserve(shape.entries());
  each_entry(limits::matrix_entries, [&](const Reader& row) {
    if (!nested) {
      entries.push_back(row.number());
    } else if (!row.value_.is_array()) {
      row.refuse("a row, like the first entry");
    } else if (row.value_.size() != shape.columns) {
      row.complain("must have " + std::to_string(shape.columns) + " entries like the first row, not " +
                   std::to_string(row.value_.size()));
    } else {
      row.each_entry(shape.columns, [&](const Reader& entry) { entries.push_back(entry.number()); });
    }
  });
  return ok() ? Matrix(shape, std::move(entries)) : Matrix();
}

Fields::Fields(const Reader& object) : object_(object) { object.expect(object.value_.is_object(), "an object"); }

void Fields::missing(std::string_view name) const { object_.complain("lacks the field \"" + std::string(name) + "\""); }

void Fields::finish() const {
  if (!object_.ok()) return;
  for (auto field = object_.value_.begin(); field != object_.value_.end(); ++field)
    if (std::ranges::find(asked_, field.key()) == asked_.end())
      return object_.complain("has the unknown field \"" + shortened(field.key()) + "\"");
}

}  // namespace gradcircuit
