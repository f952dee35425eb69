// Optimizers, from the simplest to the hardest, and the reductions over flat arrays.
#pragma once

#include "Elementary.h"
#include "LaneArrays.h"

/// What decays towards 0 must not linger among the denormal numbers, which many processors handle slowly.
INLINE Lanes flushed(Lanes moment) { return choose(magnitude(moment) < 1e-300, all(0), moment); }

/// Reads a moment, blends in what is new, fma(keep, old, fresh), and writes it back.
INLINE Lanes blended(double *moment, double keep, Lanes fresh, long count) {
  Lanes result = flushed(fma_(all(keep), take(moment, count), fresh));
  put(moment, result, count);
  return result;
}

/// One pass over all parameters for each kind: theta and g of one group of lanes, g ready for use (scaled,
/// limited, with coupled weight decay).
#define sweep(body)                                                               \
  forLanes(n) {                                                                   \
    Lanes theta = take(parameters + e, count), g = take(gradients + e, count);    \
    if (clips) g = atLeast(atMost(g * scale, limit), -limit);                     \
    if (decay != 0) g = fma_(all(decay), theta, g);                               \
    body;                                                                         \
    put(parameters + e, theta, count);                                            \
  }

/// `dk_update` with the clipping handed over apart from the other settings.
static __attribute__((noinline)) void updateClipped(
  const dk_optimizer *o, double scale, double limit, long t, double *parameters,
  const double *gradients, dk_moments moments, long n) {
  const double eta = o->learning_rate, mu = o->momentum, eps = o->epsilon;
  const bool clips = scale != 1 || limit < infinite;
  const double decay = o->kind == dk_optimizer_adamw ? 0 : o->weight_decay;
  double *const v = moments.velocity, *const m = moments.first_moment;
  double *const s = moments.second_moment;

  switch (o->kind) {
    // Rounded twice on purpose: a step that a person works out by hand, 4 − 0.4 · 10, then lands on 0 exactly.
    case dk_optimizer_sgd: sweep(theta = theta - all(eta) * g); break;

    case dk_optimizer_momentum:
      sweep(theta = fma_(all(-eta), blended(v + e, mu, g, count), theta));
      break;

    case dk_optimizer_nesterov:
      sweep(Lanes velocity = blended(v + e, mu, g, count);
            theta = fma_(all(-eta), fma_(all(mu), velocity, g), theta));
      break;

    case dk_optimizer_adagrad: {
      const double rate = eta / __builtin_fma((double)(t - 1), o->learning_rate_decay, 1);
      sweep(Lanes sum = flushed(fma_(g, g, take(s + e, count))); put(s + e, sum, count);
            theta = fma_(all(-rate), g / (root(sum) + eps), theta));
      break;
    }
    case dk_optimizer_rmsprop: {
      const double alpha = o->alpha, fresh = 1 - alpha;
      sweep(Lanes square = blended(s + e, alpha, fresh * g * g, count);
            if (o->centered) {
              Lanes mean = blended(m + e, alpha, fresh * g, count);
              square = atLeast(fma_(-mean, mean, square), 0);
            }
            Lanes step = g / (root(square) + eps);
            if (mu > 0) step = blended(v + e, mu, step, count);
            theta = fma_(all(-eta), step, theta));
      break;
    }
    case dk_optimizer_adam:
    case dk_optimizer_adamw: {
      const double beta1 = o->beta1, beta2 = o->beta2, fresh1 = 1 - beta1, fresh2 = 1 - beta2;
      const double rate = eta / (1 - power(beta1, t)), correction = 1 / (1 - power(beta2, t));
      const double shrink = o->kind == dk_optimizer_adamw ? -(eta * o->weight_decay) : 0;
      sweep(if (shrink != 0) theta = fma_(all(shrink), theta, theta);
            Lanes mean = blended(m + e, beta1, fresh1 * g, count);
            Lanes square = blended(s + e, beta2, fresh2 * g * g, count);
            theta = fma_(all(-rate), mean / (root(square * correction) + eps), theta));
      break;
    }
  }
}
#undef sweep

static void update(
  const dk_optimizer *o, long t, double *parameters, const double *gradients, dk_moments moments, long n) {
  updateClipped(o, o->gradient_scale, o->gradient_limit, t, parameters, gradients, moments, n);
}

static double sumOfSquares(const double *x, long n) {
  Lanes sums[4] = {0};
  long done = 0;
  for (; done + 4 * laneCount <= n; done += 4 * laneCount)
    for (int i = 0; i < 4; i++) {
      Lanes v = load(x + done + i * laneCount);
      sums[i] = fma_(v, v, sums[i]);
    }
  forLanes(n - done) {
    Lanes v = take(x + done + e, count);
    sums[e / laneCount] = fma_(v, v, sums[e / laneCount]);
  }
  return sumOfLanes((sums[0] + sums[1]) + (sums[2] + sums[3]));
}

/// The L2 norm, also where squares are too large for a number.
static double norm(const double *x, long n) {
  const double squares = sumOfSquares(x, n);
  if (squares != infinite) return __builtin_elementwise_sqrt(squares);
  double largest = 0, sum = 0;
  for (long i = 0; i < n; i++) {
    const double size = __builtin_fabs(x[i]);
    if (size > largest) largest = size;
  }
  if (largest == infinite) return infinite;
  for (long i = 0; i < n; i++) sum += (x[i] / largest) * (x[i] / largest);
  return largest * __builtin_elementwise_sqrt(sum);
}

static bool allFinite(const double *x, long n) {
  // A few numbers were just written one by one: read eight at a time, they would have to be waited for.
  bool finite = true;
  const long few = n <= 32 ? n : 0;
#pragma clang loop vectorize(disable)
  for (long i = 0; i < few; i++) finite &= __builtin_fabs(x[i]) < infinite;
  Bits bad = 0;
  forLanes(n - few) bad |= ~(magnitude(take(x + e, count)) < infinite);
  return finite && __builtin_reduce_or(bad) == 0;
}
