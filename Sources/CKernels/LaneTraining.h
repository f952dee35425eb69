// A whole update of eight networks of one plan at once, each in a lane of its own: where one network is too small to
// fill the machine's registers, eight are not. Every number in memory is eight numbers side by side, one a network.
// A lane sees the operations that Training.h makes for its network alone, in the same order: the same bits.
#pragma once

#include "Losses.h"
#include "Optimizers.h"

INLINE Lanes eight(const double *p, long index) { return load(p + index * laneCount); }
INLINE void putEight(double *p, long index, Lanes x) { store(p + index * laneCount, x); }

INLINE void forwardLanes(const dk_layer *layer, const double *x, long rows, bool activates) {
  const long inputs = layer->inputs, units = layer->units;
  for (long s = 0; s < rows; s++)
    for (long j = 0; j < units; j++) {
      Lanes sum = layer->has_biases ? eight(layer->parameters, inputs * units + j) : all(0);
      for (long i = 0; i < inputs; i++)
        sum = fma_(eight(x, s * inputs + i), eight(layer->parameters, i * units + j), sum);
      putEight(layer->preactivations, s * units + j, sum);
      if (activates)
        putEight(
          layer->activations, s * units + j, activated(layer->activation, layer->slope, sum));
    }
}

/// The losses of eight networks; leaves dL/dz of the output layer in its deltas.
INLINE Lanes lossLanes(const dk_plan *plan, const dk_layer *output, const double *t, long rows) {
  const long n = rows * output->units;
  const double factor = (plan->loss == dk_loss_mse ? 2 : 1) / (double)n;
  Lanes sums[laneCount] = {0};
  for (long e = 0; e < n; e++) {
    const Lanes z = eight(output->preactivations, e);
    Lanes a = plan->loss == dk_loss_bce ? all(0) : eight(output->activations, e);
    Lanes slope = termLanes(
      plan->loss, plan->loss_parameter, z, &a, eight(t, e), factor, sums + e % laneCount).slope;
    if (plan->loss == dk_loss_bce) putEight(output->activations, e, a);
    else slope = activationBackward(output->activation, output->slope, z, a, slope);
    putEight(output->deltas, e, slope);
  }
  const Lanes even = (sums[0] + sums[4]) + (sums[2] + sums[6]);
  const Lanes odd = (sums[1] + sums[5]) + (sums[3] + sums[7]);
  return (even + odd) / (double)(plan->loss == dk_loss_half_mse ? 2 * n : n);
}

INLINE void gradientsLanes(const dk_layer *layer, const double *x, long rows) {
  const long inputs = layer->inputs, units = layer->units;
  for (long i = 0; i < inputs; i++)
    for (long j = 0; j < units; j++) {
      Lanes sum = all(0);
      for (long s = 0; s < rows; s++)
        sum = fma_(eight(x, s * inputs + i), eight(layer->deltas, s * units + j), sum);
      putEight(layer->gradients, i * units + j, sum);
    }
  for (long j = 0; layer->has_biases && j < units; j++) {
    Lanes sum = all(0);
    for (long s = 0; s < rows; s++) sum += eight(layer->deltas, s * units + j);
    putEight(layer->gradients, inputs * units + j, sum);
  }
}

/// The error of a layer, carried back through its weights and through the activation below.
INLINE void carryLanes(const dk_layer *layer, const dk_layer *below, long rows) {
  for (long s = 0; s < rows; s++)
    for (long i = 0; i < layer->inputs; i++) {
      Lanes sum = all(0);
      for (long j = 0; j < layer->units; j++)
        sum = fma_(
          eight(layer->deltas, s * layer->units + j), eight(layer->parameters, i * layer->units + j),
          sum);
      const long e = s * layer->inputs + i;
      const Lanes z = eight(below->preactivations, e), a = eight(below->activations, e);
      putEight(below->deltas, e, activationBackward(below->activation, below->slope, z, a, sum));
    }
}

static void trainLanes(
  const dk_plan *plan, const dk_optimizer *optimizer, long t, const double *x,
  const double *targets, long rows, double *losses) {
  const dk_layer *layers = plan->layers;
  const long last = plan->layer_count - 1;
  for (long l = 0; l <= last; l++)
    forwardLanes(
      layers + l, l > 0 ? layers[l - 1].activations : x, rows,
      l < last || plan->loss != dk_loss_bce);
  store(losses, lossLanes(plan, layers + last, targets, rows));
  for (long l = last; l >= 0; l--) {
    if (l > 0) carryLanes(layers + l, layers + l - 1, rows);
    gradientsLanes(layers + l, l > 0 ? layers[l - 1].activations : x, rows);
  }
  updateClipped(
    optimizer, 1, infinite, t, plan->parameters, plan->gradients, plan->moments,
    plan->parameter_count * laneCount);
}
