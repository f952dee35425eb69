// Layers of 1, 2, 4 or 8 units on a few inputs, as lessons have them: what costs there is not arithmetic but the
// way from one kernel to the next through memory. So eight neighboring outputs, of one row or of several, are
// one group of lanes, and the activation (or its derivative) follows while they are still in registers.
// The sums are those of Products.h, the activations those of Activations.h: the same bits.
#pragma once

#include "Activations.h"

enum { narrowTerms = 16 };

/// The biases of a layer in a block of its parameters or gradients; null without.
INLINE double *biasesIn(const dk_layer *layer, double *block) {
  return layer->has_biases ? block + layer->inputs * layer->units : NULL;
}

/// Whether rows of `width` outputs, each a sum of `terms`, are worth it.
INLINE bool isNarrow(long width, long terms) {
  return terms <= narrowTerms && (width == 1 || width == 2 || width == 4 || width == 8);
}

/// p[0], p[step], ... in all rows of a group.
INLINE Lanes acrossRows(const double *p, long step, const int width) {
  if (width == 8)
    return step == 1 ? load(p)
                     : (Lanes){p[0], p[step], p[2 * step], p[3 * step], p[4 * step], p[5 * step],
                               p[6 * step], p[7 * step]};
  if (width == 4) {
    Quad q = step == 1 ? loadQuad(p) : (Quad){p[0], p[step], p[2 * step], p[3 * step]};
    return __builtin_shufflevector(q, q, 0, 1, 2, 3, 0, 1, 2, 3);
  }
  if (width == 2) {
    Pair q = step == 1 ? loadPair(p) : (Pair){p[0], p[step]};
    return __builtin_shufflevector(q, q, 0, 1, 0, 1, 0, 1, 0, 1);
  }
  return all(p[0]);
}

/// p[0], p[step], ..., one for each of the group's rows, repeated across its width; 0 where there is no row.
INLINE Lanes alongRows(const double *p, long step, const int width, const long rows) {
  if (width == 8) return all(p[0]);
  if (width == 4) {
    const double q = rows > 1 ? p[step] : 0;
    return (Lanes){p[0], p[0], p[0], p[0], q, q, q, q};
  }
  if (width == 2) {
    const double a = p[0];
    if (rows == 1) return (Lanes){a, a, 0, 0, 0, 0, 0, 0};
    const double b = p[step];
    if (rows == 2) return (Lanes){a, a, b, b, 0, 0, 0, 0};
    const double c = p[2 * step];
    if (rows == 3) return (Lanes){a, a, b, b, c, c, 0, 0};
    const double d = p[3 * step];
    return (Lanes){a, a, b, b, c, c, d, d};
  }
  if (step == 1) return take(p, rows);
  switch (rows) {
    case 1: return (Lanes){p[0], 0, 0, 0, 0, 0, 0, 0};
    case 2: return (Lanes){p[0], p[step], 0, 0, 0, 0, 0, 0};
    case 3: return (Lanes){p[0], p[step], p[2 * step], 0, 0, 0, 0, 0};
    case 4: return (Lanes){p[0], p[step], p[2 * step], p[3 * step], 0, 0, 0, 0};
    default: break;
  }
  Lanes x = {p[0], p[step], p[2 * step], p[3 * step], p[4 * step], 0, 0, 0};
  if (rows > 5) x.s5 = p[5 * step];
  if (rows > 6) x.s6 = p[6 * step];
  if (rows > 7) x.s7 = p[7 * step];
  return x;
}

/// first + sum over k of a[i][k] b[k][j], for `left` rows i of a group and width columns j.
INLINE Lanes sumOfTerms(
  const int width, const long left, long terms, const double *a, long aRow, long aTerm,
  const double *b, long bTerm, long bColumn, Lanes first) {
  for (long k = 0; k < terms; k++)
    first = fma_(
      alongRows(a + k * aTerm, aRow, width, left), acrossRows(b + k * bTerm, bColumn, width), first);
  return first;
}

/// The same, where the compiler knows how many rows are left: no branch within the sum.
INLINE Lanes sumOfGroup(
  const int width, long left, long terms, const double *a, long aRow, long aTerm, const double *b,
  long bTerm, long bColumn, Lanes first) {
#define sum(left)                                                                       \
  if (left * width <= laneCount)                                                        \
    return sumOfTerms(width, left, terms, a, aRow, aTerm, b, bTerm, bColumn, first);    \
  __builtin_unreachable()
  switch (left) {
    case 1: sum(1);
    case 2: sum(2);
    case 3: sum(3);
    case 4: sum(4);
    case 5: sum(5);
    case 6: sum(6);
    case 7: sum(7);
    default: sum(8);
  }
#undef sum
}

