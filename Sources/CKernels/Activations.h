// Activations of arrays, with their gradients, and the softmax.
#pragma once

#include "ActivationFunctions.h"
#include "LaneArrays.h"

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

/// The largest z of a row; leaves z - largest in a.
INLINE double fromLargest(const double *z, double *a, long units) {
  Lanes most = all(-infinite);
  forLanes(units) {
    Lanes x = keepFirst(take(z + e, count), count, -infinite);
    most = choose(x > most, x, most);
  }
  const double largest = largestLane(most);
  forLanes(units) put(a + e, take(z + e, count) - largest, count);
  return largest;
}

/// The row's parts, with exp(z - largest) in a.
INLINE SoftmaxRow softmaxRow(const double *z, const double *a, double largest, long units) {
  Lanes sum = all(0), maxima = all(0);
  forLanes(units) {
    Bits isLargest = keepFirst(take(z + e, count), count, -infinite) == largest;
    sum += choose(isLargest, all(0), take(a + e, count));
    maxima += choose(isLargest, all(1), all(0));
  }
  return (SoftmaxRow){largest, sumOfLanes(sum) + (sumOfLanes(maxima) - 1)};
}

/// The parts of up to eight rows; leaves exp(z - largest) in a. The powers of all rows are taken in one go, so that
/// rows which are no whole number of lanes long leave none idle.
INLINE void softmaxRows(const double *z, double *a, SoftmaxRow *parts, long rows, long units) {
  for (long r = 0; r < rows; r++) parts[r].largest = fromLargest(z + r * units, a + r * units, units);
  forLanes(rows * units) put(a + e, expLanes(take(a + e, count)), count);
  for (long r = 0; r < rows; r++)
    parts[r] = softmaxRow(z + r * units, a + r * units, parts[r].largest, units);
}

static void softmax(const double *z, double *a, long rows, long units) {
  for (long s = 0; s < rows; s++, z += units, a += units) {
    SoftmaxRow row;
    softmaxRows(z, a, &row, 1, units);
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
