# Toolchain file: the Emscripten that scripts/setup.sh unpacked, else the one on PATH.
# Generic, because CMake's Platform/Emscripten sets flags of its own (exceptions, debug levels) that CMakeLists.txt decides.
set(CMAKE_SYSTEM_NAME Generic)
set(CMAKE_SYSTEM_PROCESSOR wasm32)

set(unpacked ${CMAKE_CURRENT_LIST_DIR}/../.toolchain/emscripten/bin)
find_program(EMXX em++ HINTS ${unpacked} REQUIRED)
find_program(EMAR emar HINTS ${unpacked} REQUIRED)
find_program(EMRANLIB emranlib HINTS ${unpacked} REQUIRED)

set(CMAKE_CXX_COMPILER ${EMXX})
set(CMAKE_AR ${EMAR})
set(CMAKE_RANLIB ${EMRANLIB})
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)
set(EMSCRIPTEN TRUE)
