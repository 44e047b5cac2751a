#pragma once

#include <catch_amalgamated.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "wasm_bindings/api.hpp"

namespace gradcircuit::documents {

/// Keeps fields in the order in which they are written, which is part of the contract.
using json = nlohmann::ordered_json;

inline json parse(const std::string& text) { return json::parse(text, nullptr, false); }

/// The reply to a request, both as documents.
inline json explain(const json& request) { return parse(explain_json(request.dump())); }

/// Where the input of that name stands in a reply.
inline json input(const json& reply, std::string_view name) {
  for (const json& input : reply["inputs"])
    if (input["name"] == name) return input;
  return nullptr;
}

inline json gradient(const json& reply, std::string_view name) { return input(reply, name).value("gradient", json()); }

}  // namespace gradcircuit::documents

/// A document is printed as it is: Catch2 takes one for a list of documents, which never ends.
template <>
struct Catch::StringMaker<gradcircuit::documents::json> {
  static std::string convert(const gradcircuit::documents::json& document) { return document.dump(); }
};
