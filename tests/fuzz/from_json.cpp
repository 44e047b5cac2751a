// Whatever the page might send, the reply is one JSON document that says whether it went well.
#include <nlohmann/json.hpp>

#include "tests/fuzz/fuzz.hpp"
#include "wasm_bindings/api.hpp"

using namespace gradcircuit;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  for (const auto reply_to : {explain_all_json, grade_json}) {
    const auto reply = nlohmann::json::parse(reply_to(text_of(data, size)), nullptr, false);
    require(reply.is_object() && reply.contains("ok") && reply["ok"].is_boolean(), "a reply that is no reply");
  }
  return 0;
}
