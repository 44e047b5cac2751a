#include "wasm_bindings/mathml.hpp"

namespace gradcircuit {
namespace {

template <class Body>
void element(JsonWriter& json, std::string_view name, Body body) {
  json.array([&] {
    json.text(name);
    body();
  });
}

void leaf(JsonWriter& json, std::string_view name, std::string_view text) {
  element(json, name, [&] { json.text(text); });
}

void parent(JsonWriter& json, std::string_view name, const Formula& formula) {
  element(json, name, [&] {
    for (const Formula& part : formula.parts) write_mathml(json, part);
  });
}

void table(JsonWriter& json, const Formula& formula) {
  element(json, "mrow", [&] {
    leaf(json, "mo", "[");
    element(json, "mtable", [&] {
      for (std::size_t first = 0; first < formula.parts.size(); first += formula.columns)
        element(json, "mtr", [&] {
          for (std::size_t i = first; i < first + formula.columns; ++i)
            element(json, "mtd", [&] { write_mathml(json, formula.parts[i]); });
        });
    });
    leaf(json, "mo", "]");
  });
}

/// An index and an exponent stand one above the other.
void power(JsonWriter& json, const Formula& formula) {
  const Formula& base = formula.parts[0];
  if (base.kind != Formula::Kind::subscript) return parent(json, "msup", formula);
  element(json, "msubsup", [&] {
    for (const Formula& part : base.parts) write_mathml(json, part);
    write_mathml(json, formula.parts[1]);
  });
}

}  // namespace

void write_mathml(JsonWriter& json, const Formula& formula) {
  switch (formula.kind) {
    case Formula::Kind::name:
    case Formula::Kind::function:
      return leaf(json, "mi", formula.text);
    case Formula::Kind::number:
      return leaf(json, "mn", formula.text);
    case Formula::Kind::sign:
      return leaf(json, "mo", formula.text);
    case Formula::Kind::row:
      return parent(json, "mrow", formula);
    case Formula::Kind::fraction:
      return parent(json, "mfrac", formula);
    case Formula::Kind::power:
      return power(json, formula);
    case Formula::Kind::subscript:
      return parent(json, "msub", formula);
    case Formula::Kind::root:
      return parent(json, "msqrt", formula);
    case Formula::Kind::table:
      return table(json, formula);
  }
}

}  // namespace gradcircuit
