/// Kernels of a neural network in float64: the same bits on every machine, near the machine's ceiling.
///
/// Storage. Matrices are row-major and samples are rows. The weights of a layer are [inputs][units], so
/// that row i holds what leaves input i. No pointer needs any alignment; arrays must not overlap unless a
/// function says so.
///
/// The same bits everywhere. Every element of every result is defined by one fixed order of IEEE 754
/// operations, written down here beside each function; vector width, tile sizes and instruction set only
/// decide which elements are computed at the same time. fma(a, b, c) is a b + c rounded once, by the
/// hardware where it has the instruction and by the C library's correctly rounded function where not.
/// exp, log, log1p, tanh, sigmoid, cos and sin are this library's own. What is not fixed is the sign and
/// payload of a NaN that arithmetic produces (processors differ); the elementary functions return one
/// canonical NaN (0x7ff8000000000000).
///
/// Sums called "over eight lanes" put element e into lane e mod 8, add within a lane in order of e starting
/// from 0, and then add the lanes as ((l0+l4)+(l2+l6)) + ((l1+l5)+(l3+l7)).
#pragma once

#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

// MARK: - Elementary functions

/// The library's own elementary functions.
typedef enum dk_function {
  dk_function_exp,
  dk_function_log,
  dk_function_log1p,
  dk_function_tanh,
  dk_function_sigmoid,
  dk_function_softplus,  ///< log(1 + exp x)
  dk_function_cos,
  dk_function_sin,
} dk_function;

/// One value each; the same bits as the lanes of the kernels below. The largest errors
/// measured are stated in Elementary.h and Angles.h; all are below 1 ulp.
double dk_exp(double x);
double dk_log(double x);
double dk_log1p(double x);
double dk_tanh(double x);
double dk_sigmoid(double x);
double dk_softplus(double x);
double dk_cos(double x);
double dk_sin(double x);

/// base to the power n >= 0 by repeated squaring, from the lowest bit of n.
double dk_power(double base, long n);

// MARK: - Products

/// z[s][j] = b[j] + sum over i of x[s][i] w[i][j]; x [rows][inputs], w [inputs][units], b [units] or null.
/// Order: from b[j] (or 0), z = fma(x[s][i], w[i][j], z) for i = 0, 1, ...
void dk_affine(
  const double *x, const double *w, const double *b, double *z, long rows, long inputs, long units);

/// dw[i][j] = sum over s of x[s][i] delta[s][j] and db[j] = sum over s of delta[s][j] (db may be null).
/// Order: from 0, dw = fma(x[s][i], delta[s][j], dw) and db = db + delta[s][j] for s = 0, 1, ...
void dk_weight_gradient(
  const double *x, const double *delta, double *dw, double *db, long rows, long inputs, long units);

/// dx[s][i] = sum over j of delta[s][j] w[i][j]; the error carried back through the weights.
/// Order: from 0, dx = fma(delta[s][j], w[i][j], dx) for j = 0, 1, ...
void dk_input_gradient(
  const double *delta, const double *w, double *dx, long rows, long inputs, long units);

/// out[r][k] = source[indices[r]][k]; source has rows of `width` numbers.
void dk_gather(const double *source, const long *indices, double *out, long rows, long width);

// MARK: - Activations

typedef enum dk_activation {
  dk_activation_linear,      ///< z
  dk_activation_sigmoid,     ///< 1 / (1 + exp(-z))
  dk_activation_tanh,        ///< tanh z
  dk_activation_relu,        ///< z if z > 0, else 0; a NaN passes
  dk_activation_leaky_relu,  ///< z if z > 0, else slope z
  dk_activation_softmax,     ///< across the units of a row: needs `dk_softmax`, `dk_softmax_gradient`
} dk_activation;

/// a[e] = f(z[e]) for every kind but softmax. a may be z.
void dk_activate(dk_activation kind, double slope, const double *z, double *a, long n);

/// delta[e] = delta[e] f'(z[e]), from dL/da to dL/dz, for every kind but softmax.
/// sigmoid: delta (a (1 - a)); tanh: delta fma(-a, a, 1); relu: delta if z > 0, else 0;
/// leaky relu: delta if z > 0, else slope delta; linear: unchanged.
void dk_activation_gradient(
  dk_activation kind, double slope, const double *z, const double *a, double *delta, long n);

/// a[s][k] = exp(z[s][k] - m) / S with m the largest z of the row and S the sum of the numerators:
/// S = others + 1, where `others` is the sum over eight lanes of the numerators below the maximum, plus
/// (number of maxima - 1). a may be z.
void dk_softmax(const double *z, double *a, long rows, long units);

/// delta[s][k] = a[s][k] (delta[s][k] - sum over eight lanes of delta a): dL/da to dL/dz through a softmax.
void dk_softmax_gradient(const double *a, double *delta, long rows, long units);

// MARK: - Losses

