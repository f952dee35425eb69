// Chains of single units, with AVX-512.
#define LANES 2
#include "Prelude.h"

#if defined(__x86_64__)
#pragma clang attribute push( \
  __attribute__((target("avx512f,avx512dq,avx512vl,avx512bw,avx2,fma,bmi,bmi2"))), apply_to = function)

#define CHAIN avx512Chain

#include "Chain.h"

#pragma clang attribute pop
#endif
