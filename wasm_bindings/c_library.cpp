/// Stands in for what nlohmann/json and operator new ask of the C library and its C++ runtime: reading numbers there takes 128-bit
/// arithmetic, and printf comes along for messages that nobody reads. The module is 9 kB smaller (brotli) without them.
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <new>

#include "engine/gradcircuit.hpp"

extern "C" {

/// Reads a number as JSON writes it, which nlohmann/json has made sure of, up to the terminating zero.
double strtod(const char* text, char** end) {
  const std::string_view number(text);
  *end = const_cast<char*>(text) + number.size();
  const bool negative = number.starts_with('-');
  const double value = gradcircuit::read_number(number.substr(negative)).value_or(0);
  return negative ? -value : value;
}

// of the same object file in the C library, so that it is never linked; nothing calls them
float strtof(const char*, char**) { __builtin_trap(); }
long double strtold(const char*, char**) { __builtin_trap(); }

/// Called for a control character in a message of nlohmann/json about what is not JSON; our own message has its byte instead.
int snprintf(char* text, std::size_t size, const char*, ...) {
  if (size > 0) *text = '\0';
  return 0;
}
}

/// Memory that cannot be had is a trap, as everywhere in the module.
void* operator new(std::size_t size) {
  void* const memory = std::malloc(size);
  if (memory == nullptr) __builtin_trap();
  return memory;
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
