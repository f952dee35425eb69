// The three matrix products of a dense layer. Each output element is one running sum
//   c[i][j] = fma(a[i][k], b[k][j], c[i][j])  for k = 0, 1, ...,
// so the order, and with it every bit, is given. What is free is which elements are in flight together: a
// tile of `rows` times `vectors` registers of c, filled with one pass over k.
//
// An output is covered by whole vectors; where the width is no multiple, the last vector of a tile overlaps the
// one before it. The shared columns are computed twice, equally, and no memory beyond the output is touched.
// Outputs narrower than a vector use shorter vectors.
//
// The instruction set's file defines WIDTH (doubles in a register) and TILE_ROWS.
#pragma once

#include "LaneArrays.h"

typedef double Wide __attribute__((ext_vector_type(WIDTH)));
typedef double WideInMemory __attribute__((ext_vector_type(WIDTH), aligned(8)));
/// Vectors side by side in a tile.
enum { tileVectors = 3 };
/// From how many columns and terms on packing pays.
enum { packedFromColumns = 128, packedFromTerms = 32 };

typedef double One __attribute__((ext_vector_type(1)));
typedef double OneInMemory __attribute__((ext_vector_type(1), aligned(8)));

/// How the operands of a product lie in memory: a[i][k] at a + i aRow + k aTerm, b[k][j] at b + k bTerm + j bColumn.
/// Sums start from start[i startRow + j], or from 0 if that is null.
typedef struct Product {
  long rows, columns, terms;
  const double *a;
  long aRow, aTerm;
  const double *b;
  long bTerm, bColumn;
  const double *start;
  long startRow;
  double *c;
  long cRow;
} Product;

/// One tile: rows i .. i + rows - 1; vector v covers columns j + v width, the last one `lastColumn` from j.
/// b points to the first column's terms; its vector v is `bLast` from there if it is the last, else v width.
#define DEFINE_TILE(name, Vector, VectorInMemory, width)                                             \
  INLINE void name(                                                                                  \
    const int rows, const int vectors, long terms, const double *a, long aRow, long aTerm,           \
    const double *b, long bTerm, long bColumn, long bLast, const double *start, long startRow,       \
    double *c, long cRow, long lastColumn) {                                                         \
    Vector sum[8][8];                                                                                \
    for (int i = 0; i < rows; i++)                                                                   \
      for (int v = 0; v < vectors; v++)                                                              \
        sum[i][v] = start ? *(const VectorInMemory *)(start + i * startRow                           \
                                                      + (v == vectors - 1 ? lastColumn : v * width)) \
                          : (Vector)0.0;                                                             \
    for (long k = 0; k < terms; k++) {                                                               \
      Vector right[8];                                                                               \
      for (int v = 0; v < vectors; v++) {                                                            \
        const double *p = b + k * bTerm + (v == vectors - 1 ? bLast : v * width) * bColumn;          \
        if (bColumn == 1) right[v] = *(const VectorInMemory *)p;                                     \
        else                                                                                         \
          for (int lane = 0; lane < width; lane++) right[v][lane] = p[lane * bColumn];               \
      }                                                                                              \
      for (int i = 0; i < rows; i++) {                                                               \
        const Vector left = (Vector)a[i * aRow + k * aTerm];                                         \
        for (int v = 0; v < vectors; v++) sum[i][v] = fma_(left, right[v], sum[i][v]);               \
      }                                                                                              \
    }                                                                                                \
    for (int i = 0; i < rows; i++)                                                                   \
      for (int v = 0; v < vectors; v++)                                                              \
        *(VectorInMemory *)(c + i * cRow + (v == vectors - 1 ? lastColumn : v * width)) = sum[i][v]; \
  }

DEFINE_TILE(wideTile, Wide, WideInMemory, WIDTH)
#if WIDTH > 4
DEFINE_TILE(quadTile, Quad, QuadInMemory, 4)
#endif
#if WIDTH > 2
DEFINE_TILE(pairTile, Pair, PairInMemory, 2)
#endif
DEFINE_TILE(oneTile, One, OneInMemory, 1)

/// All rows of one group of columns, in tiles of TILE_ROWS, then 4, 2, 1 rows.
#define ROWS_OF(tile, count, vectors)                                                            \
  for (; i + (count) <= p.rows; i += (count))                                                    \
    tile(                                                                                        \
      count, vectors, p.terms, p.a + i * p.aRow, p.aRow, p.aTerm, b, bTerm, p.bColumn, bLast,    \
      p.start ? p.start + i * p.startRow + j : NULL, p.startRow, p.c + i * p.cRow + j, p.cRow, last)

#define ALL_ROWS(tile, vectors)                             \
  do {                                                      \
    long i = 0;                                             \
    if (TILE_ROWS > 4) ROWS_OF(tile, TILE_ROWS, vectors);   \
    if (TILE_ROWS >= 4) ROWS_OF(tile, 4, vectors);          \
    ROWS_OF(tile, 2, vectors);                              \
    ROWS_OF(tile, 1, vectors);                              \
  } while (0)

