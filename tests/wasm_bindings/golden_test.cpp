#include <algorithm>
#include <catch_amalgamated.hpp>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/wasm_bindings/documents.hpp"

/// tests/golden/*.json hold a request and the reply to it, tests/golden/workbench/*.json those of the larger module. UPDATE_GOLDEN=1 writes the replies; a review reads them.

namespace {

using gradcircuit::documents::json;

std::vector<std::filesystem::path> golden_files() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(GRADCIRCUIT_GOLDEN))
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Where two documents differ: in structure, order of fields and text exactly, in numbers by more than 1e-9. Empty where they agree.
std::string difference(const json& found, const json& expected, const std::string& path = "") {
  const auto differ = [&] { return path + ": " + found.dump() + " instead of " + expected.dump(); };
  if (found.is_number() && expected.is_number()) {
    const double scale = std::max(1.0, std::fabs(expected.get<double>()));
    return std::fabs(found.get<double>() - expected.get<double>()) <= 1e-9 * scale ? "" : differ();
  }
  if (found.type() != expected.type() || found.size() != expected.size()) return differ();
  if (!found.is_structured()) return found == expected ? "" : differ();
  for (auto a = found.begin(), b = expected.begin(); a != found.end(); ++a, ++b) {
    const std::string place =
        found.is_object() ? path + "/" + b.key() : path + "/" + std::to_string(b - expected.begin());
    if (found.is_object() && a.key() != b.key()) return place + ": the field " + a.key() + " stands here";
    if (const std::string inner = difference(*a, *b, place); !inner.empty()) return inner;
  }
  return "";
}

/// Entries between brackets, `separator` before each.
template <class Write>
std::string bracketed(const json& value, const std::string& separator, const std::string& end, Write write) {
  std::string text;
  for (auto entry = value.begin(); entry != value.end(); ++entry) {
    text += (text.empty() ? "" : ",") + (text.empty() && end.empty() ? "" : separator);
    text += (value.is_object() ? json(entry.key()).dump() + ": " : "") + write(*entry);
  }
  return (value.is_object() ? "{" : "[") + text + end + (value.is_object() ? "}" : "]");
}

std::string in_one_line(const json& value) {
  return value.is_structured() ? bracketed(value, " ", "", in_one_line) : value.dump();
}

/// What is short in one line, otherwise an entry a line.
std::string pretty(const json& value, const std::string& indent = "") {
  constexpr std::size_t width = 200;
  const std::string line = in_one_line(value);
  if (!value.is_structured() || line.size() <= width) return line;
  const std::string inner = indent + "  ";
  return bracketed(value, "\n" + inner, "\n" + indent, [&](const json& entry) { return pretty(entry, inner); });
}

}  // namespace

TEST_CASE("replies are what they were when somebody last read them") {
  const std::vector<std::filesystem::path> files = golden_files();
  REQUIRE(files.size() >= 15);
  for (const std::filesystem::path& path : files) {
    CAPTURE(path.filename().string());
    json document = gradcircuit::documents::parse(read(path));
    REQUIRE(document.contains("request"));
    const std::string request = document["request"].dump();
    const bool is_of_workbench = path.parent_path().filename() == "workbench";
    const json reply = gradcircuit::documents::parse(is_of_workbench ? gradcircuit::explain_all_json(request)
                                                                     : gradcircuit::explain_json(request));
    REQUIRE(reply.is_object());
    if (std::getenv("UPDATE_GOLDEN") != nullptr) {
      document["reply"] = reply;
      std::ofstream(path) << pretty(document) << "\n";
    } else {
      CHECK(difference(reply, document["reply"]) == "");
    }
  }
}

TEST_CASE("a golden reply may differ in the tenth digit, not in the eighth, nor in a name or the order of fields") {
  const json reply = gradcircuit::documents::parse(R"({"a": [1, {"b": "x", "c": null}], "d": 1000})");
  const auto changed = [&](const char* place, json value) {
    json copy = reply;
    copy[json::json_pointer(place)] = std::move(value);
    return difference(copy, reply);
  };
  CHECK(difference(reply, reply) == "");
  CHECK(changed("/d", 1000 + 9e-7) == "");
  CHECK(changed("/d", 1000 + 2e-6) == "/d: 1000.000002 instead of 1000");
  CHECK(changed("/a/0", "1") == "/a/0: \"1\" instead of 1");
  CHECK(changed("/a/1/b", "y") == "/a/1/b: \"y\" instead of \"x\"");
  CHECK(changed("/a/1/c", 0) == "/a/1/c: 0 instead of null");
  const json reordered = gradcircuit::documents::parse(R"({"d": 1000, "a": [1, {"b": "x", "c": null}]})");
  CHECK(difference(reordered, reply) == "/a: the field d stands here");
}
