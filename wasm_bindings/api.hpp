#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What crosses the boundary: documents in, documents out. ARCHITECTURE.md describes them. Plain C++, so that native tests run
/// the code that ships; bindings.cpp hands the same functions to JavaScript.
namespace gradcircuit {

class Fields;
class JsonWriter;
struct Diagnostic;
struct Explanation;
struct Request;

using ReadMore = void (*)(Fields&, Request&);
/// Changes an explanation before it is written; what it answers is a failure.
using Amend = std::optional<Diagnostic> (*)(const Request&, Explanation&);
/// Writes the fields of a reply that only the workbench knows, and leaves notes.
using WriteMore = void (*)(JsonWriter&, const Request&, Explanation&);

/// What the workbench adds to an explanation: a circuit on a page needs none of it, and is half as large.
struct More {
  ReadMore read;
  Amend amend;
  WriteMore write;
};

/// An explanation, or a failure that says what is wrong with the request or the program. Never throws, keeps nothing. Without `more`
/// its parts are not_supported.
std::string explain_json(std::string_view request, const More* more = nullptr);

/// The same with everything that the engine can say.
std::string explain_all_json(std::string_view request);

/// What an answer to an exercise is worth, or a failure that says what is wrong with the request or the exercise.
std::string grade_json(std::string_view request);

/// A document, and the many numbers that belong to it and travel beside it.
struct Reply {
  std::string document;
  std::vector<double> numbers = {};
};

/// A program's output, and if asked for its gradient, at all points of a curve or a surface, or a failure.
Reply sample_json(std::string_view request);

/// A net or a program, trained, or a failure.
Reply train_json(std::string_view request);

/// Writes the fields of an op that only the workbench knows.
using WriteMoreOfOp = void (*)(JsonWriter&, std::uint16_t op);

/// Every op, constant, diagnostic and limit.
std::string describe_json(WriteMoreOfOp write_more_of_op = nullptr);

/// The same with an example for each matrix op.
std::string describe_all_json();

/// What a request to `train` may name.
std::string describe_training_json();

}  // namespace gradcircuit
