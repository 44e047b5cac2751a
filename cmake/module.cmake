# The module that ships: gradcircuit.mjs + gradcircuit.wasm, written to where the page imports them from.
add_executable(gradcircuit EXCLUDE_FROM_ALL wasm_bindings/bindings.cpp)
target_link_libraries(gradcircuit PRIVATE gradcircuit_json shipped)
target_compile_definitions(gradcircuit PRIVATE EMSCRIPTEN_HAS_UNBOUND_TYPE_NAMES=0)
set_target_properties(gradcircuit PROPERTIES SUFFIX .mjs RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/module)
target_link_options(gradcircuit PRIVATE
  -Oz -flto -lembind
  -sDYNAMIC_EXECUTION=0 -sMODULARIZE -sEXPORT_ES6 -sENVIRONMENT=web,worker,node
  -sFILESYSTEM=0 -sALLOW_MEMORY_GROWTH -sSTACK_SIZE=1mb)
