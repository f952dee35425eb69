// What every file of kernels starts with: the compiler fuses, reorders and vectorises nothing on its own.
#pragma once

#pragma STDC FP_CONTRACT OFF
// Vectors wider than the registers only pass through inlined functions, never through a call.
#pragma clang diagnostic ignored "-Wpsabi"
// A new kind of activation, loss or optimizer is asked for everywhere it must be known.
#pragma clang diagnostic error "-Wswitch"

#include <stdbool.h>
#include <stddef.h>

#include "CKernels.h"

#define INLINE static inline __attribute__((always_inline))

/// base^n by repeated squaring.
INLINE double power(double base, long n) {
  double result = 1;
  for (; n > 0; n >>= 1, base *= base)
    if (n & 1) result *= base;
  return result;
}

/// `dk_train_steps` of a chain on one sample with plain gradient descent, in each instruction set.
typedef long Chain(
  const dk_plan *plan, double rate, double x, double target, long count, double *losses);
Chain baselineChain, avx2Chain, avx512Chain;

extern const dk_kernels baselineKernels, avx2Kernels, avx512Kernels;
