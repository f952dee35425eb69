// Activation functions with their derivatives, and the softmax.
#pragma once

#include "Elementary.h"

/// f(z) for one group of lanes.
INLINE Lanes activated(dk_activation kind, double slope, Lanes z) {
  switch (kind) {
    case dk_activation_sigmoid: return logistic(z).sigmoid;
    case dk_activation_tanh: return tanhLanes(z);
    case dk_activation_relu: return choose(z <= 0, all(0), z);
    case dk_activation_leaky_relu: return choose(z > 0, z, slope * z);
    case dk_activation_linear:
    case dk_activation_softmax: break;
  }
  return z;
}

/// delta f'(z) for one group of lanes.
INLINE Lanes activationBackward(dk_activation kind, double slope, Lanes z, Lanes a, Lanes delta) {
  switch (kind) {
    case dk_activation_sigmoid: return delta * (a * (1 - a));
    case dk_activation_tanh: return delta * fma_(-a, a, all(1));
    case dk_activation_relu: return choose(z > 0, delta, all(0));
    case dk_activation_leaky_relu: return choose(z > 0, delta, slope * delta);
    case dk_activation_linear:
    case dk_activation_softmax: break;
  }
  return delta;
}

#define activateAll(kind) forLanes(n) put(a + e, activated(kind, slope, take(z + e, count)), count)

static void activate(dk_activation kind, double slope, const double *z, double *a, long n) {
  switch (kind) {
    case dk_activation_linear: activateAll(dk_activation_linear); break;
    case dk_activation_sigmoid: activateAll(dk_activation_sigmoid); break;
    case dk_activation_tanh: activateAll(dk_activation_tanh); break;
    case dk_activation_relu: activateAll(dk_activation_relu); break;
    case dk_activation_leaky_relu: activateAll(dk_activation_leaky_relu); break;
    case dk_activation_softmax: break;
  }
}
#undef activateAll

/// `values` is the array f' is computed from: a for sigmoid and tanh, z for the others.
#define throughAll(kind, values)                                                              \
  forLanes(n) {                                                                               \
    Lanes value = take(values + e, count);                                                    \
    put(delta + e, activationBackward(kind, slope, value, value, take(delta + e, count)), count); \
  }

static void activationGradient(
  dk_activation kind, double slope, const double *z, const double *a, double *delta, long n) {
  switch (kind) {
    case dk_activation_sigmoid: throughAll(dk_activation_sigmoid, a); break;
    case dk_activation_tanh: throughAll(dk_activation_tanh, a); break;
    case dk_activation_relu: throughAll(dk_activation_relu, z); break;
    case dk_activation_leaky_relu: throughAll(dk_activation_leaky_relu, z); break;
    case dk_activation_linear:
    case dk_activation_softmax: break;
  }
}
#undef throughAll

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
  const double largest = largestLane(most);
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