/// Columns j .. j + vectors - 1 whole vectors or the last one overlapping, for an output of at least WIDTH.
INLINE void wideColumns(
  const Product p, long j, int vectors, long last, const double *b, long bTerm, long bLast) {
  switch (vectors) {
    case 1: ALL_ROWS(wideTile, 1); break;
    case 2: ALL_ROWS(wideTile, 2); break;
    case 3: ALL_ROWS(wideTile, 3); break;
    default: break;
  }
}

/// How many vectors the next tile takes if `left` remain: never leaving a single one behind, since the last
/// vector must have a neighbor in its tile to overlap.
INLINE int vectorsOfTile(long left) { return left == tileVectors + 1 ? 2 : left > tileVectors ? tileVectors : (int)left; }

INLINE void product(const Product p) {
  if (p.columns >= WIDTH) {
    long left = (p.columns + WIDTH - 1) / WIDTH;
    for (long j = 0; left > 0;) {
      const int vectors = vectorsOfTile(left);
      const long end = j + vectors * WIDTH < p.columns ? j + vectors * WIDTH : p.columns;
      const long last = end - WIDTH - j;
      wideColumns(p, j, vectors, last, p.b + j * p.bColumn, p.bTerm, last);
      j = end;
      left -= vectors;
    }
    return;
  }
  const double *const b = p.b;
  const long j = 0, bTerm = p.bTerm;
#if WIDTH > 4
  if (p.columns >= 4) {
    const long last = p.columns - 4, bLast = last;
    if (p.columns == 4) ALL_ROWS(quadTile, 1);
    else ALL_ROWS(quadTile, 2);
    return;
  }
#endif
#if WIDTH > 2
  if (p.columns >= 2) {
    const long last = p.columns - 2, bLast = last;
    if (p.columns == 2) ALL_ROWS(pairTile, 1);
    else ALL_ROWS(pairTile, 2);
    return;
  }
#endif
  if (p.columns == 1) {
    const long last = 0, bLast = 0;
    ALL_ROWS(oneTile, 1);
  }
}

// MARK: Packing, for operands that do not fit the first-level cache or lie across it

/// Terms and rows of a block: [terms][tileVectors WIDTH] of b and [rows][terms] of a.
enum { blockTerms = 128, blockRows = 64 };

/// b[k][j + ...] of one tile's columns to contiguous memory, vector v at v WIDTH of each term.
INLINE void packColumns(
  double *restrict packed, const Product p, long j, int vectors, long last, long firstTerm, long terms) {
  const long width = vectors * WIDTH;
  for (int v = 0; v < vectors; v++) {
    const long column = j + (v == vectors - 1 ? last : v * WIDTH);
    const double *b = p.b + firstTerm * p.bTerm + column * p.bColumn;
    double *out = packed + v * WIDTH;
    if (p.bColumn == 1) {
      for (long k = 0; k < terms; k++)
        *(WideInMemory *)(out + k * width) = *(const WideInMemory *)(b + k * p.bTerm);
      continue;
    }
    // The terms are contiguous: turn blocks of four by four.
    long k = 0;
#if WIDTH >= 4
    for (; k + 4 <= terms; k += 4)
      for (int lane = 0; lane < WIDTH; lane += 4) {
        const double *q = b + lane * p.bColumn + k;
        const Quad r0 = loadQuad(q), r1 = loadQuad(q + p.bColumn);
        const Quad r2 = loadQuad(q + 2 * p.bColumn), r3 = loadQuad(q + 3 * p.bColumn);
        const Quad a = __builtin_shufflevector(r0, r1, 0, 4, 2, 6);
        const Quad c = __builtin_shufflevector(r0, r1, 1, 5, 3, 7);
        const Quad d = __builtin_shufflevector(r2, r3, 0, 4, 2, 6);
        const Quad f = __builtin_shufflevector(r2, r3, 1, 5, 3, 7);
        double *o = out + k * width + lane;
        storeQuad(o, __builtin_shufflevector(a, d, 0, 1, 4, 5));
        storeQuad(o + width, __builtin_shufflevector(c, f, 0, 1, 4, 5));
        storeQuad(o + 2 * width, __builtin_shufflevector(a, d, 2, 3, 6, 7));
        storeQuad(o + 3 * width, __builtin_shufflevector(c, f, 2, 3, 6, 7));
      }
#endif
    for (; k < terms; k++)
      for (int lane = 0; lane < WIDTH; lane++) out[k * width + lane] = b[lane * p.bColumn + k];
  }
}

/// Rows i .. of a to groups of TILE_ROWS: [group][term][row of the group].
INLINE void packRows(
  double *restrict packed, const Product p, long firstRow, long rows, long firstTerm, long terms) {
  for (long i = 0; i < rows; i += TILE_ROWS) {
    const long count = rows - i < TILE_ROWS ? rows - i : TILE_ROWS;
    const double *a = p.a + (firstRow + i) * p.aRow + firstTerm * p.aTerm;
    double *out = packed + i * terms;
    if (count == TILE_ROWS && p.aRow == 1)
      for (long k = 0; k < terms; k++)
        __builtin_memcpy(out + k * TILE_ROWS, a + k * p.aTerm, TILE_ROWS * sizeof(double));
    else
      for (long r = 0; r < count; r++)
        for (long k = 0; k < terms; k++) out[k * TILE_ROWS + r] = a[r * p.aRow + k * p.aTerm];
  }
}

