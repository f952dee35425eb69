// For every machine: SSE2 with the C library's fma on x86-64, NEON with the hardware's on arm64.
#include "Prelude.h"

#define NAME baselineKernels
#define CHAIN baselineChain
#define WIDTH 2
#if defined(__aarch64__)
#define TITLE "NEON"
#define TILE_ROWS 8
#else
#define TITLE "SSE2"
#define TILE_ROWS 2
#endif

#include "Variant.h"
