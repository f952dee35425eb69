// Lanes to and from arrays, and the sums over eight of them.
#pragma once

#include "Lanes.h"

typedef double LanesInMemory __attribute__((ext_vector_type(8), aligned(8)));
typedef double Quad __attribute__((ext_vector_type(4)));
typedef double QuadInMemory __attribute__((ext_vector_type(4), aligned(8)));
typedef double Pair __attribute__((ext_vector_type(2)));
typedef double PairInMemory __attribute__((ext_vector_type(2), aligned(8)));

INLINE Lanes load(const double *p) { return *(const LanesInMemory *)p; }
INLINE void store(double *p, Lanes x) { *(LanesInMemory *)p = x; }
INLINE Quad loadQuad(const double *p) { return *(const QuadInMemory *)p; }
INLINE void storeQuad(double *p, Quad x) { *(QuadInMemory *)p = x; }
INLINE Pair loadPair(const double *p) { return *(const PairInMemory *)p; }
INLINE void storePair(double *p, Pair x) { *(PairInMemory *)p = x; }

/// The n < 8 numbers at p; 0 in the other lanes. Reads only what is there, in the widest pieces, so that
/// what was just written in the same pieces can be forwarded from the store queue.
INLINE Lanes loadFirst(const double *p, long n) {
  const Quad none = 0;
  switch (n) {
    case 1: return (Lanes){p[0], 0, 0, 0, 0, 0, 0, 0};
    case 2: {
      Quad a = __builtin_shufflevector(loadPair(p), (Pair)0, 0, 1, 2, 3);
      return __builtin_shufflevector(a, none, 0, 1, 2, 3, 4, 5, 6, 7);
    }
    case 3: {
      Pair a = loadPair(p);
      Quad q = {a.x, a.y, p[2], 0};
      return __builtin_shufflevector(q, none, 0, 1, 2, 3, 4, 5, 6, 7);
    }
    case 4: return __builtin_shufflevector(loadQuad(p), none, 0, 1, 2, 3, 4, 5, 6, 7);
    case 5: {
      Quad b = {p[4], 0, 0, 0};
      return __builtin_shufflevector(loadQuad(p), b, 0, 1, 2, 3, 4, 5, 6, 7);
    }
    case 6: {
      Quad b = __builtin_shufflevector(loadPair(p + 4), (Pair)0, 0, 1, 2, 3);
      return __builtin_shufflevector(loadQuad(p), b, 0, 1, 2, 3, 4, 5, 6, 7);
    }
    case 7: {
      Pair a = loadPair(p + 4);
      Quad b = {a.x, a.y, p[6], 0};
      return __builtin_shufflevector(loadQuad(p), b, 0, 1, 2, 3, 4, 5, 6, 7);
    }
    default: return all(0);
  }
}

/// Writes the first n < 8 lanes.
INLINE void storeFirst(double *p, Lanes x, long n) {
  switch (n) {
    case 1: p[0] = x.s0; break;
    case 2: storePair(p, x.s01); break;
    case 3: storePair(p, x.s01), p[2] = x.s2; break;
    case 4: storeQuad(p, x.s0123); break;
    case 5: storeQuad(p, x.s0123), p[4] = x.s4; break;
    case 6: storeQuad(p, x.s0123), storePair(p + 4, x.s45); break;
    case 7: storeQuad(p, x.s0123), storePair(p + 4, x.s45), p[6] = x.s6; break;
    default: break;
  }
}

/// Goes through n elements in groups of lanes: `e` is the group's first element, `count` how many there are.
#define forLanes(n) \
  for (long e = 0, count; (count = (n) - e < laneCount ? (n) - e : laneCount) > 0; e += laneCount)

/// `count` numbers, 0 < count <= 8; 0 in the other lanes.
INLINE Lanes take(const double *p, long count) {
  return __builtin_expect(count == laneCount, 1) ? load(p) : loadFirst(p, count);
}
INLINE void put(double *p, Lanes x, long count) {
  if (__builtin_expect(count == laneCount, 1)) store(p, x);
  else storeFirst(p, x, count);
}

/// Keeps the first `count` lanes and puts `other` into the rest.
INLINE Lanes keepFirst(Lanes x, long count, double other) {
  const Bits lane = {0, 1, 2, 3, 4, 5, 6, 7};
  return count == laneCount ? x : choose(lane < (Bits)count, x, all(other));
}

/// ((l0+l4)+(l2+l6)) + ((l1+l5)+(l3+l7)).
INLINE double sumOfLanes(Lanes x) {
  Quad q = x.s0123 + x.s4567;
  Pair p = q.xy + q.zw;
  return p.x + p.y;
}

/// The largest lane; no lane is NaN.
INLINE double largestLane(Lanes x) {
  Quad q = __builtin_elementwise_max(x.s0123, x.s4567);
  Pair p = __builtin_elementwise_max(q.xy, q.zw);
  return p.x > p.y ? p.x : p.y;
}
