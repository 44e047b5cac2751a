// Whatever is to be trained, the reply is one JSON document that says whether it went well, and a run goes on from its own state.
#include <nlohmann/json.hpp>

#include "tests/fuzz/fuzz.hpp"
#include "wasm_bindings/api.hpp"

using namespace gradcircuit;
using nlohmann::json;

namespace {

/// Small enough that thousands of others can be tried meanwhile.
bool is_quick(const json& request) {
  const auto at_most = [](const json& value, double most) { return !value.is_number() || value.get<double>() <= most; };
  if (!at_most(request.value("steps", json()), 20)) return false;
  if (request.contains("seeds") && request["seeds"].size() > 3) return false;
  for (const json& width : request.value("layers", json::array()))
    if (!at_most(width, 50)) return false;
  return !request.contains("data") || !request["data"].is_object() ||
         at_most(request["data"].value("samples", json()), 300);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  json request = json::parse(text_of(data, size), nullptr, false);
  if (request.is_object() && !is_quick(request)) return 0;
  const Reply reply = train_json(text_of(data, size));
  const json document = json::parse(reply.document, nullptr, false);
  require(document.is_object() && document.contains("ok") && document["ok"].is_boolean(), "a reply that is no reply");
  if (document["ok"] == false || document.contains("runs") || document["stopped"] != nullptr) return 0;
  if (document["state"]["step"] > 4'000'000'000) return 0;
  request["state"] = document["state"];
  request["steps"] = 1;
  const json next = json::parse(train_json(request.dump()).document, nullptr, false);
  require(next["ok"] == true, "a state that cannot be gone on from");
  return 0;
}
