#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "engine/base/diagnostics.hpp"

namespace gradcircuit {

/// Half-open, 0-based, in UTF-16 code units of the program.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend bool operator==(Span, Span) = default;
};

/// The smallest span that covers both.
inline Span cover(Span a, Span b) { return {a.begin < b.begin ? a.begin : b.begin, a.end > b.end ? a.end : b.end}; }

/// What the page offers to write in place of `span`.
struct Fix {
  Span span;
  std::string text;
};

/// A name in the braces of a text, and what is put there.
using TextArgument = std::pair<std::string_view, std::string>;

/// Puts the arguments into the braces of a text; nothing when an argument is missing.
std::optional<std::string> fill_in(std::string_view text, const std::vector<TextArgument>& arguments);

/// A fact about the program for its author: an error where nothing can be computed, a note beside a result.
struct Diagnostic {
  using Argument = TextArgument;

  DiagnosticCode code = "bad_request";
  std::vector<Argument> arguments = {};
  Span span = {};
  std::vector<Span> related = {};
  std::optional<Fix> fix = {};
  std::optional<std::uint32_t> node = {};

  std::string message() const;
  /// Empty when there is none, or when one of its arguments is not known.
  std::string hint() const;
};
using Error = Diagnostic;
using Note = Diagnostic;

/// A value, or the error that says why there is none.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : content_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : content_(std::in_place_index<1>, std::move(error)) {}

  explicit operator bool() const { return content_.index() == 0; }
  T& operator*() & { return *std::get_if<0>(&content_); }
  const T& operator*() const& { return *std::get_if<0>(&content_); }
  T&& operator*() && { return std::move(*std::get_if<0>(&content_)); }
  T* operator->() { return std::get_if<0>(&content_); }
  const T* operator->() const { return std::get_if<0>(&content_); }
  Error& error() { return *std::get_if<1>(&content_); }
  const Error& error() const { return *std::get_if<1>(&content_); }

 private:
  std::variant<T, Error> content_;
};

}  // namespace gradcircuit
