// What one element adds to a loss, with its derivative.
#pragma once

#include "ActivationFunctions.h"

/// Loss and derivative of one group of elements.
typedef struct LossTerm {
  Lanes value, slope;
} LossTerm;

INLINE LossTerm absoluteError(Lanes d, double factor) {
  Lanes slope = choose(d > 0, all(factor), choose(d < 0, all(-factor), d * factor));
  return (LossTerm){magnitude(d), slope};
}

INLINE LossTerm huberError(Lanes d, double bend, double factor) {
  Lanes size = magnitude(d);
  Lanes value = choose(size > bend, bend * (size - 0.5 * bend), 0.5 * (d * d));
  return (LossTerm){value, atLeast(atMost(d, bend), -bend) * factor};
}

INLINE LossTerm binaryCrossEntropy(Lanes z, Lanes t, double factor, Lanes *a) {
  const Logistic l = logistic(z);
  *a = l.sigmoid;
  Lanes value = fma_(-z, t, choose(z <= 0, all(0), z)) + logOfSumOf(l);
  return (LossTerm){value, (*a - t) * factor};
}

/// What one element adds to the sum of its lane, and its derivative; a square is fused into the sum instead.
INLINE LossTerm termLanes(
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
    case dk_loss_bce: term = binaryCrossEntropy(z, t, factor, a); break;
    case dk_loss_cce: return (LossTerm){all(0), all(0)};  // takes a row at a time: never here
  }
  *sum += term.value;
  return term;
}
