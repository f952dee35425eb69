// A whole update of a plain network: forward, loss, backward, clipping, optimizer.
#pragma once

#include "Chain.h"
#include "Narrow.h"
#include "Optimizers.h"
#include "Products.h"

/// The loss writes the output layer's activation itself, with the same bits.
INLINE bool lossActivates(const dk_plan *plan) {
  return plan->loss == dk_loss_bce || plan->loss == dk_loss_cce;
}

INLINE void forwardLayers(
  const dk_plan *plan, const dk_arena *arena, const double *x, long rows, bool outputActivation) {
  for (long l = 0; l < plan->layer_count; l++) {
    const dk_layer *layer = plan->layers + l;
    double *z = arena->preactivations + layer->values, *a = arena->activations + layer->values;
    const double *b = layer->biases < 0 ? NULL : arena->parameters + layer->biases;
    const bool activates = l < plan->layer_count - 1 || outputActivation;
    if ((!activates || layer->activation != dk_activation_softmax)
        && isNarrow(layer->units, layer->inputs)) {
      narrowForward(
        layer, x, arena->parameters + layer->weights, b, z, activates ? a : NULL, rows);
      x = a;
      continue;
    }
    affine(x, arena->parameters + layer->weights, b, z, rows, layer->inputs, layer->units);
    x = a;
    if (!activates) return;
    if (layer->activation == dk_activation_softmax) softmax(z, a, rows, layer->units);
    else activate(layer->activation, layer->slope, z, a, rows * layer->units);
  }
}

/// The loss of the output layer; its derivative with respect to z in `deltas`, unless that is null.
INLINE double outputLoss(
  const dk_plan *plan, const dk_arena *arena, double *deltas, const double *targets, long rows) {
  const dk_layer *output = plan->layers + plan->layer_count - 1;
  const double *z = arena->preactivations + output->values;
  double *a = arena->activations + output->values;
  double *delta = deltas ? deltas + output->values : NULL;
  const bool usesActivation = output->activation == dk_activation_sigmoid
    || output->activation == dk_activation_tanh;
  const bool rowwise = output->activation == dk_activation_softmax;
  const Path path = {
    rowwise ? dk_activation_linear : output->activation, output->slope, usesActivation ? a : z};
  const double value = lossAlong(
    &path, plan->loss, plan->loss_parameter, z, a, targets, delta, rows, output->units);
  if (delta && rowwise && plan->loss < dk_loss_bce) softmaxGradient(a, delta, rows, output->units);
  return value;
}

INLINE double penalties(const dk_plan *plan, const dk_arena *arena, double *gradients) {
  double sum = 0;
  if (plan->l1 == 0 && plan->l2 == 0) return sum;
  for (long l = 0; l < plan->layer_count; l++) {
    const dk_layer *layer = plan->layers + l;
    sum += penalty(
      arena->parameters + layer->weights, gradients ? gradients + layer->weights : NULL, plan->l1,
      plan->l2, layer->inputs * layer->units);
  }
  return sum;
}

static void forward(const dk_plan *plan, const dk_arena *arena, const double *x, long rows) {
  forwardLayers(plan, arena, x, rows, true);
}

static dk_step_result evaluate(
  const dk_plan *plan, const dk_arena *arena, const double *x, const double *targets, long rows) {
  forwardLayers(plan, arena, x, rows, !lossActivates(plan));
  const double value = outputLoss(plan, arena, NULL, targets, rows);
  return (dk_step_result){value, value + penalties(plan, arena, NULL), notANumber};
}

/// `dk_backpropagate`; with a rate, also the step of plain gradient descent, layer by layer as soon as the old
/// weights have carried the error on: so the gradients are used while they are near.
INLINE dk_step_result backpropagateLayers(
  const dk_plan *plan, const dk_arena *arena, const double *x, const double *targets, long rows,
  const dk_optimizer *descent) {
  forwardLayers(plan, arena, x, rows, !lossActivates(plan));
  const double value = outputLoss(plan, arena, arena->deltas, targets, rows);
  for (long l = plan->layer_count - 1; l >= 0; l--) {
    const dk_layer *layer = plan->layers + l, *below = layer - 1;
    const double *input = l == 0 ? x : arena->activations + below->values;
    const double *delta = arena->deltas + layer->values;
    double *w = arena->parameters + layer->weights, *dw = arena->gradients + layer->weights;
    double *b = NULL, *db = NULL;
    if (layer->biases >= 0)
      b = arena->parameters + layer->biases, db = arena->gradients + layer->biases;
    if (l > 0) {
      const double *z = arena->preactivations + below->values;
      double *a = arena->activations + below->values, *dx = arena->deltas + below->values;
      if (isNarrow(layer->inputs, layer->units)) {
        narrowBackward(layer, below, delta, w, z, a, dx, rows);
      } else {
        inputGradient(delta, w, dx, rows, layer->inputs, layer->units);
        activationGradient(below->activation, below->slope, z, a, dx, rows * below->units);
      }
    }
    if (isNarrow(layer->units, rows)) {
      const double rate = descent ? descent->learning_rate : 0;
      narrowWeights(layer, input, delta, dw, db, descent ? w : NULL, b, rate, rows);
      continue;
    }
    weightGradient(input, delta, dw, db, rows, layer->inputs, layer->units);
    if (!descent) continue;
    const dk_moments none = {NULL, NULL, NULL};
    updateClipped(descent, 1, infinite, 1, w, dw, none, layer->inputs * layer->units);
    if (b) updateClipped(descent, 1, infinite, 1, b, db, none, layer->units);
  }
  return (dk_step_result){value, value + penalties(plan, arena, arena->gradients), notANumber};
}

static dk_step_result backpropagate(
  const dk_plan *plan, const dk_arena *arena, const double *x, const double *targets, long rows) {
  return backpropagateLayers(plan, arena, x, targets, rows, NULL);
}

static dk_step_result trainStep(
  const dk_plan *plan, const dk_arena *arena, const dk_optimizer *optimizer, long t, const double *x,
  const double *targets, long rows) {
  // Plain gradient descent needs nothing but its own layer's gradients.
  if (optimizer->kind == dk_optimizer_sgd && optimizer->weight_decay == 0
      && plan->clip == dk_clip_none && plan->l1 == 0 && plan->l2 == 0) {
    if (isChain(plan, rows))
      return descendChain(plan, arena, optimizer->learning_rate, *x, *targets);
    return backpropagateLayers(plan, arena, x, targets, rows, optimizer);
  }

  dk_step_result result = backpropagate(plan, arena, x, targets, rows);
  double scale = 1;
  const double limit = plan->clip == dk_clip_value ? plan->clip_maximum : infinite;
  if (plan->clip == dk_clip_norm) {
    result.gradient_norm =
      __builtin_elementwise_sqrt(sumOfSquares(arena->gradients, plan->parameter_count));
    const double shrink = plan->clip_maximum / (result.gradient_norm + 1e-6);
    scale = shrink < 1 ? shrink : 1;
  }
  updateClipped(
    optimizer, scale, limit, t, arena->parameters, arena->gradients, arena->moments,
    plan->parameter_count);
  return result;
}
