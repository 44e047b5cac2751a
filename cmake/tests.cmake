# gradcircuit_tests and gradcircuit_bench, for whichever compiler the preset chose.
file(GLOB_RECURSE test_sources CONFIGURE_DEPENDS tests/engine/*.cpp tests/wasm_bindings/*.cpp)
file(GLOB_RECURSE bench_sources CONFIGURE_DEPENDS tests/bench/*.cpp)

add_library(catch2 STATIC EXCLUDE_FROM_ALL ${toolchain}/catch2/catch_amalgamated.cpp)
target_include_directories(catch2 SYSTEM PUBLIC ${toolchain}/catch2)
if(GRADCIRCUIT_SANITIZE)
  target_compile_options(catch2 PRIVATE -O0 -fno-sanitize=all)
endif()

if(EMSCRIPTEN)
  # only Catch2 and the tests may throw: a failed REQUIRE unwinds its test, and the next one runs
  target_compile_options(catch2 PUBLIC -O1 -fwasm-exceptions)
  set(node_options -sEXIT_RUNTIME -sSTACK_SIZE=1mb -sALLOW_MEMORY_GROWTH -sENVIRONMENT=node -sNODERAWFS)
endif()

if(test_sources)
  add_executable(gradcircuit_tests EXCLUDE_FROM_ALL ${test_sources})
  target_link_libraries(gradcircuit_tests PRIVATE $<TARGET_NAME_IF_EXISTS:gradcircuit_json> gradcircuit_engine catch2 warnings)
  target_precompile_headers(gradcircuit_tests PRIVATE <catch_amalgamated.hpp>)
  target_compile_definitions(gradcircuit_tests PRIVATE
    GRADCIRCUIT_TEST_DATA="${CMAKE_SOURCE_DIR}/tests/data" GRADCIRCUIT_GOLDEN="${CMAKE_SOURCE_DIR}/tests/golden")
  target_link_options(gradcircuit_tests PRIVATE ${node_options} $<$<BOOL:${EMSCRIPTEN}>:-O1 -fwasm-exceptions>)
endif()

# what scripts/mutate.mjs runs: the tests that know what a derivative is, quickest first, and what they need of the engine
if(GRADCIRCUIT_MUTANTS)
  file(GLOB op_tests CONFIGURE_DEPENDS tests/engine/ops/*.cpp)
  file(GLOB derivative_tests CONFIGURE_DEPENDS tests/engine/diff/*.cpp)
  set(needed_sources ${engine_sources})
  list(FILTER needed_sources INCLUDE REGEX "/engine/(base|ops|graph|diff|text)/")
  add_executable(gradcircuit_mutants EXCLUDE_FROM_ALL ${op_tests} ${derivative_tests} ${needed_sources})
  target_include_directories(gradcircuit_mutants PRIVATE ${CMAKE_SOURCE_DIR})
  target_link_libraries(gradcircuit_mutants PRIVATE catch2)
endif()

if(bench_sources)
  add_executable(gradcircuit_bench EXCLUDE_FROM_ALL ${bench_sources})
  target_link_libraries(gradcircuit_bench PRIVATE $<TARGET_NAME_IF_EXISTS:gradcircuit_json> gradcircuit_engine shipped)
  target_compile_definitions(gradcircuit_bench PRIVATE GRADCIRCUIT_TEST_DATA="${CMAKE_SOURCE_DIR}/tests/data")
  target_link_options(gradcircuit_bench PRIVATE ${node_options} $<$<BOOL:${EMSCRIPTEN}>:-O3>)
endif()

# prints generated code and the engine's numbers, for tests/scripts/code.test.mjs
if(NOT EMSCRIPTEN)
  add_executable(gradcircuit_code EXCLUDE_FROM_ALL tests/code/print_code.cpp)
  target_include_directories(gradcircuit_code SYSTEM PRIVATE ${toolchain}/include)
  target_link_libraries(gradcircuit_code PRIVATE gradcircuit_engine warnings)
  target_compile_options(gradcircuit_code PRIVATE -O0)
endif()