/// c = start + sum over k of a[i][k] b[k][j], width columns; then, as `finish` says, c is stored
///   (store)    in c,
///   (activate) in c, and f(c) in values,
///   (through)  times f'(z) in c, z and values read;
///   (descend)  in c, and values = values - rate * c, rounded twice: gradients and their step of plain gradient descent.
enum Finish { store_, activate_, through_, descend_ };

INLINE void narrowProduct(
  const int width, const enum Finish finish, long rows, long terms, const double *a,
  long aRow, long aTerm, const double *b, long bTerm, long bColumn, const double *start, double *c,
  const double *z, double *values, dk_activation kind, double slopeOrRate) {
  const long groupRows = laneCount / width;
  const Lanes first = start ? acrossRows(start, 1, width) : all(0);
  for (long i = 0; i < rows; i += groupRows) {
    const long left = rows - i < groupRows ? rows - i : groupRows, count = left * width;
    const long e = i * width;
    Lanes sum =
      sumOfGroup(width, left, terms, a + i * aRow, aRow, aTerm, b, bTerm, bColumn, first);
    if (finish == through_)
      sum = activationBackward(kind, slopeOrRate, take(z + e, count), take(values + e, count), sum);
    put(c + e, sum, count);
    if (finish == activate_) put(values + e, activated(kind, slopeOrRate, sum), count);
    if (finish == descend_)
      put(values + e, take(values + e, count) - all(slopeOrRate) * sum, count);
  }
}

#define eachWidth(width, call)   \
  switch (width) {               \
    case 1: call(1); break;      \
    case 2: call(2); break;      \
    case 4: call(4); break;      \
    default: call(8); break;     \
  }

/// dk_affine and, where a is not null, dk_activate (not softmax).
static __attribute__((noinline)) void narrowForward(
  const dk_layer *layer, const double *x, double *a, long rows) {
  const double *biases = biasesIn(layer, layer->parameters);
#define product(width, finish)                                                                    \
  narrowProduct(                                                                                  \
    width, finish, rows, layer->inputs, x, layer->inputs, 1, layer->parameters,            \
    layer->units, 1, biases, layer->preactivations, NULL, a, layer->activation, layer->slope)
#define forward(width) product(width, activate_)
#define preactivations(width) product(width, store_)
  if (a) eachWidth(layer->units, forward)
  else eachWidth(layer->units, preactivations)
#undef preactivations
#undef forward
#undef product
}

/// dk_input_gradient of `layer` and dk_activation_gradient of the layer below.
static __attribute__((noinline)) void narrowBackward(
  const dk_layer *layer, const dk_layer *below, long rows) {
#define backward(width)                                                                           \
  narrowProduct(                                                                                  \
    width, through_, rows, layer->units, layer->deltas, layer->units, 1,                          \
    layer->parameters, 1, layer->units, NULL, below->deltas, below->preactivations,               \
    below->activations, below->activation, below->slope)
  eachWidth(layer->inputs, backward)
#undef backward
}

/// dk_weight_gradient, and with a descent its step of plain gradient descent.
static __attribute__((noinline)) void narrowWeights(
  const dk_layer *layer, const double *x, const dk_optimizer *descent, long rows) {
  static const double one = 1;
  const long inputs = layer->inputs, units = layer->units;
  double *w = layer->parameters, *dw = layer->gradients;
  double *b = biasesIn(layer, w), *db = biasesIn(layer, dw);
  const double rate = descent ? descent->learning_rate : 0;
#define sums(width, finish)                                                                       \
  do {                                                                                            \
    narrowProduct(                                                                                \
      width, finish, inputs, rows, x, 1, inputs, layer->deltas, units, 1, NULL, dw, NULL, w,      \
      dk_activation_linear, rate);                                                                \
    if (b)                                                                                        \
      narrowProduct(                                                                              \
        width, finish, 1, rows, &one, 0, 0, layer->deltas, units, 1, NULL, db, NULL, b,           \
        dk_activation_linear, rate);                                                              \
  } while (0)
#define weights(width) sums(width, store_)
#define descent(width) sums(width, descend_)
  if (descent) eachWidth(units, descent)
  else eachWidth(units, weights)
#undef descent
#undef weights
#undef sums
}
#undef eachWidth