/// All rows of one group of columns with both operands packed.
#define PACKED_ROWS_OF(count, vectors)                                                        \
  for (; r + (count) <= rows; r += (count))                                                   \
    wideTile(                                                                                 \
      count, vectors, terms, packedRows + r / TILE_ROWS * TILE_ROWS * terms + r % TILE_ROWS, 1, \
      TILE_ROWS, packedColumns, (vectors) * WIDTH, 1, ((vectors) - 1) * WIDTH,                \
      start ? start + r * startRow : NULL, startRow, c + r * cRow, cRow, last)

#define PACKED_ALL_ROWS(vectors)                             \
  do {                                                       \
    long r = 0;                                              \
    if (TILE_ROWS > 4) PACKED_ROWS_OF(TILE_ROWS, vectors);   \
    if (TILE_ROWS >= 4) PACKED_ROWS_OF(4, vectors);          \
    PACKED_ROWS_OF(2, vectors);                              \
    PACKED_ROWS_OF(1, vectors);                              \
  } while (0)

static __attribute__((noinline)) void packedTiles(
  long rows, int vectors, long terms, const double *packedRows, const double *packedColumns,
  const double *start, long startRow, double *c, long cRow, long last) {
  switch (vectors) {
    case 1: PACKED_ALL_ROWS(1); break;
    case 2: PACKED_ALL_ROWS(2); break;
    case 3: PACKED_ALL_ROWS(3); break;
    default: break;
  }
}

/// The same sums as `product`, in blocks: of `blockTerms` terms, carried on in c, and `blockRows` rows.
/// Needs columns >= WIDTH and terms > 0.
static __attribute__((noinline)) void packedProduct(const Product *product) {
  const Product p = *product;
  double packedRows[blockRows * blockTerms] __attribute__((aligned(64)));
  double packedColumns[blockTerms * tileVectors * WIDTH] __attribute__((aligned(64)));
  for (long i = 0; i < p.rows; i += blockRows) {
    const long rows = p.rows - i < blockRows ? p.rows - i : blockRows;
    for (long k = 0; k < p.terms; k += blockTerms) {
      const long terms = p.terms - k < blockTerms ? p.terms - k : blockTerms;
      packRows(packedRows, p, i, rows, k, terms);
      const double *start = k ? p.c : p.start;
      const long startRow = k ? p.cRow : p.startRow;
      long left = (p.columns + WIDTH - 1) / WIDTH;
      for (long j = 0; left > 0;) {
        const int vectors = vectorsOfTile(left);
        const long end = j + vectors * WIDTH < p.columns ? j + vectors * WIDTH : p.columns;
        const long last = end - WIDTH - j;
        packColumns(packedColumns, p, j, vectors, last, k, terms);
        packedTiles(
          rows, vectors, terms, packedRows, packedColumns,
          start ? start + i * startRow + j : NULL, startRow, p.c + i * p.cRow + j, p.cRow, last);
        j = end;
        left -= vectors;
      }
    }
  }
}

// MARK: The products of a layer

static void affine(
  const double *x, const double *w, const double *b, double *z, long rows, long inputs, long units) {
  Product p = {rows, units, inputs, x, inputs, 1, w, units, 1, b, 0, z, units};
  if (rows >= 2 * TILE_ROWS && units >= packedFromColumns && inputs >= packedFromTerms) return packedProduct(&p);
  p.aTerm = 1, p.bColumn = 1;
  product(p);
}

static void weightGradient(
  const double *x, const double *delta, double *dw, double *db, long rows, long inputs, long units) {
  if (db) product((Product){1, units, rows, (const double[]){1}, 0, 0, delta, units, 1, NULL, 0, db, units});
  if (units == 1) {
    // One column: as well one row, with the inputs across.
    return product((Product){1, inputs, rows, delta, 0, 1, x, inputs, 1, NULL, 0, dw, inputs});
  }
  Product p = {inputs, units, rows, x, 1, inputs, delta, units, 1, NULL, 0, dw, units};
  if (rows > 0 && inputs >= packedFromColumns && units >= packedFromColumns) return packedProduct(&p);
  p.aRow = 1, p.bColumn = 1;
  product(p);
}

static void inputGradient(
  const double *delta, const double *w, double *dx, long rows, long inputs, long units) {
  if (units == 1)
    return product((Product){rows, inputs, 1, delta, 1, 0, w, 0, 1, NULL, 0, dx, inputs});
  const Product p = {rows, inputs, units, delta, units, 1, w, 1, units, NULL, 0, dx, inputs};
  if (inputs >= WIDTH && units > 0 && rows >= 4) packedProduct(&p);
  else product(p);
}
