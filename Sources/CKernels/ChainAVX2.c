// Chains of single units, with AVX2 and fused multiply-add.
#define LANES 2
#include "Prelude.h"

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2,fma,bmi,bmi2"))), apply_to = function)

#define CHAIN avx2Chain

#include "Chain.h"

#pragma clang attribute pop
#endif
