// Which variant runs: found out once, at the first call. Finding out twice at the same time does no harm.
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "Prelude.h"

/// The variants this machine can run, narrowest first.
static long variants(const dk_kernels *found[3]) {
  long count = 0;
  found[count++] = &baselineKernels;
#if defined(__x86_64__)
  __builtin_cpu_init();
  const bool avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")
    && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2");
  if (avx2) found[count++] = &avx2Kernels;
  if (avx2 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq")
      && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bw"))
    found[count++] = &avx512Kernels;
#endif
  return count;
}

long dk_variant_count(void) {
  const dk_kernels *found[3];
  return variants(found);
}

const dk_kernels *dk_variant(long index) {
  const dk_kernels *found[3];
  return index >= 0 && index < variants(found) ? found[index] : NULL;
}

static _Atomic(const dk_kernels *) chosen;

/// The variant that the environment asks for; the widest if it asks for none, or for one that is not here.
static const dk_kernels *wanted(void) {
  static const char *const names[] = {"baseline", "avx2", "avx512"};
  const char *name = getenv("DOWNHILL_KERNELS");
  const dk_kernels *found[3];
  const long count = variants(found);
  for (long index = 0; name && index < count; index++)
    if (strcmp(name, names[index]) == 0) return found[index];
  return found[count - 1];
}

void dk_use_variant(long index) {
  const dk_kernels *kernels = dk_variant(index);
  if (kernels) atomic_store_explicit(&chosen, kernels, memory_order_relaxed);
}

static const dk_kernels *inUse(void) {
  const dk_kernels *kernels = atomic_load_explicit(&chosen, memory_order_relaxed);
  if (__builtin_expect(kernels == NULL, 0)) {
    kernels = wanted();
    atomic_store_explicit(&chosen, kernels, memory_order_relaxed);
  }
  return kernels;
}

const char *dk_variant_in_use(void) { return inUse()->name; }

static double one(dk_function function, double x) {
  double y;
  inUse()->map(function, &x, &y, 1);
  return y;
}

double dk_exp(double x) { return one(dk_function_exp, x); }
double dk_log(double x) { return one(dk_function_log, x); }
double dk_log1p(double x) { return one(dk_function_log1p, x); }
double dk_tanh(double x) { return one(dk_function_tanh, x); }
double dk_sigmoid(double x) { return one(dk_function_sigmoid, x); }
double dk_softplus(double x) { return one(dk_function_softplus, x); }
double dk_cos(double x) { return one(dk_function_cos, x); }
double dk_sin(double x) { return one(dk_function_sin, x); }

double dk_power(double base, long n) { return power(base, n); }

void dk_affine(
  const double *x, const double *w, const double *b, double *z, long rows, long inputs, long units) {
  inUse()->affine(x, w, b, z, rows, inputs, units);
}
void dk_weight_gradient(
  const double *x, const double *delta, double *dw, double *db, long rows, long inputs, long units) {
  inUse()->weight_gradient(x, delta, dw, db, rows, inputs, units);
}
void dk_input_gradient(
  const double *delta, const double *w, double *dx, long rows, long inputs, long units) {
  inUse()->input_gradient(delta, w, dx, rows, inputs, units);
}
INLINE void gatherRows(
  const double *source, const long *indices, double *out, long rows, long width) {
  for (long r = 0; r < rows; r++)
    memcpy(out + r * width, source + indices[r] * width, (size_t)width * sizeof(double));
}

/// Neighbors that stay neighbors are copied together.
static void gatherRuns(
  const double *source, const long *indices, double *out, long rows, long width) {
  for (long r = 0; r < rows;) {
    const long first = r++;
    while (r < rows && indices[r] == indices[r - 1] + 1) r++;
    memcpy(
      out + first * width, source + indices[first] * width,
      (size_t)((r - first) * width) * sizeof(double));
  }
}

/// Where the width is known to the compiler, no row costs a call.
void dk_gather(const double *source, const long *indices, double *out, long rows, long width) {
  switch (width) {
    case 1: return gatherRows(source, indices, out, rows, 1);
    case 2: return gatherRows(source, indices, out, rows, 2);
    case 3: return gatherRows(source, indices, out, rows, 3);
    case 4: return gatherRows(source, indices, out, rows, 4);
    default: return gatherRuns(source, indices, out, rows, width);
  }
}
void dk_activate(dk_activation kind, double slope, const double *z, double *a, long n) {
  inUse()->activate(kind, slope, z, a, n);
}
void dk_activation_gradient(
  dk_activation kind, double slope, const double *z, const double *a, double *delta, long n) {
  inUse()->activation_gradient(kind, slope, z, a, delta, n);
}
void dk_softmax(const double *z, double *a, long rows, long units) {
  inUse()->softmax(z, a, rows, units);
}
void dk_softmax_gradient(const double *a, double *delta, long rows, long units) {
  inUse()->softmax_gradient(a, delta, rows, units);
}
double dk_loss(
  dk_loss_kind kind, double parameter, const double *z, double *a, const double *t, double *delta,
  long rows, long units) {
  return inUse()->loss(kind, parameter, z, a, t, delta, rows, units);
}
double dk_penalty(const double *w, double *dw, double l1, double l2, long n) {
  return inUse()->penalty(w, dw, l1, l2, n);
}
void dk_update(
  const dk_optimizer *optimizer, long t, double *parameters, const double *gradients, dk_moments moments,
  long n) {
  inUse()->update(optimizer, t, parameters, gradients, moments, n);
}
double dk_sum_of_squares(const double *x, long n) { return inUse()->sum_of_squares(x, n); }
bool dk_all_finite(const double *x, long n) { return inUse()->all_finite(x, n); }
dk_losses dk_train_step(
  const dk_plan *plan, const dk_optimizer *optimizer, long t, const double *x, const double *targets,
  long rows) {
  return inUse()->train_step(plan, optimizer, t, x, targets, rows);
}
long dk_train_steps(
  const dk_plan *plan, const dk_optimizer *optimizer, long t, const double *x, const double *targets,
  long rows, long count, double *losses) {
  return inUse()->train_steps(plan, optimizer, t, x, targets, rows, count, losses);
}
void dk_train_lanes(
  const dk_plan *plan, const dk_optimizer *optimizer, long t, const double *x, const double *targets,
  long rows, double *losses) {
  inUse()->train_lanes(plan, optimizer, t, x, targets, rows, losses);
}