/// B rows, K units, d = a - t.
typedef enum dk_loss_kind {
  dk_loss_mse,       ///< sum of d^2 / (B K);                     delta = dL/da = d (2 / (B K))
  dk_loss_half_mse,  ///< sum of d^2 / (2 B K);                   delta = dL/da = d (1 / (B K))
  dk_loss_mae,       ///< sum of |d| / (B K);                     delta = dL/da = sign(d) / (B K), 0 at 0
  /// sum of d^2/2 where |d| <= c, else c (|d| - c/2), / (B K);   delta = dL/da = d limited to [-c, c] / (B K)
  dk_loss_huber,
  /// Binary cross-entropy from logits: sum of max(z,0) - z t + log1p(exp(-|z|)), / (B K);
  /// delta = dL/dz = (a - t) / (B K) with a = sigmoid(z), which it writes.
  dk_loss_bce,
  /// Cross-entropy from logits: sum of -t log softmax(z), / B; delta = dL/dz = (a T - t) / B with T the sum of
  /// the row's targets (1 for classes) and a = softmax(z), which it writes.
  dk_loss_cce,
} dk_loss_kind;

/// The value of the loss, and its derivative in delta (null: value only). All arrays are [rows][units].
/// `parameter` is Huber's c. z is read by bce and cce only (else it may be null); a is read by the
/// others, written by bce and cce. Sums go over eight lanes of the whole array
/// (mse, half_mse by fma(d, d, lane)); for cce over eight lanes of each row and then over rows in order.
double dk_loss(
  dk_loss_kind kind, double parameter, const double *z, double *a, const double *t, double *delta,
  long rows, long units);

/// The penalty l1 sum |w| + l2/2 sum w^2; adds its gradient l1 sign(w) + l2 w to dw unless that is null.
/// Sums over eight lanes. sign(0) = 0.
double dk_penalty(const double *w, double *dw, double l1, double l2, long n);

// MARK: - Optimizers

typedef enum dk_optimizer_kind {
  dk_optimizer_sgd,
  dk_optimizer_momentum,
  dk_optimizer_nesterov,
  dk_optimizer_adagrad,
  dk_optimizer_rmsprop,
  dk_optimizer_adam,
  dk_optimizer_adamw,
} dk_optimizer_kind;

/// An optimizer's settings for one step. Fields another kind needs are ignored.
typedef struct dk_optimizer {
  dk_optimizer_kind kind;
  bool centered;               ///< rmsprop: subtract the squared mean gradient
  double learning_rate;        ///< eta of this step
  double weight_decay;         ///< adamw: decoupled; all others: g <- g + weight_decay theta
  double momentum;             ///< momentum, nesterov, rmsprop: mu
  double alpha;                ///< rmsprop
  double beta1, beta2;         ///< adam, adamw
  double epsilon;              ///< adagrad, rmsprop, adam, adamw
  double learning_rate_decay;  ///< adagrad
  double gradient_scale;       ///< g <- g gradient_scale first of all (1: none); clipping by norm
  double gradient_limit;       ///< then g <- g limited to +-gradient_limit (infinity: none); clipping by value
} dk_optimizer;

/// What an optimizer remembers, each [n] and 0 at the start; null where the kind does not use it.
typedef struct dk_moments {
  double *velocity;       ///< momentum, nesterov: v; rmsprop with momentum > 0: b
  double *first_moment;   ///< adam, adamw: m; rmsprop if centered: the mean gradient
  double *second_moment;  ///< adagrad, rmsprop, adam, adamw: s (adagrad's may start above 0)
} dk_moments;

/// One update of n parameters, t = 1 in the first. Element by element, g the gradient after scaling,
/// limiting and coupled weight decay fma(weight_decay, theta, g):
///   sgd       theta = theta - (eta * g), rounded twice: a step worked out by hand comes out exactly
///   momentum  v = fma(mu, v, g);                 theta = fma(-eta, v, theta)
///   nesterov  v = fma(mu, v, g);                 theta = fma(-eta, fma(mu, v, g), theta)
///   adagrad   s = fma(g, g, s);                  theta = fma(-eta / fma(t - 1, decay, 1), g / (sqrt(s) + eps), theta)
///   rmsprop   s = fma(alpha, s, (1 - alpha) g g) with (1 - alpha) g first; centered: m = fma(alpha, m, (1 - alpha) g)
///             and sqrt(max(0, fma(-m, m, s))) for sqrt(s); d = g / (sqrt(s) + eps); theta = fma(-eta, d, theta);
///             momentum > 0: b = fma(mu, b, d);   theta = fma(-eta, b, theta)
///   adam(w)   m = fma(beta1, m, (1 - beta1) g);  s = fma(beta2, s, ((1 - beta2) g) g);
///             theta = fma(-eta / (1 - beta1^t), m / (sqrt(s (1 / (1 - beta2^t))) + eps), theta);
///             adamw first: theta = fma(-(eta weight_decay), theta, theta)
/// Moments smaller than 1e-300 become 0, so that numbers dying out never get slow.
void dk_update(
  const dk_optimizer *optimizer, long t, double *parameters, const double *gradients, dk_moments moments,
  long n);

// MARK: - Reductions

/// Sum of x^2: four accumulators of eight lanes, element e to accumulator (e div 8) mod 4, lane e mod 8,
/// by fma(x, x, sum); added as (A0 + A1) + (A2 + A3), then over the eight lanes.
double dk_sum_of_squares(const double *x, long n);

