// x86-64 with AVX-512: 32 registers of eight doubles.
#include "Prelude.h"

#if defined(__x86_64__)
#pragma clang attribute push( \
  __attribute__((target("avx512f,avx512dq,avx512vl,avx512bw,avx2,fma,bmi,bmi2"))), apply_to = function)

#define NAME avx512Kernels
#define CHAIN avx512Chain
#define TITLE "AVX-512"
#define WIDTH 8
#define TILE_ROWS 8

#include "Variant.h"

#pragma clang attribute pop
#endif
