// exp, log, log1p, tanh, sigmoid, softplus in lanes: branch-free, made of correctly rounded operations only, so
// that they give the same bits everywhere.
//
// The method is the classical one: reduce the argument exactly (Cody and Waite), a polynomial on the short
// interval that is left, and the last addition carried in two doubles (Dekker's fast two-sum), so that
// little more than the final rounding is lost. The polynomials are our own Chebyshev fits, computed with
// 300 bits and rounded to doubles; each fit's error is below 2^-60 of the result.
//
// Largest errors measured, in units in the last place, against mpmath on 600,000 random arguments each:
//   exp 0.62   log 0.55   log1p 0.54   tanh 0.77   sigmoid 0.62   softplus 0.79
// (results below 2.2e-308: 1.0 at most, since the result is rounded a second time to the denormal grid).
// NaN in, or no real result: the one NaN 0x7ff8000000000000.
#pragma once

#include "Lanes.h"

static const double notANumber = __builtin_nan("");
static const double infinite = __builtin_inf();

/// Adding 1.5 2^52 rounds to an integer, which then sits in the low bits.
static const double roundingShift = 0x1.8p52;
/// ln 2 in two parts; a whole number below 2^11 times the first is exact.
static const double ln2High = 0x1.62e42fefa3000p-1, ln2Low = 0x1.3de6af278ece6p-42;

INLINE Lanes canonicalNaN(Lanes x, Lanes result) { return choose(x != x, all(notANumber), result); }

// MARK: exp

/// exp(x) = 2^k (1 + head + headLow + tail (1 + growth)), |head| < 0.35, |tail| < 0.08.
typedef struct ReducedExp {
  Lanes k, head, headLow, tail, growth;
} ReducedExp;

/// Needs |x| < 1000. k = round(x / ln 2); of x - k ln 2, r is what is left after the high part of ln 2, exactly, and
/// growth = -k times the low part, so small that exp(growth) = 1 + growth. exp(r) - 1 = r + r^2/2 + r^3 p(r).
/// So p need not wait for the low part: networks of a few units do little but wait here.
INLINE ReducedExp reducedExp(Lanes x) {
  Lanes k = fma_(x, all(0x1.71547652b82fep+0), all(roundingShift)) - roundingShift;
  Lanes r = fma_(-k, all(ln2High), x);
  Lanes growth = -k * ln2Low;
  Lanes head = fma_(growth, 1 + r, r);
  Lanes headLow = fma_(growth, 1 + r, r - head);
  Lanes r2 = r * r, r3 = r2 * r, r4 = r2 * r2;
  Lanes p01 = fma_(r, all(0x1.5555555555555p-5), all(0x1.5555555555556p-3));
  Lanes p23 = fma_(r, all(0x1.6c16c16c167e1p-10), all(0x1.11111111109b3p-7));
  Lanes p45 = fma_(r, all(0x1.a01a01a47b054p-16), all(0x1.a01a01a7c41d5p-13));
  Lanes p67 = fma_(r, all(0x1.27e4e1f48534fp-22), all(0x1.71de0dae63bb3p-19));
  Lanes p89 = fma_(r, all(0x1.1f66df7fca49fp-29), all(0x1.af38a9b0ec855p-26));
  Lanes p0123 = fma_(p23, r2, p01), p456789 = fma_(p89, r4, fma_(p67, r2, p45));
  Lanes tail = fma_(r3 * r4, p456789, fma_(r3, p0123, 0.5 * r2));
  return (ReducedExp){k, head, headLow, tail, growth};
}

/// exp(x) = 2^k (high + low), |low| at most half a unit in the last place of high.
typedef struct ScaledExp {
  Lanes high, low;
} ScaledExp;

INLINE ScaledExp scaledExp(ReducedExp e) {
  Lanes tail = fma_(e.tail, e.growth, e.tail);
  Lanes rest = e.head + tail;
  Lanes restLow = (e.head - rest) + tail + e.headLow;
  Lanes high = 1 + rest;
  return (ScaledExp){high, ((1 - high) + rest) + restLow};
}

/// 2^k for a whole k, -1022 <= k <= 1023.
INLINE Lanes powerOfTwo(Lanes k) {
  return (Lanes)((UnsignedBits)((Bits)(k + roundingShift) + 1023) << 52);
}

/// x 2^k for |k| < 2000, rounded once: half of k first, which is exact.
INLINE Lanes scaled(Lanes x, Lanes k) {
  Lanes half = fma_(k, all(0.5), all(roundingShift)) - roundingShift;
  return x * powerOfTwo(half) * powerOfTwo(k - half);
}