/// No element is infinite or NaN.
bool dk_all_finite(const double *x, long n);

// MARK: - Whole updates

/// One dense layer and where its numbers lie.
typedef struct dk_layer {
  long inputs, units;
  bool has_biases;
  dk_activation activation;
  double slope;                   ///< leaky relu
  double *parameters, *gradients;  ///< [inputs][units] of the weights, then a row of biases if it has them
  double *preactivations, *activations, *deltas;  ///< z, a and delta = dL/dz, each [rows][units]
} dk_layer;

typedef enum dk_clip { dk_clip_none, dk_clip_norm, dk_clip_value } dk_clip;

/// A plain network, its objective and all its numbers, which the caller owns. The last layer's activation must be
/// sigmoid for bce and softmax for cce; softmax is for the last layer only.
typedef struct dk_plan {
  const dk_layer *layers;  ///< [layer_count], first hidden layer to output
  long layer_count;
  long parameter_count;
  double *parameters, *gradients;  ///< [parameter_count], those of all layers; gaps must hold 0
  dk_moments moments;              ///< null where the optimizer needs none
  dk_loss_kind loss;
  double loss_parameter;
  double l1, l2;  ///< penalties on all weights, part of loss and gradients
  dk_clip clip;
  double clip_maximum;
} dk_plan;

/// The loss of a batch before the update; small enough to be handed back in registers.
typedef struct dk_losses {
  double data;       ///< without penalties
  double objective;  ///< with penalties
} dk_losses;

/// A whole update on the rows of x [rows][inputs of the first layer] in one call: dk_affine and dk_activate (or
/// dk_softmax) layer by layer; dk_loss; from the last layer to the first dk_input_gradient and dk_activation_gradient
/// into the layer below, and dk_weight_gradient; dk_penalty from the first layer to the last, summed in that order;
/// clipping; dk_update. The bits are those of the single kernels called in that order. The gradients keep their
/// unclipped values. The plan's clipping takes the place of the optimizer's gradient_scale and gradient_limit.
dk_losses dk_train_step(
  const dk_plan *plan, const dk_optimizer *optimizer, long t, const double *x,
  const double *targets, long rows);

/// dk_train_step `count` times on one batch at one rate, the first with this t; no further once a loss is not finite.
/// losses [count] receives the objectives. Returns how many steps were made.
long dk_train_steps(
  const dk_plan *plan, const dk_optimizer *optimizer, long t, const double *x,
  const double *targets, long rows, long count, double *losses);

/// dk_train_step for eight networks of one plan at once, without penalties, clipping and softmax.
/// Every number of the plan, of x and of targets is eight numbers side by side, one a network, so all
/// blocks are eight times as long; losses receives eight numbers. The bits are those of eight calls.
void dk_train_lanes(
  const dk_plan *plan, const dk_optimizer *optimizer, long t, const double *x,
  const double *targets, long rows, double *losses);

// MARK: - Variants

/// The kernels compiled for one instruction set; the functions above call the widest this machine has.
typedef struct dk_kernels {
  const char *name;
  void (*map)(dk_function, const double *, double *, long);  ///< y[e] = function(x[e]); y may be x
  void (*affine)(const double *, const double *, const double *, double *, long, long, long);
  void (*weight_gradient)(const double *, const double *, double *, double *, long, long, long);
  void (*input_gradient)(const double *, const double *, double *, long, long, long);
  void (*activate)(dk_activation, double, const double *, double *, long);
  void (*activation_gradient)(
    dk_activation, double, const double *, const double *, double *, long);
  void (*softmax)(const double *, double *, long, long);
  void (*softmax_gradient)(const double *, double *, long, long);
  double (*loss)(
    dk_loss_kind, double, const double *, double *, const double *, double *, long, long);
  double (*penalty)(const double *, double *, double, double, long);
  void (*update)(const dk_optimizer *, long, double *, const double *, dk_moments, long);
  double (*sum_of_squares)(const double *, long);
  bool (*all_finite)(const double *, long);
  dk_losses (*train_step)(
    const dk_plan *, const dk_optimizer *, long, const double *, const double *, long);
  long (*train_steps)(
    const dk_plan *, const dk_optimizer *, long, const double *, const double *, long, long,
    double *);
  void (*train_lanes)(
    const dk_plan *, const dk_optimizer *, long, const double *, const double *, long, double *);
} dk_kernels;

/// How many variants this machine can run, narrowest first; at least one.
long dk_variant_count(void);

/// Variant `index`; the last is the one in use unless something else was asked for.
const dk_kernels *dk_variant(long index);

/// The name of the variant in use.
const char *dk_variant_in_use(void);

/// Makes the functions above call variant `index` from now on, for tests and measurements. The environment
/// variable DOWNHILL_KERNELS, read once at the first call, does the same by name: baseline, avx2 or avx512;
/// a name that this machine cannot run means the widest variant. All variants give the same bits.
void dk_use_variant(long index);

#ifdef __cplusplus
}
#endif
