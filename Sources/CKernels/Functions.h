// The elementary functions over arrays.
#pragma once

#include "Angles.h"
#include "LaneArrays.h"

static void map(dk_function function, const double *x, double *y, long n) {
  switch (function) {
    case dk_function_exp: forLanes(n) put(y + e, expLanes(take(x + e, count)), count); break;
    case dk_function_log: forLanes(n) put(y + e, logLanes(take(x + e, count)), count); break;
    case dk_function_log1p: forLanes(n) put(y + e, log1pLanes(take(x + e, count)), count); break;
    case dk_function_tanh: forLanes(n) put(y + e, tanhLanes(take(x + e, count)), count); break;
    case dk_function_sigmoid:
      forLanes(n) put(y + e, logistic(take(x + e, count)).sigmoid, count);
      break;
    case dk_function_softplus:
      forLanes(n) put(y + e, softplusLanes(take(x + e, count)), count);
      break;
    case dk_function_cos: for (long e = 0; e < n; e++) y[e] = cosOf(x[e]); break;
    case dk_function_sin: for (long e = 0; e < n; e++) y[e] = sinOf(x[e]); break;
  }
}
