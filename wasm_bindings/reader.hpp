#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/gradcircuit.hpp"

namespace gradcircuit {

/// The first thing in a document that is not as it should be: nothing after it counts.
using Problem = std::optional<Error>;

/// Where in a document a value stands. Lives on the stack of whoever reads, and becomes text only when something is wrong.
struct Place {
  const Place* outer = nullptr;
  std::optional<std::string_view> field = {};  ///< its name in an object; otherwise `index` counts in a list
  std::size_t index = 0;

  /// `at.w[1]`
  std::string path() const;
};

/// A value of a document. Every function takes it as one type; where it is another one, that becomes the problem, with its path
/// and what was expected, and a harmless value is returned.
class Reader {
 public:
  Reader(const nlohmann::json& value, const Place& place, Problem& problem)
      : value_(value), place_(place), problem_(problem) {}

  bool is_number() const { return value_.is_number(); }
  bool has(std::string_view field) const { return value_.is_object() && value_.contains(field); }
  std::string text() const;
  bool truth() const;
  /// Also "NaN", "Infinity", "-Infinity" and "-0".
  double number() const;
  /// From 0 to 2³² − 1.
  std::uint32_t whole_number() const;
  /// A number is 1×1, a list of numbers a column, a list of lists holds rows.
  Matrix matrix() const;

  /// Calls `read(Reader)` for every entry of a list that may have `most`.
  template <class Read>
  void each_entry(std::size_t most, Read read) const {
    if (!expect(value_.is_array(), "a list") || !fits(value_.size(), most, "entries")) return;
    for (std::size_t i = 0; i < value_.size() && ok(); ++i) {
      const Place place{.outer = &place_, .index = i};
      read(Reader(value_[i], place, problem_));
    }
  }

  /// Calls `read(name, Reader)` for every field of an object whose fields are named by the user, at most `most`.
  template <class Read>
  void each_field(std::size_t most, Read read) const {
    if (!expect(value_.is_object(), "an object") || !fits(value_.size(), most, "fields")) return;
    for (auto field = value_.begin(); field != value_.end() && ok(); ++field) {
      const Place place{.outer = &place_, .field = field.key()};
      read(field.key(), Reader(field.value(), place, problem_));
    }
  }

  /// Where it stands in the document.
  std::string path() const { return place_.path(); }
  /// Makes this value the problem: `at.w[1] must be a number, not a string`.
  void refuse(std::string_view expected) const;
  /// Makes this value the problem in its own words.
  void complain(std::string_view reason) const;
  void fail(Error error) const;
  bool ok() const { return !problem_; }

 private:
  friend class Fields;
  bool expect(bool fulfilled, std::string_view expected) const;
  bool fits(std::size_t count, std::size_t most, std::string_view unit) const;
  std::optional<double> as_number() const;

  const nlohmann::json& value_;
  const Place& place_;
  Problem& problem_;
};

/// The fields of an object whose names are fixed. Each is asked for once; `finish` refuses those nobody asked for.
class Fields {
 public:
  explicit Fields(const Reader& object);

  template <class Read>
  void required(std::string_view name, Read read) {
    if (!find(name, read)) missing(name);
  }
  template <class Read>
  void optional(std::string_view name, Read read) {
    find(name, read);
  }
  void finish() const;

 private:
  template <class Read>
  bool find(std::string_view name, Read read) {
    asked_.push_back(name);
    const auto field = object_.value_.find(name);
    if (!object_.ok() || field == object_.value_.end()) return false;
    const Place place{.outer = &object_.place_, .field = name};
    read(Reader(*field, place, object_.problem_));
    return true;
  }
  void missing(std::string_view name) const;

  const Reader& object_;
  std::vector<std::string_view> asked_;
};

/// The parsed text. Fails with bad_request (too long, nested too deep, not JSON) or number_out_of_range.
Result<nlohmann::json> parse_json(std::string_view text);

/// What `read(Reader)` makes of a document. Fails with bad_request, or with what `read` failed with.
template <class Document, class Read>
Result<Document> read_document(std::string_view text, Read read) {
  const Result<nlohmann::json> root = parse_json(text);
  if (!root) return root.error();
  Problem problem;
  Document document = read(Reader(*root, Place{}, problem));
  if (problem) return std::move(*problem);
  return document;
}

}  // namespace gradcircuit
