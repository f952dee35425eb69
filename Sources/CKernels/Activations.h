// Activation functions with their derivatives, and the softmax.
#pragma once

#include "Elementary.h"

static void activate(dk_activation kind, double slope, const double *z, double *a, long n) {
  switch (kind) {
    case dk_activation_linear: forLanes(n) put(a + e, take(z + e, count), count); break;
    case dk_activation_sigmoid:
      forLanes(n) {
        Lanes decay;
        put(a + e, sigmoidLanes(take(z + e, count), &decay), count);
      }
      break;
    case dk_activation_tanh: forLanes(n) put(a + e, tanhLanes(take(z + e, count)), count); break;
    case dk_activation_relu:
      forLanes(n) {
        Lanes x = take(z + e, count);
        put(a + e, choose(x <= 0, all(0), x), count);
      }
      break;
    case dk_activation_leaky_relu:
      forLanes(n) {
        Lanes x = take(z + e, count);
        put(a + e, choose(x > 0, x, slope * x), count);
      }
      break;
    case dk_activation_softmax: break;
  }
}

static void activationGradient(
  dk_activation kind, double slope, const double *z, const double *a, double *delta, long n) {
  switch (kind) {
    case dk_activation_sigmoid:
      forLanes(n) {
        Lanes y = take(a + e, count);
        put(delta + e, take(delta + e, count) * (y * (1 - y)), count);
      }
      break;
    case dk_activation_tanh:
      forLanes(n) {
        Lanes y = take(a + e, count);
        put(delta + e, take(delta + e, count) * fma_(-y, y, all(1)), count);
      }
      break;
    case dk_activation_relu:
      forLanes(n) {
        Bits on = take(z + e, count) > 0;
        put(delta + e, choose(on, take(delta + e, count), all(0)), count);
      }
      break;
    case dk_activation_leaky_relu:
      forLanes(n) {
        Bits on = take(z + e, count) > 0;
        Lanes d = take(delta + e, count);
        put(delta + e, choose(on, d, slope * d), count);
      }
      break;
    case dk_activation_linear:
    case dk_activation_softmax: break;
  }
}

/// The parts of one row's softmax: its largest z, and the sum of exp(z - largest) without one largest term.
typedef struct SoftmaxRow {
  double largest, others;
} SoftmaxRow;

/// Leaves exp(z - largest) in a.
INLINE SoftmaxRow softmaxNumerators(const double *z, double *a, long units) {
  Lanes most = all(-infinite);
  forLanes(units) {
    Lanes x = keepFirst(take(z + e, count), count, -infinite);
    most = choose(x > most, x, most);
  }
  double largest = most[0];
  for (int lane = 1; lane < laneCount; lane++)
    largest = most[lane] > largest ? most[lane] : largest;
  Lanes sum = all(0), maxima = all(0);
  forLanes(units) {
    Lanes x = keepFirst(take(z + e, count), count, -infinite);
    Lanes y = expLanes(x - largest);
    Bits isLargest = x == largest;
    put(a + e, y, count);
    sum += choose(isLargest, all(0), y);
    maxima += choose(isLargest, all(1), all(0));
  }
  return (SoftmaxRow){largest, sumOfLanes(sum) + (sumOfLanes(maxima) - 1)};
}

static void softmax(const double *z, double *a, long rows, long units) {
  for (long s = 0; s < rows; s++, z += units, a += units) {
    const SoftmaxRow row = softmaxNumerators(z, a, units);
    const double sum = row.others + 1;
    forLanes(units) put(a + e, take(a + e, count) / sum, count);
  }
}

static void softmaxGradient(const double *a, double *delta, long rows, long units) {
  for (long s = 0; s < rows; s++, a += units, delta += units) {
    Lanes sum = all(0);
    forLanes(units) sum += take(delta + e, count) * take(a + e, count);
    const double mean = sumOfLanes(sum);
    forLanes(units) put(delta + e, take(a + e, count) * (take(delta + e, count) - mean), count);
  }
}
