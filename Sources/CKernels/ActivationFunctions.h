// Activation functions and their derivatives.
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
