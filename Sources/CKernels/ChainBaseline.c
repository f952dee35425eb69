// Chains of single units, for every machine.
#define LANES 2
#include "Prelude.h"

#define CHAIN baselineChain

#include "Chain.h"
