// Loss functions with their derivatives, and the weight penalties.
#pragma once

#include "Activations.h"

/// Loss and derivative of one group of elements.
typedef struct LossTerm {
  Lanes value, slope;
} LossTerm;

/// Adds the values of `term` over the lanes of the whole array and leaves the derivatives in delta.
#define sumOfTerms(term)                          \
  forLanes(n) {                                   \
    LossTerm each = term;                         \
    sum += keepFirst(each.value, count, 0);       \
    if (delta) put(delta + e, each.slope, count); \
  }

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
  Lanes decay;
  *a = sigmoidLanes(z, &decay);
  Lanes value = fma_(-z, t, choose(z <= 0, all(0), z)) + log1pLanes(decay);
  return (LossTerm){value, (*a - t) * factor};
}

INLINE LossTerm perceptronError(Lanes z, Lanes t, double factor) {
  Bits positive = t > 0;
  Lanes wrong = choose(positive, -z, z);
  Lanes slope = choose(positive, all(-factor), all(factor));
  return (LossTerm){choose(wrong <= 0, all(0), wrong), choose(wrong < 0, all(0), slope)};
}

/// The sum of d^2 fuses square and sum.
INLINE double squaredErrors(const double *a, const double *t, double *delta, double factor, long n) {
  Lanes sum = all(0);
  forLanes(n) {
    Lanes d = take(a + e, count) - take(t + e, count);
    sum = fma_(d, d, sum);
    if (delta) put(delta + e, d * factor, count);
  }
  return sumOfLanes(sum);
}

/// -t log softmax(z) = t (log(1 + others) + largest - z): small losses keep all their digits.
INLINE double crossEntropy(
  const double *z, double *a, const double *t, double *delta, long rows, long units) {
  const double factor = 1 / (double)rows;
  double total = 0;
  for (long s = 0; s < rows; s++, z += units, a += units, t += units) {
    const SoftmaxRow row = softmaxNumerators(z, a, units);
    const double sum = row.others + 1;
    const double logSum = log1pLanes(all(row.others))[0];
    Lanes losses = all(0), targets = all(0);
    forLanes(units) {
      Lanes y = take(t + e, count);
      Lanes loss = y * ((row.largest - take(z + e, count)) + logSum);
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
  return total / (double)rows;
}

static double loss(
  dk_loss_kind kind, double parameter, const double *z, double *a, const double *t, double *delta,
  long rows, long units) {
  const long n = rows * units;
  const double factor = 1 / (double)n;
  Lanes sum = all(0);
  switch (kind) {
    case dk_loss_mse: return squaredErrors(a, t, delta, 2 / (double)n, n) / (double)n;
    case dk_loss_half_mse: return squaredErrors(a, t, delta, factor, n) / (double)(2 * n);
    case dk_loss_mae:
      sumOfTerms(absoluteError(take(a + e, count) - take(t + e, count), factor));
      break;
    case dk_loss_huber:
      sumOfTerms(huberError(take(a + e, count) - take(t + e, count), parameter, factor));
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
    case dk_loss_perceptron:
      sumOfTerms(perceptronError(take(z + e, count), take(t + e, count), factor));
      break;
  }
  return sumOfLanes(sum) / (double)n;
}
#undef sumOfTerms

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
