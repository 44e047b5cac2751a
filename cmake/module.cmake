# The modules that ship, put where page and command line import them from: web/src/engine/generated/*.{mjs,wasm}.
#
# `gradcircuit` is what a circuit on a page needs, `workbench` all there is to say of one; who opens the workbench has no use for the other
# one any more. `training` is what the labs need.
# The glue is as small as Emscripten lets it be: it knows no fetch, no file and no environment. Whoever imports it passes
# `instantiateWasm`, and gets the ready module back, not a promise. That is why ENVIRONMENT=web runs in workers and Node too.
set(closure ${CMAKE_SOURCE_DIR}/node_modules/.bin/google-closure-compiler)
set(strings ${CMAKE_SOURCE_DIR}/wasm_bindings/embind_strings.js)

function(add_wasm_module name bindings)
  add_executable(${name} EXCLUDE_FROM_ALL ${bindings} wasm_bindings/embind_runtime.cpp wasm_bindings/c_library.cpp)
  # Embind last, so that what embind_runtime.cpp defines is not taken from there
  target_link_libraries(${name} PRIVATE gradcircuit_json shipped -lembind)
  target_compile_definitions(${name} PRIVATE EMSCRIPTEN_HAS_UNBOUND_TYPE_NAMES=0)
  # -fno-rtti once more: the linker chooses the Embind whose type ids match; --converge: Binaryen goes on until nothing gets smaller
  target_link_options(${name} PRIVATE
    -Oz -flto -fno-exceptions -fno-rtti --closure=1
    -sDYNAMIC_EXECUTION=0 -sWASM_BIGINT -sMODULARIZE -sEXPORT_ES6 -sENVIRONMENT=web
    -sWASM_ASYNC_COMPILATION=0 -sINCOMING_MODULE_JS_API=instantiateWasm -sTEXTDECODER=2
    -sFILESYSTEM=0 -sALLOW_MEMORY_GROWTH -sSTACK_SIZE=1mb -sMALLOC=emmalloc
    -sBINARYEN_EXTRA_PASSES=--converge --js-library ${strings})
  set_target_properties(${name} PROPERTIES
    SUFFIX .mjs
    LINK_DEPENDS ${strings}
    RUNTIME_OUTPUT_DIRECTORY ${CMAKE_SOURCE_DIR}/web/src/engine/generated
    RULE_LAUNCH_LINK "${CMAKE_COMMAND} -E env EM_CLOSURE_COMPILER=${closure}")
endfunction()

add_wasm_module(gradcircuit wasm_bindings/bindings.cpp)
add_wasm_module(workbench wasm_bindings/workbench.cpp)
add_wasm_module(training wasm_bindings/training.cpp)
