// cos and sin, one number at a time: made of correctly rounded operations only, so that they give the same bits
// everywhere. Largest errors measured against mpmath: cos 0.81, sin 0.79 units in the last place.
#pragma once

#include "Elementary.h"

/// 64 zeros, then the first 1280 bits of 2 / pi.
static const unsigned long long twoOverPi[21] = {
  0, 0xa2f9836e4e441529, 0xfc2757d1f534ddc0, 0xdb6295993c439041, 0xfe5163abdebbc561,
  0xb7246e3a424dd2e0, 0x06492eea09d1921c, 0xfe1deb1cb129a73e, 0xe88235f52ebb4484,
  0xe99c7026b45f7e41, 0x3991d639835339f4, 0x9c845f8bbdf9283b, 0x1ff897ffde05980f,
  0xef2f118b5a0a6d1f, 0x6d367ecf27cb09b7, 0x4f463f669e5fea2d, 0x7527bac7ebe5f17b,
  0x3d0739f78a5292ea, 0x6bfb5fb11f8d5d08, 0x56033046fc7b6bab, 0xf0cfbc209af4361d,
};

/// |x| = (quadrant + whole turns) pi/2 + (high + low), |high| <= pi/4.
typedef struct ReducedAngle {
  double high, low;
  int quadrant;
} ReducedAngle;

/// Payne and Hanek's reduction for finite x >= 4: of 2/pi only those 192 bits are used that neither give
/// whole turns (four quadrants) nor fall below notice.
INLINE ReducedAngle reducedLargeAngle(double x) {
  unsigned long long bits;
  __builtin_memcpy(&bits, &x, sizeof bits);
  const int exponent = (int)(bits >> 52) - 1075;  // x = mantissa 2^exponent
  const unsigned long long mantissa = (bits & 0xfffffffffffffULL) | 0x10000000000000ULL;
  // The first bit used weighs 2^(1 - exponent): times the last bit of x, two quadrants.
  const int first = 64 + exponent - 2;
  unsigned long long window[3];
  for (int i = 0; i < 3; i++) {
    const int word = (first >> 6) + i, shift = first & 63;
    window[i] =
      shift ? twoOverPi[word] << shift | twoOverPi[word + 1] >> (64 - shift) : twoOverPi[word];
  }
  // The product modulo 4 quadrants: two bits before the binary point, 190 behind it.
  unsigned __int128 low = (unsigned __int128)mantissa * window[2];
  unsigned __int128 middle =
    (unsigned __int128)mantissa * window[1] + (unsigned long long)(low >> 64);
  unsigned long long top = mantissa * window[0] + (unsigned long long)(middle >> 64);
  int quadrant = (int)(top >> 62);
  unsigned __int128 fraction = ((unsigned __int128)top << 64 | (unsigned long long)middle) << 2
    | (unsigned long long)low >> 62;
  // To the nearest quadrant: from a half on it counts backwards from the next.
  const bool above = fraction >> 127;
  if (above) fraction = -fraction, quadrant += 1;
  // No double comes within 2^-64 of a multiple of pi/2, so the upper half is never 0.
  const int zeros = __builtin_clzll((unsigned long long)(fraction >> 64) | 1);
  fraction <<= zeros;
  const unsigned long long scaleBits = (unsigned long long)(1023 - 53 - zeros) << 52;
  double scale;
  __builtin_memcpy(&scale, &scaleBits, sizeof scale);
  const double turn = (double)(unsigned long long)(fraction >> 75) * scale;
  const double turnLow =
    (double)(unsigned long long)(fraction >> 22 & 0x1fffffffffffffULL) * (scale * 0x1p-53);
  const double product = turn * 0x1.921fb54442d18p+0;
  double rest = __builtin_fma(turn, 0x1.921fb54442d18p+0, -product);
  rest = __builtin_fma(turn, 0x1.1a62633145c07p-54, rest);
  rest = __builtin_fma(turnLow, 0x1.921fb54442d18p+0, rest);
  const double high = product + rest;
  rest = (product - high) + rest;
  return above ? (ReducedAngle){-high, -rest, quadrant & 3} : (ReducedAngle){high, rest, quadrant};
}

/// For finite x >= 0. Up to 4 the quadrant is at most 3 and pi/2 in three parts is enough: the products with
/// the first two are exact.
INLINE ReducedAngle reducedAngle(double x) {
  if (x >= 4) return reducedLargeAngle(x);
  const double k = __builtin_fma(x, 0x1.45f306dc9c883p-1, roundingShift) - roundingShift;
  const double a = __builtin_fma(-k, 0x1.921fb54400000p+0, x);
  const double b = k * 0x1.0b4611a600000p-34;
  const double difference = a - b, part = difference - a;
  const double lost = (a - (difference - part)) - (b + part);
  const double rest = lost - k * 0x1.3198a2e037073p-69;
  const double high = difference + rest;
  return (ReducedAngle){high, (difference - high) + rest, (int)k};
}

INLINE double sinNear0(double x, double xLow) {
  const double w = x * x;
  double p = -0x1.ab17a79237a19p-41;
  p = __builtin_fma(p, w, 0x1.61217ec01749dp-33);
  p = __builtin_fma(p, w, -0x1.ae64541266378p-26);
  p = __builtin_fma(p, w, 0x1.71de3a54605eep-19);
  p = __builtin_fma(p, w, -0x1.a01a01a019936p-13);
  p = __builtin_fma(p, w, 0x1.1111111111110p-7);
  p = __builtin_fma(p, w, -0x1.5555555555555p-3);
  return x + __builtin_fma(w * x, p, xLow);
}

INLINE double cosNear0(double x, double xLow) {
  const double w = x * x;
  double p = 0x1.ab783376962cfp-45;
  p = __builtin_fma(p, w, -0x1.9394b9c9c20a4p-37);
  p = __builtin_fma(p, w, 0x1.1eed8deb6d561p-29);
  p = __builtin_fma(p, w, -0x1.27e4fb7712bdfp-22);
  p = __builtin_fma(p, w, 0x1.a01a01a019d0ap-16);
  p = __builtin_fma(p, w, -0x1.6c16c16c16c16p-10);
  p = __builtin_fma(p, w, 0x1.5555555555555p-5);
  const double half = 0.5 * w, high = 1 - half;
  return high + (((1 - high) - half) + __builtin_fma(w * w, p, -x * xLow));
}

INLINE double cosOf(double x) {
  if (!(__builtin_fabs(x) < infinite)) return notANumber;
  const ReducedAngle r = reducedAngle(__builtin_fabs(x));
  const double value = r.quadrant & 1 ? sinNear0(r.high, r.low) : cosNear0(r.high, r.low);
  return r.quadrant == 1 || r.quadrant == 2 ? -value : value;
}

INLINE double sinOf(double x) {
  if (!(__builtin_fabs(x) < infinite)) return notANumber;
  if (x == 0) return x;
  const ReducedAngle r = reducedAngle(__builtin_fabs(x));
  double value = r.quadrant & 1 ? cosNear0(r.high, r.low) : sinNear0(r.high, r.low);
  if (r.quadrant & 2) value = -value;
  return x < 0 ? -value : value;
}
