// Float64 lanes side by side, eight by default, whatever the machine: the compiler splits them into the registers there
// are. Everything element-wise and every sum over lanes is written with these, so all variants agree bit by bit.
// A file of kernels that works on single numbers defines fewer LANES: less hardware waits, the bits are the same.
#pragma once

#include "Prelude.h"

#ifndef LANES
#define LANES 8
#endif

typedef double Lanes __attribute__((ext_vector_type(LANES)));
typedef __typeof__((Lanes)0 > (Lanes)0) Bits;  // 64-bit integers
typedef unsigned long UnsignedBits __attribute__((ext_vector_type(LANES)));

enum { laneCount = LANES };

#define fma_ __builtin_elementwise_fma

INLINE Lanes all(double x) { return (Lanes)x; }
INLINE Lanes choose(Bits condition, Lanes yes, Lanes no) {
  return (Lanes)((condition & (Bits)yes) | (~condition & (Bits)no));
}
INLINE Lanes magnitude(Lanes x) { return (Lanes)((Bits)x & (Bits)0x7fffffffffffffffL); }
INLINE Lanes withSign(Lanes x, Lanes sign) {
  return (Lanes)((Bits)x | ((Bits)sign & (Bits)(-0x7fffffffffffffffL - 1)));
}
INLINE Lanes root(Lanes x) { return __builtin_elementwise_sqrt(x); }
