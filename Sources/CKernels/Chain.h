// A whole update of a chain on one sample: layers of one unit each, as the chain rule is taught on. There is nothing to
// do side by side, all its time is waiting for the number before; so numbers stay in registers from layer to layer, in
// the narrowest ones: a division of eight lanes takes twice the time of a division of two.
// The operations are those of Training.h in the same order, alike in every lane: the same bits.
#pragma once

#include "LossTerms.h"

/// z and a of the output layer.
typedef struct ChainEnd {
  Lanes z, a;
} ChainEnd;

INLINE ChainEnd forwardChain(const dk_plan *plan, double x) {
  ChainEnd end = {all(x), all(x)};
  for (long l = 0; l < plan->layer_count; l++) {
    const dk_layer *layer = plan->layers + l;
    end.z = fma_(end.a, all(layer->parameters[0]), all(layer->has_biases ? layer->parameters[1] : 0));
    *layer->preactivations = end.z.s0;
    // Binary cross-entropy works its output out from z itself.
    if (l == plan->layer_count - 1 && plan->loss == dk_loss_bce) break;
    end.a = activated(layer->activation, layer->slope, end.z);
    *layer->activations = end.a.s0;
  }
  return end;
}

/// The loss, and dL/dz of the output layer in `delta`.
INLINE double lossOfChain(const dk_plan *plan, ChainEnd end, double target, Lanes *delta) {
  const dk_layer *output = plan->layers + plan->layer_count - 1;
  Lanes sum = all(0);
  *delta = termLanes(
    plan->loss, plan->loss_parameter, end.z, &end.a, all(target),
    plan->loss == dk_loss_mse ? 2 : 1, &sum).slope;
  if (plan->loss == dk_loss_bce) *output->activations = end.a.s0;
  else
    *delta = activationBackward(output->activation, output->slope, end.z, end.a, *delta);
  return plan->loss == dk_loss_half_mse ? sum.s0 / 2 : sum.s0;
}

/// A parameter's step of plain gradient descent, rounded twice.
INLINE void descendAlong(const dk_layer *layer, long index, Lanes gradient, double rate) {
  const Lanes step = all(rate) * gradient;
  layer->gradients[index] = gradient.s0;
  layer->parameters[index] = (all(layer->parameters[index]) - step).s0;
}

/// One update; the loss before it.
INLINE double descendChain(const dk_plan *plan, double rate, double x, double target) {
  Lanes delta;
  const double value = lossOfChain(plan, forwardChain(plan, x), target, &delta);
  for (long l = plan->layer_count - 1; l >= 0; l--) {
    const dk_layer *layer = plan->layers + l, *below = l > 0 ? layer - 1 : NULL;
    const Lanes input = all(below ? *below->activations : x);
    const Lanes carried = fma_(delta, all(layer->parameters[0]), all(0));
    *layer->deltas = delta.s0;
    descendAlong(layer, 0, fma_(input, delta, all(0)), rate);
    if (layer->has_biases) descendAlong(layer, 1, 0 + delta, rate);
    if (below)
      delta = activationBackward(
        below->activation, below->slope, all(*below->preactivations), input, carried);
  }
  return value;
}

long CHAIN(const dk_plan *plan, double rate, double x, double target, long count, double *losses) {
  for (long made = 0; made < count; made++) {
    losses[made] = descendChain(plan, rate, x, target);
    if (!__builtin_isfinite(losses[made])) return made + 1;
  }
  return count;
}
