#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace gradcircuit {

/// Writes one JSON document, commas included. What a type looks like is said by an overload of `write(JsonWriter&, const T&)`
/// beside it; `field` and `list` find it.
class JsonWriter {
 public:
  template <class Body>
  void object(Body body) {
    open('{');
    body();
    close('}');
  }
  template <class Body>
  void array(Body body) {
    open('[');
    body();
    close(']');
  }
  /// An array of what `each(entry)` writes.
  template <class Range, class Each>
  void list(const Range& entries, Each each) {
    array([&] {
      for (const auto& entry : entries) each(entry);
    });
  }
  template <class Range>
  void list(const Range& entries) {
    list(entries, [&](const auto& entry) { write(*this, entry); });
  }

  /// The name of the field whose value is written next: a name of ours or one of the language, so that nothing is escaped.
  void key(std::string_view name);
  template <class T>
  void field(std::string_view name, const T& value) {
    key(name);
    write(*this, value);
  }

  /// UTF-8; what is not becomes U+FFFD.
  void text(std::string_view text);
  /// The fewest digits that read back as the same double; NaN, the infinities and −0 as strings.
  void number(double value);
  void whole(std::uint64_t value);
  void boolean(bool value) { atom(value ? "true" : "false"); }
  void null() { atom("null"); }

  std::string take();

 private:
  void separate();
  std::size_t escape(std::string_view text);
  void open(char bracket);
  void close(char bracket);
  void atom(std::string_view token);
  void put(char c);
  void put(std::string_view text);
  void make_room(std::size_t size);

  /// Longer than what has been written: most of the time of a reply goes into characters, and each would ask a string for room.
  std::string json_;
  std::size_t size_ = 0;
};

inline void write(JsonWriter& json, std::string_view text) { json.text(text); }
inline void write(JsonWriter& json, double number) { json.number(number); }
template <std::unsigned_integral T>
void write(JsonWriter& json, T whole) {
  json.whole(whole);
}
template <class T>
void write(JsonWriter& json, const std::optional<T>& value) {
  if (value)
    write(json, *value);
  else
    json.null();
}

/// Version 1 of a document: an answer, or with `ok` false a failure.
template <class Body>
std::string document(bool ok, Body body) {
  JsonWriter json;
  json.object([&] {
    json.field("version", 1u);
    json.key("ok");
    json.boolean(ok);
    body(json);
  });
  return json.take();
}

}  // namespace gradcircuit