/// min(x, most) and max(x, least); NaN stays.
INLINE Lanes atMost(Lanes x, double most) { return choose(x > most, all(most), x); }
INLINE Lanes atLeast(Lanes x, double least) { return choose(x < least, all(least), x); }

/// The same in one instruction, where NaN may become anything.
INLINE Lanes capped(Lanes x, double most) { return __builtin_elementwise_min(x, all(most)); }
INLINE Lanes floored(Lanes x, double least) { return __builtin_elementwise_max(x, all(least)); }

INLINE Lanes expLanes(Lanes x) {
  ReducedExp reduced = reducedExp(floored(capped(x, 720), -750));
  ScaledExp e = scaledExp(reduced);
  return canonicalNaN(x, scaled(e.high + e.low, reduced.k));
}

// MARK: sigmoid and tanh

/// base + power * (exp's 1 + head + tail and so on, less 1) in two doubles; |base| >= |power|, both exact but for baseLow.
INLINE Lanes grownFrom(Lanes base, Lanes baseLow, Lanes power, ReducedExp e, Lanes *low) {
  Lanes sum = fma_(power, e.head, base);
  Lanes sumLow = fma_(power, e.headLow, fma_(power, e.head, base - sum) + baseLow);
  Lanes grown = fma_(power, e.growth, power);
  Lanes high = fma_(grown, e.tail, sum);
  *low = fma_(grown, e.tail, sum - high) + sumLow;
  return high;
}

/// (n + nLow) / (d + dLow) = rough + residue reciprocal: a quotient, and one Newton correction from its exact residue.
typedef struct Quotient {
  Lanes rough, reciprocal, residue;
} Quotient;

INLINE Quotient quotient(Lanes n, Lanes nLow, Lanes d, Lanes dLow) {
  Lanes reciprocal = 1 / d;
  Lanes q = n * reciprocal;
  return (Quotient){q, reciprocal, fma_(-q, d, n) + fma_(-q, dLow, nLow)};
}

/// With e = exp(-|x|): the sigmoid, 1 / (1 + e) for x >= 0 and e / (1 + e) below; 1 + e = sum + sumLow; and what is
/// log(1 + e) where e is small, e - e^2 / 2.
typedef struct Logistic {
  Lanes sigmoid, sum, sumLow, smallLog;
} Logistic;

INLINE Logistic logistic(Lanes x) {
  ReducedExp reduced = reducedExp(floored(-magnitude(x), -750));
  ScaledExp e = scaledExp(reduced);
  // d = 1 + e, where the smallest powers move nothing.
  Lanes power = powerOfTwo(floored(reduced.k, -1022));
  Lanes smallLog = scaled(e.high + fma_(-0.5 * power * e.high, e.high, e.low), reduced.k);
  Lanes base = 1 + power, dLow;
  Lanes d = grownFrom(base, (1 - base) + power, power, reduced, &dLow);
  Bits positive = x >= 0;
  Lanes n = choose(positive, all(1), e.high), nLow = choose(positive, all(0), e.low);
  Lanes k = choose(positive, all(0), reduced.k);
  Quotient q = quotient(n, nLow, d, dLow);
  Lanes sigmoid =
    canonicalNaN(x, fma_(q.residue, scaled(q.reciprocal, k), scaled(q.rough, k)));
  return (Logistic){sigmoid, d, dLow, smallLog};
}

/// tanh |x| = (1 - e) / (1 + e) with e = exp(-2|x|), 1 - e taken from exp - 1 so that nothing cancels.
INLINE Lanes tanhLanes(Lanes x) {
  ReducedExp e = reducedExp(-2 * capped(magnitude(x), 22));
  Lanes power = powerOfTwo(e.k);
  Lanes base = 1 - power, nLow;
  Lanes n = grownFrom(base, (1 - base) - power, -power, e, &nLow);
  Lanes d = 2 - n;
  Lanes dLow = ((2 - d) - n) - nLow;
  Quotient q = quotient(n, nLow, d, dLow);
  return canonicalNaN(x, withSign(fma_(q.residue, q.reciprocal, q.rough), x));
}

// MARK: log

