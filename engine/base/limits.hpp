#pragma once

#include <cstddef>
#include <cstdint>

/// What the engine refuses before it allocates. Every error about a limit names the number.
namespace gradcircuit::limits {

inline constexpr std::size_t program_bytes = 64 * 1024;
/// A request: the program, its values and their brackets.
inline constexpr std::size_t request_bytes = 4 * 1024 * 1024;
inline constexpr std::uint32_t request_depth = 16;
inline constexpr std::size_t name_length = 64;
/// Brackets while parsing, operators while printing, calls while inlining. Firefox survives recursion that kills Chromium.
inline constexpr std::uint32_t depth = 256;
inline constexpr std::uint32_t page_nodes = 20'000;
inline constexpr std::uint32_t api_nodes = 4'000'000;
inline constexpr std::uint32_t operands = 60'000;
/// Of `max` and its kin, whose partials each read all operands.
inline constexpr std::uint32_t elementwise_operands = 1'000;
/// Rows × columns of one value.
inline constexpr std::uint64_t matrix_entries = 150'000;
/// Entries of all matrices of a program together; a reply writes each a few times.
inline constexpr std::uint64_t page_entries = 200'000;
inline constexpr std::uint32_t paths_per_input = 64;
/// Nodes that listing all paths of all inputs may pass; the rest is left out.
inline constexpr std::uint32_t path_nodes = 200'000;
/// Entries that a numeric check may compute, all its repetitions counted, or a Jacobian beyond its first pass.
inline constexpr std::uint64_t checked_work = 10'000'000;
/// Of the text of what is set as a formula: nobody reads a longer one.
inline constexpr std::size_t formula_bytes = 2'000;
/// Operands, terms and factors of all symbols that simplifying one expression may make.
inline constexpr std::size_t symbols = 50'000;
/// Nodes of a derivative that is too large to be shown, but has a value.
inline constexpr std::uint32_t derivative_nodes = 1'000'000;
/// Nodes × inputs of all derivatives in symbols, or Jacobians, that one request may ask for.
inline constexpr std::uint64_t derived_nodes = 40'000;
/// How often a derivative may be taken of the last one.
inline constexpr std::uint32_t derivative_order = 6;
/// Above this many nodes the step list is left out: nobody watches it.
inline constexpr std::uint32_t stepped_nodes = 2'000;
/// Nor does anybody watch matrices by the thousand numbers.
inline constexpr std::uint64_t stepped_numbers = 400'000;

}  // namespace gradcircuit::limits
