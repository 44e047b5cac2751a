#pragma once

#include <string>
#include <string_view>

/// What crosses the boundary: documents in, documents out. ARCHITECTURE.md describes them. Plain C++, so that native tests run
/// the code that ships; bindings.cpp hands the same functions to JavaScript.
namespace gradcircuit {

/// An explanation, or a failure that says what is wrong with the request or the program. Never throws, keeps nothing.
std::string explain_json(std::string_view request);

/// Every op, constant, diagnostic and limit.
std::string describe_json();

}  // namespace gradcircuit
