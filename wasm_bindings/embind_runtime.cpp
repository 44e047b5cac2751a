/// Stands in for Embind's own bind.cpp, which registers every C++ type there is and prints the names of types with printf.
/// Our functions take and return strings: with just what they need, the glue is a quarter smaller.
#include <emscripten/bind.h>

using namespace emscripten::internal;

extern "C" {

/// Embind keeps the bindings for the threads of a module; this one has none.
void _embind_register_bindings(InitFunc*) {}

/// Asked for a type that nobody registered, to complain about it; the glue frees the text.
const char* __getTypeName(const std::type_info*) { return strdup("a type that embind_runtime.cpp does not register"); }
}

EMSCRIPTEN_BINDINGS(types) {
  _embind_register_void(TypeID<void>::get(), "void");
  _embind_register_std_string(TypeID<std::string>::get(), "std::string");
}
