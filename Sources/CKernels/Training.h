// A whole update of a plain network: forward, loss, backward, clipping, optimizer.
#pragma once

#include "LaneTraining.h"
#include "Narrow.h"
#include "Optimizers.h"
#include "Products.h"

/// The loss writes the output layer's activation itself, with the same bits.
INLINE bool lossActivates(const dk_plan *plan) {
  return plan->loss == dk_loss_bce || plan->loss == dk_loss_cce;
}

INLINE void forwardLayers(const dk_plan *plan, const double *x, long rows) {
  for (long l = 0; l < plan->layer_count; x = plan->layers[l++].activations) {
    const dk_layer *layer = plan->layers + l;
    double *z = layer->preactivations, *a = layer->activations;
    const bool activates = l < plan->layer_count - 1 || !lossActivates(plan);
    if ((!activates || layer->activation != dk_activation_softmax)
        && isNarrow(layer->units, layer->inputs)) {
      narrowForward(layer, x, activates ? a : NULL, rows);
      continue;
    }
    affine(
      x, layer->parameters, biasesIn(layer, layer->parameters), z, rows, layer->inputs, layer->units);
    if (!activates) continue;
    if (layer->activation == dk_activation_softmax) softmax(z, a, rows, layer->units);
    else activate(layer->activation, layer->slope, z, a, rows * layer->units);
  }
}

/// The loss of the output layer; its derivative with respect to z in the layer's deltas.
INLINE double outputLoss(const dk_plan *plan, const double *targets, long rows) {
  const dk_layer *output = plan->layers + plan->layer_count - 1;
  double *z = output->preactivations, *a = output->activations, *delta = output->deltas;
  const bool usesActivation = output->activation == dk_activation_sigmoid
    || output->activation == dk_activation_tanh;
  const bool rowwise = output->activation == dk_activation_softmax;
  const Path path = {
    rowwise ? dk_activation_linear : output->activation, output->slope, usesActivation ? a : z};
  const double value = lossAlong(
    &path, plan->loss, plan->loss_parameter, z, a, targets, delta, rows, output->units);
  if (rowwise && !lossActivates(plan)) softmaxGradient(a, delta, rows, output->units);
  return value;
}

INLINE double penalties(const dk_plan *plan) {
  double sum = 0;
  if (plan->l1 == 0 && plan->l2 == 0) return sum;
  for (long l = 0; l < plan->layer_count; l++) {
    const dk_layer *layer = plan->layers + l;
    sum += penalty(
      layer->parameters, layer->gradients, plan->l1, plan->l2, layer->inputs * layer->units);
  }
  return sum;
}

/// The error of a layer, carried into the layer below.
INLINE void carry(const dk_layer *layer, const dk_layer *below, long rows) {
  if (isNarrow(layer->inputs, layer->units)) return narrowBackward(layer, below, rows);
  inputGradient(
    layer->deltas, layer->parameters, below->deltas, rows, layer->inputs, layer->units);
  activationGradient(
    below->activation, below->slope, below->preactivations, below->activations, below->deltas,
    rows * below->units);
}

/// The gradients of a layer; with a descent, also the step of plain gradient descent.
INLINE void learn(
  const dk_layer *layer, const double *input, long rows, const dk_optimizer *descent) {
  if (isNarrow(layer->units, rows)) return narrowWeights(layer, input, descent, rows);
  weightGradient(
    input, layer->deltas, layer->gradients, biasesIn(layer, layer->gradients), rows, layer->inputs,
    layer->units);
  const dk_moments none = {NULL, NULL, NULL};
  if (descent)
    updateClipped(
      descent, 1, infinite, 1, layer->parameters, layer->gradients, none,
      (layer->inputs + layer->has_biases) * layer->units);
}

/// Forward, loss and backward; with a descent, also the step of plain gradient descent, layer by layer as soon as the
/// old weights have carried the error on: so the gradients are used while they are near.
INLINE dk_losses backpropagate(
  const dk_plan *plan, const double *x, const double *targets, long rows,
  const dk_optimizer *descent) {
  forwardLayers(plan, x, rows);
  const double value = outputLoss(plan, targets, rows);
  for (long l = plan->layer_count - 1; l >= 0; l--) {
    const dk_layer *layer = plan->layers + l, *below = l > 0 ? layer - 1 : NULL;
    if (below) carry(layer, below, rows);
    learn(layer, below ? below->activations : x, rows, descent);
  }
  return (dk_losses){value, value + penalties(plan)};
}

/// Layers of one unit each on one sample: a chain.
INLINE bool isChain(const dk_plan *plan, long rows) {
  if (rows != 1 || plan->loss == dk_loss_cce) return false;
  for (long l = 0; l < plan->layer_count; l++) {
    const dk_layer *layer = plan->layers + l;
    if (layer->inputs != 1 || layer->units != 1 || layer->activation == dk_activation_softmax)
      return false;
  }
  return true;
}

/// The step of plain gradient descent, which needs nothing but its own layer's gradients.
static __attribute__((noinline)) dk_losses descend(
  const dk_plan *plan, const dk_optimizer *optimizer, const double *x, const double *targets,
  long rows) {
  return backpropagate(plan, x, targets, rows, optimizer);
}

/// The step of any optimizer, with what goes before it: penalties and clipping.
static __attribute__((noinline)) dk_losses optimize(
  const dk_plan *plan, const dk_optimizer *optimizer, long t, const double *x,
  const double *targets, long rows) {
  const dk_losses losses = backpropagate(plan, x, targets, rows, NULL);
  double scale = 1;
  const double limit = plan->clip == dk_clip_value ? plan->clip_maximum : infinite;
  if (plan->clip == dk_clip_norm) {
    const double shrink = plan->clip_maximum / (norm(plan->gradients, plan->parameter_count) + 1e-6);
    scale = shrink < 1 ? shrink : 1;
  }
  updateClipped(
    optimizer, scale, limit, t, plan->parameters, plan->gradients, plan->moments,
    plan->parameter_count);
  return losses;
}

INLINE bool isPlain(const dk_plan *plan, const dk_optimizer *optimizer) {
  return optimizer->kind == dk_optimizer_sgd && optimizer->weight_decay == 0
    && plan->clip == dk_clip_none && plan->l1 == 0 && plan->l2 == 0;
}

static dk_losses trainStep(
  const dk_plan *plan, const dk_optimizer *optimizer, long t, const double *x,
  const double *targets, long rows) {
  if (!isPlain(plan, optimizer)) return optimize(plan, optimizer, t, x, targets, rows);
  if (!isChain(plan, rows)) return descend(plan, optimizer, x, targets, rows);
  double loss;
  CHAIN(plan, optimizer->learning_rate, *x, *targets, 1, &loss);
  return (dk_losses){loss, loss};
}

static long trainSteps(
  const dk_plan *plan, const dk_optimizer *optimizer, long t, const double *x,
  const double *targets, long rows, long count, double *losses) {
  if (isPlain(plan, optimizer) && isChain(plan, rows))
    return CHAIN(plan, optimizer->learning_rate, *x, *targets, count, losses);
  for (long made = 0; made < count; made++) {
    losses[made] = trainStep(plan, optimizer, t + made, x, targets, rows).objective;
    if (!__builtin_isfinite(losses[made])) return made + 1;
  }
  return count;
}