/// k log 2 + 2 atanh s, where s = (n + nLow) / (d + dLow) and |s| < 0.18: 2 atanh s = 2 s + s^3 p(s^2).
INLINE Lanes logOfQuotient(Lanes n, Lanes nLow, Lanes d, Lanes dLow, Lanes k) {
  Quotient q = quotient(n, nLow, d, dLow);
  Lanes s = q.rough, sLow = q.residue * q.reciprocal;
  Lanes w = s * s, w2 = w * w;
  Lanes p01 = fma_(w, all(0x1.9999999999a38p-2), all(0x1.5555555555555p-1));
  Lanes p23 = fma_(w, all(0x1.c71c72017790fp-3), all(0x1.2492492476bb8p-2));
  Lanes p45 = fma_(w, all(0x1.3b1c380e2aaaap-3), all(0x1.745cf8f7d6178p-3));
  Lanes p67 = fma_(w, all(0x1.0c0690a01ef8ep-3), all(0x1.0fbe4d80f09b0p-3));
  Lanes p = fma_(fma_(p67, w2, p45), w2 * w2, fma_(p23, w2, p01));
  Lanes low = fma_(s * w, p, 2 * sLow);
  Lanes twice = 2 * s;

  Lanes whole = k * ln2High;  // exact
  Lanes high = whole + twice;
  Lanes lost = (whole - high) + twice;
  return high + (lost + fma_(k, all(ln2Low), low));
}

/// log(u + uLow) for u > 0 finite and normal, |uLow| at most half a unit in the last place of u, or u = 1.
/// u = 2^k m with m in [sqrt(1/2), sqrt 2); f = m - 1; log(1 + f) = 2 atanh(f / (2 + f)).
INLINE Lanes logOfSum(Lanes u, Lanes uLow, Lanes extraExponent) {
  // 0x3fe6a09e667f3bcd is sqrt(1/2): subtracting it turns the exponent field into k.
  Bits shifted = (Bits)u - 0x3fe6a09e667f3bcdL;
  Bits exponentBits = shifted & (Bits)(-0x10000000000000L);
  Lanes m = (Lanes)((Bits)u - exponentBits);
  // k as a double, without a conversion instruction: the biased field in the low bits of 2^52.
  Bits field = (Bits)((UnsignedBits)(shifted + (1L << 62)) >> 52);
  Lanes k = (Lanes)(field | 0x4330000000000000L) - (0x1p52 + 1024);
  // 2^-k in two halves would be needed for k near 1024 only; there uLow is 0 or far below notice.
  Lanes down = powerOfTwo(atLeast(-k, -1000));
  Lanes f = (m - 1) + uLow * down;
  Lanes fLow = ((m - 1) - f) + uLow * down;
  k += extraExponent;

  Lanes d = 2 + f;
  return logOfQuotient(f, fLow, d, ((2 - d) + f) + fLow, k);
}

/// Where a logarithm has no finite value: log 0 = -inf, log inf = inf, NaN below 0.
INLINE Lanes withLogLimits(Lanes u, Lanes result) {
  result = choose(u == infinite, all(infinite), result);
  result = choose(u == 0, all(-infinite), result);
  return choose((u != u) | (u < 0), all(notANumber), result);
}

INLINE Lanes logLanes(Lanes x) {
  Bits tiny = x < 0x1p-1022;
  Lanes normal = choose(tiny, x * 0x1p54, x);
  return withLogLimits(x, logOfSum(normal, all(0), choose(tiny, all(-54), all(0))));
}

/// log(1 + x): 1 + x in two doubles; below 2^-54 the result is x itself (also -0 and denormals).
INLINE Lanes log1pLanes(Lanes x) {
  Lanes u = 1 + x;
  Lanes fromOne = (1 - u) + x, fromX = (x - u) + 1;
  Lanes uLow = choose(magnitude(x) > 1, fromX, fromOne);
  Lanes result = withLogLimits(u, logOfSum(u, uLow, all(0)));
  return choose(magnitude(x) < 0x1p-54, x, result);
}

// MARK: softplus

/// log(1 + e) of a logistic: 1 + e lies between 1 and 2, so k is 0 or 1 and s = (1 + e - 2^k) / (1 + e + 2^k).
INLINE Lanes logOfSumOf(Logistic l) {
  Bits isLarge = l.sum > 0x1.6a09e667f3bcdp+0;
  Lanes power = choose(isLarge, all(2), all(1)), k = choose(isLarge, all(1), all(0));
  Lanes d = l.sum + power;
  Lanes result = logOfQuotient(l.sum - power, l.sumLow, d, ((power - d) + l.sum) + l.sumLow, k);
  return choose(l.sum > 1 + 0x1p-30, result, l.smallLog);
}

/// log(1 + exp x) = max(x, 0) + log(1 + exp(-|x|)).
INLINE Lanes softplusLanes(Lanes x) {
  return canonicalNaN(x, choose(x <= 0, all(0), x) + logOfSumOf(logistic(x)));
}
