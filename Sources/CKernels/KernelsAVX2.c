// x86-64 with AVX2 and fused multiply-add: 16 registers of four doubles.
#include "Prelude.h"

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2,fma,bmi,bmi2"))), apply_to = function)

#define NAME avx2Kernels
#define CHAIN avx2Chain
#define TITLE "AVX2"
#define WIDTH 4
#define TILE_ROWS 4

#include "Variant.h"

#pragma clang attribute pop
#endif
