// A whole update of eight networks of one plan at once, each in a lane of its own: where one network is too small to
// fill the machine's registers, eight are not. Every number in memory is eight numbers side by side, one a network.
// A lane sees the operations that Training.h makes for its network alone, in the same order: the same bits.
#pragma once

#include "Losses.h"
#include "Optimizers.h"

INLINE Lanes eight(const double *p, long index) { return load(p + index * laneCount); }
INLINE void putEight(double *p, long index, Lanes x) { store(p + index * laneCount, x); }

INLINE void forwardAbreast(
  const dk_layer *layer, const double *x, const double *w, const double *b, double *z, double *a,
  long rows, bool activates) {
  for (long s = 0; s < rows; s++)
    for (long j = 0; j < layer->units; j++) {
      Lanes sum = b ? eight(b, j) : all(0);
      for (long i = 0; i < layer->inputs; i++)
        sum = fma_(eight(x, s * layer->inputs + i), eight(w, i * layer->units + j), sum);
      putEight(z, s * layer->units + j, sum);
      if (activates)
        putEight(a, s * layer->units + j, activated(layer->activation, layer->slope, sum));
    }
}

/// What one element adds to the sum of its lane, and its derivative; a square is fused into the sum instead.
INLINE LossTerm termAbreast(
  dk_loss_kind kind, double parameter, Lanes z, Lanes *a, Lanes t, double factor, Lanes *sum) {
  const Lanes d = *a - t;
  LossTerm term;
  switch (kind) {
    case dk_loss_mse:
    case dk_loss_half_mse:
      *sum = fma_(d, d, *sum);
      return (LossTerm){all(0), d * factor};
    case dk_loss_mae: term = absoluteError(d, factor); break;
    case dk_loss_huber: term = huberError(d, parameter, factor); break;
    default: term = binaryCrossEntropy(z, t, factor, a); break;
  }
  *sum += term.value;
  return term;
}

/// The losses of eight networks; leaves dL/dz of the output layer in delta.
INLINE Lanes lossAbreast(
  const dk_plan *plan, const dk_layer *output, const double *z, double *a, const double *t,
  double *delta, long rows) {
  const long n = rows * output->units;
  const double factor = (plan->loss == dk_loss_mse ? 2 : 1) / (double)n;
  const bool usesActivation = output->activation == dk_activation_sigmoid
    || output->activation == dk_activation_tanh;
  Lanes sums[laneCount] = {0};
  for (long e = 0; e < n; e++) {
    Lanes activation = plan->loss == dk_loss_bce ? all(0) : eight(a, e);
    const Lanes value = usesActivation ? activation : eight(z, e);
    Lanes slope = termAbreast(
      plan->loss, plan->loss_parameter, eight(z, e), &activation, eight(t, e), factor,
      sums + e % laneCount).slope;
    if (plan->loss == dk_loss_bce) putEight(a, e, activation);
    else slope = throughActivation(output->activation, output->slope, value, value, slope);
    putEight(delta, e, slope);
  }
  const Lanes even = (sums[0] + sums[4]) + (sums[2] + sums[6]);
  const Lanes odd = (sums[1] + sums[5]) + (sums[3] + sums[7]);
  return (even + odd) / (double)(plan->loss == dk_loss_half_mse ? 2 * n : n);
}

INLINE void gradientsAbreast(
  const dk_layer *layer, const double *x, const double *delta, double *dw, double *db, long rows) {
  const long inputs = layer->inputs, units = layer->units;
  for (long i = 0; i < inputs; i++)
    for (long j = 0; j < units; j++) {
      Lanes sum = all(0);
      for (long s = 0; s < rows; s++)
        sum = fma_(eight(x, s * inputs + i), eight(delta, s * units + j), sum);
      putEight(dw, i * units + j, sum);
    }
  for (long j = 0; db && j < units; j++) {
    Lanes sum = all(0);
    for (long s = 0; s < rows; s++) sum += eight(delta, s * units + j);
    putEight(db, j, sum);
  }
}

/// The error of a layer, carried back through its weights and through the activation below.
INLINE void carryAbreast(
  const dk_layer *layer, const dk_layer *below, const double *delta, const double *w,
  const double *z, const double *a, double *dx, long rows) {
  for (long s = 0; s < rows; s++)
    for (long i = 0; i < layer->inputs; i++) {
      Lanes sum = all(0);
      for (long j = 0; j < layer->units; j++)
        sum = fma_(eight(delta, s * layer->units + j), eight(w, i * layer->units + j), sum);
      const long e = s * layer->inputs + i;
      putEight(
        dx, e, throughActivation(below->activation, below->slope, eight(z, e), eight(a, e), sum));
    }
}

static void trainAbreast(
  const dk_plan *plan, const dk_arena *arena, const dk_optimizer *optimizer, long t, const double *x,
  const double *targets, long rows, double *losses) {
#define values(block, l) ((block) + plan->layers[l].values * laneCount)
#define weights(block, l) ((block) + plan->layers[l].weights * laneCount)
#define biases(block, l) \
  (plan->layers[l].biases < 0 ? NULL : (block) + plan->layers[l].biases * laneCount)
  const long last = plan->layer_count - 1;
  double *z = arena->preactivations, *a = arena->activations, *deltas = arena->deltas;
  for (long l = 0; l <= last; l++)
    forwardAbreast(
      plan->layers + l, l ? values(a, l - 1) : x, weights(arena->parameters, l),
      biases(arena->parameters, l), values(z, l), values(a, l), rows,
      l < last || plan->loss != dk_loss_bce);
  store(losses, lossAbreast(
    plan, plan->layers + last, values(z, last), values(a, last), targets, values(deltas, last), rows));
  for (long l = last; l >= 0; l--) {
    if (l > 0)
      carryAbreast(
        plan->layers + l, plan->layers + l - 1, values(deltas, l), weights(arena->parameters, l),
        values(z, l - 1), values(a, l - 1), values(deltas, l - 1), rows);
    gradientsAbreast(
      plan->layers + l, l ? values(a, l - 1) : x, values(deltas, l), weights(arena->gradients, l),
      biases(arena->gradients, l), rows);
  }
  updateClipped(
    optimizer, 1, plan->clip == dk_clip_value ? plan->clip_maximum : infinite, t, arena->parameters,
    arena->gradients, arena->moments, plan->parameter_count * laneCount);
#undef biases
#undef weights
#undef values
}
