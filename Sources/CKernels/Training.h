// A whole update of a plain network: forward, loss, backward, clipping, optimizer.
#pragma once

#include "Losses.h"
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
    affine(x, arena->parameters + layer->weights, b, z, rows, layer->inputs, layer->units);
    x = a;
    if (l == plan->layer_count - 1 && !outputActivation) return;
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
  const double value =
    loss(plan->loss, plan->loss_parameter, z, a, targets, delta, rows, output->units);
  if (!delta || plan->loss >= dk_loss_bce) return value;
  if (output->activation == dk_activation_softmax) softmaxGradient(a, delta, rows, output->units);
  else activationGradient(output->activation, output->slope, z, a, delta, rows * output->units);
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

static dk_step_result backpropagate(
  const dk_plan *plan, const dk_arena *arena, const double *x, const double *targets, long rows) {
  forwardLayers(plan, arena, x, rows, !lossActivates(plan));
  const double value = outputLoss(plan, arena, arena->deltas, targets, rows);
  for (long l = plan->layer_count - 1; l >= 0; l--) {
    const dk_layer *layer = plan->layers + l;
    const double *delta = arena->deltas + layer->values;
    double *dw = arena->gradients + layer->weights;
    double *db = layer->biases < 0 ? NULL : arena->gradients + layer->biases;
    if (l == 0) {
      weightGradient(x, delta, dw, db, rows, layer->inputs, layer->units);
      break;
    }
    const dk_layer *below = layer - 1;
    const double *z = arena->preactivations + below->values, *a = arena->activations + below->values;
    double *deltaBelow = arena->deltas + below->values;
    inputGradient(
      delta, arena->parameters + layer->weights, deltaBelow, rows, layer->inputs, layer->units);
    activationGradient(below->activation, below->slope, z, a, deltaBelow, rows * below->units);
    weightGradient(a, delta, dw, db, rows, layer->inputs, layer->units);
  }
  return (dk_step_result){value, value + penalties(plan, arena, arena->gradients), notANumber};
}

static dk_step_result trainStep(
  const dk_plan *plan, const dk_arena *arena, const dk_optimizer *optimizer, long t, const double *x,
  const double *targets, long rows) {
  dk_step_result result = backpropagate(plan, arena, x, targets, rows);
  dk_optimizer clipped = *optimizer;
  clipped.gradient_scale = 1;
  clipped.gradient_limit = plan->clip == dk_clip_value ? plan->clip_maximum : infinite;
  if (plan->clip == dk_clip_norm) {
    result.gradient_norm =
      __builtin_sqrt(sumOfSquares(arena->gradients, plan->parameter_count));
    const double scale = plan->clip_maximum / (result.gradient_norm + 1e-6);
    clipped.gradient_scale = scale < 1 ? scale : 1;
  }
  update(&clipped, t, arena->parameters, arena->gradients, arena->moments, plan->parameter_count);
  return result;
}
