# The module that ships, put where page and command line import it from: web/src/engine/generated/gradcircuit.{mjs,wasm}.
#
# The glue is as small as Emscripten lets it be: it knows no fetch, no file and no environment. Whoever imports it passes
# `instantiateWasm`, and gets the ready module back, not a promise. That is why ENVIRONMENT=web runs in workers and Node too.
add_executable(gradcircuit EXCLUDE_FROM_ALL
  wasm_bindings/bindings.cpp wasm_bindings/embind_runtime.cpp wasm_bindings/c_library.cpp)
# Embind last, so that what embind_runtime.cpp defines is not taken from there
target_link_libraries(gradcircuit PRIVATE gradcircuit_json shipped -lembind)
target_compile_definitions(gradcircuit PRIVATE EMSCRIPTEN_HAS_UNBOUND_TYPE_NAMES=0)
# -fno-rtti once more: the linker chooses the Embind whose type ids match
target_link_options(gradcircuit PRIVATE
  -Oz -flto -fno-exceptions -fno-rtti --closure=1
  -sDYNAMIC_EXECUTION=0 -sWASM_BIGINT -sMODULARIZE -sEXPORT_ES6 -sENVIRONMENT=web
  -sWASM_ASYNC_COMPILATION=0 -sINCOMING_MODULE_JS_API=instantiateWasm -sTEXTDECODER=2
  -sFILESYSTEM=0 -sALLOW_MEMORY_GROWTH -sSTACK_SIZE=1mb -sMALLOC=emmalloc)

set(closure ${CMAKE_SOURCE_DIR}/node_modules/.bin/google-closure-compiler)
set_target_properties(gradcircuit PROPERTIES
  SUFFIX .mjs
  RUNTIME_OUTPUT_DIRECTORY ${CMAKE_SOURCE_DIR}/web/src/engine/generated
  RULE_LAUNCH_LINK "${CMAKE_COMMAND} -E env EM_CLOSURE_COMPILER=${closure}")
