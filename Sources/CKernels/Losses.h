// Loss functions with their derivatives, and the weight penalties.
#pragma once

#include "Activations.h"
#include "LossTerms.h"

/// The activation dL/da is to be carried through while it is in registers, and the array its derivative is
/// computed from: a for sigmoid and tanh, z for the others. Linear: dL/da stays.
typedef struct Path {
  dk_activation activation;
  double slope;
  const double *values;
} Path;

INLINE Lanes carried(const Path *path, Lanes slope, long e, long count) {
  if (path->activation == dk_activation_linear) return slope;
  Lanes value = take(path->values + e, count);
  return activationBackward(path->activation, path->slope, value, value, slope);
}

/// Adds the values of `term` over the lanes of the whole array and leaves the derivatives in delta.
#define addTerms(term)                                          \
  forLanes(n) {                                                   \
    LossTerm each = term;                                         \
    sum += keepFirst(each.value, count, 0);                       \
    if (delta) put(delta + e, carried(path, each.slope, e, count), count); \
  }

/// The sum of d^2 fuses square and sum.
INLINE double squaredErrors(
  const double *a, const double *t, double *delta, double factor, long n, const Path *path) {
  Lanes sum = all(0);
  forLanes(n) {
    Lanes d = take(a + e, count) - take(t + e, count);
    sum = fma_(d, d, sum);
    if (delta) put(delta + e, carried(path, d * factor, e, count), count);
  }
  return sumOfLanes(sum);
}

/// -t log softmax(z) = t (log(1 + others) + largest - z): small losses keep all their digits. The logarithms of
/// eight rows are taken at once.
INLINE double crossEntropy(
  const double *z, double *a, const double *t, double *delta, long rows, long units) {
  const double factor = 1 / (double)rows;
  double total = 0;
  for (long block = 0; block < rows; block += laneCount) {
    const long count = rows - block < laneCount ? rows - block : laneCount;
    SoftmaxRow parts[laneCount];
    double others[laneCount] = {0}, logs[laneCount];
    softmaxRows(z, a, parts, count, units);
    for (long r = 0; r < count; r++) others[r] = parts[r].others;
    store(logs, log1pLanes(load(others)));
    for (long r = 0; r < count; r++, z += units, a += units, t += units) {
      const double sum = others[r] + 1;
      Lanes losses = all(0), targets = all(0);
      forLanes(units) {
        Lanes y = take(t + e, count);
        Lanes loss = y * ((parts[r].largest - take(z + e, count)) + logs[r]);
        // A target of 0 takes no part, whatever the logit.
        losses += choose(y == 0, all(0), loss);
        targets += y;
      }
      total += sumOfLanes(losses);
      const double targetSum = sumOfLanes(targets);
      forLanes(units) {
        Lanes y = take(a + e, count) / sum;
        put(a + e, y, count);
        if (delta) put(delta + e, fma_(y, all(targetSum), -take(t + e, count)) * factor, count);
      }
      if (delta) delta += units;
    }
  }
  return total / (double)rows;
}

/// `dk_loss`, and for the losses computed from a the derivative carried on along `path`.
static __attribute__((noinline)) double lossAlong(
  const Path *path, dk_loss_kind kind, double parameter, const double *z, double *a, const double *t,
  double *delta, long rows, long units) {
  const long n = rows * units;
  const double factor = 1 / (double)n;
  Lanes sum = all(0);
  switch (kind) {
    case dk_loss_mse: return squaredErrors(a, t, delta, 2 / (double)n, n, path) / (double)n;
    case dk_loss_half_mse: return squaredErrors(a, t, delta, factor, n, path) / (double)(2 * n);
    case dk_loss_mae:
      addTerms(absoluteError(take(a + e, count) - take(t + e, count), factor));
      break;
    case dk_loss_huber:
      addTerms(huberError(take(a + e, count) - take(t + e, count), parameter, factor));
      break;
    case dk_loss_bce:
      forLanes(n) {
        Lanes prediction;
        LossTerm each =
          binaryCrossEntropy(take(z + e, count), take(t + e, count), factor, &prediction);
        put(a + e, prediction, count);
        sum += keepFirst(each.value, count, 0);
        if (delta) put(delta + e, each.slope, count);
      }
      break;
    case dk_loss_cce: return crossEntropy(z, a, t, delta, rows, units);
  }
  return sumOfLanes(sum) / (double)n;
}
#undef addTerms

static double loss(
  dk_loss_kind kind, double parameter, const double *z, double *a, const double *t, double *delta,
  long rows, long units) {
  const Path stays = {dk_activation_linear, 0, NULL};
  return lossAlong(&stays, kind, parameter, z, a, t, delta, rows, units);
}

static double penalty(const double *w, double *dw, double l1, double l2, long n) {
  Lanes absolute = all(0), squares = all(0);
  forLanes(n) {
    Lanes x = take(w + e, count);
    absolute += magnitude(x);
    squares = fma_(x, x, squares);
    if (!dw) continue;
    Lanes sign = choose(x > 0, all(l1), choose(x < 0, all(-l1), all(0)));
    put(dw + e, fma_(all(l2), x, take(dw + e, count) + sign), count);
  }
  return __builtin_fma(l1, sumOfLanes(absolute), 0.5 * l2 * sumOfLanes(squares));
}
