#pragma once

#include "engine/base/random.hpp"

/// Functions that are made of +, −, ×, ÷ and √ alone, so that every machine gives the same bits: those of the C library differ from
/// one to the next, and a seed has to mean the same weights everywhere. For random numbers and schedules, not for what is taught.
namespace gradcircuit::exact {

/// The natural logarithm of a positive normal number, within 2 ulp.
double log(double x);

struct Turned {
  double cosine;
  double sine;
};
/// Of so many whole turns, within 1e-15.
Turned turned(double turns);

/// base^exponent, by squaring.
double power(double base, std::uint64_t exponent);

/// From the normal distribution N(0, 1) by Box and Muller's transform. Takes two numbers from the generator, always.
double normal(Random& random);

}  // namespace gradcircuit::exact
