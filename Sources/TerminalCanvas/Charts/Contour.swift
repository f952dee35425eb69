/// Lines over a plane along which a network is undecided: where a surface has a level, or where two classes tie.
public struct Contour: Hashable, Sendable {
  /// A straight piece; places are fractions of the plane, from the left and from the top.
  struct Piece: Hashable, Sendable {
    var from: Place
    var to: Place
  }

  /// A place on the plane, as fractions of it.
  public struct Place: Hashable, Sendable {
    /// How far from the left.
    public var x: Double
    /// How far from the top.
    public var y: Double
  }

  let pieces: [Piece]
  /// The places that the lines run through, two for each straight piece.
  public var places: [Place] { pieces.flatMap { [$0.from, $0.to] } }
  /// True for borders of classes, which a texture alone does not show.
  let partsClasses: Bool

  /// The line along which a surface has a level.
  ///
  /// - Parameters:
  ///   - level: the level.
  ///   - values: the surface in the middle of the samples of a field, row by row from the top left.
  ///   - size: samples across and down.
  public init(at level: Double, of values: [Double], size: Size) {
    let grid = SampleGrid(size: size, groups: values.map { $0 > level ? 1 : 0 }) { from, to in
      (abs(values[from] - level), abs(values[to] - level))
    }
    // A plane of one value crosses it by rounding only.
    let isFlat = (values.max() ?? 0) - (values.min() ?? 0) < 1e-6
    pieces = isFlat || values.count != size.width * size.height ? [] : grid.pieces
    partsClasses = false
  }

  /// The borders along which the two best classes tie.
  ///
  /// - Parameters:
  ///   - scores: the score of every class in the middle of the samples of a field, sample by sample from the top left.
  ///   - classes: how many scores a sample has.
  ///   - size: samples across and down.
  public init(ofClassScores scores: [Double], classes: Int, size: Size) {
    partsClasses = true
    guard classes > 1, scores.count == classes * size.width * size.height else {
      pieces = []
      return
    }
    func score(_ sample: Int, _ group: Int) -> Double { scores[sample * classes + group] }
    let groups = (0..<(size.width * size.height)).map { sample in
      (1..<classes).reduce(0) { score(sample, $1) > score(sample, $0) ? $1 : $0 }
    }
    let grid = SampleGrid(size: size, groups: groups) { from, to in
      let (here, there) = (groups[from], groups[to])
      return (score(from, here) - score(from, there), score(to, there) - score(to, here))
    }
    pieces = grid.pieces
  }

  /// Draws the lines over a raster that shows the whole plane.
  func draw(on raster: inout Raster, style: Style = .text) {
    func dot(_ place: Place) -> Point {
      Point(
        x: min(raster.width - 1, Int(place.x * Double(raster.width))),
        y: min(raster.height - 1, Int(place.y * Double(raster.height))))
    }
    for piece in pieces { raster.line(from: dot(piece.from), to: dot(piece.to), style: style) }
  }
}

/// Samples in rows, each of a group; squares of four neighbors are crossed by the borders of their groups.
private struct SampleGrid {
  let size: Size
  let groups: [Int]
  /// How far two neighbors of different groups are from where these tie.
  let distances: (_ from: Int, _ to: Int) -> (Double, Double)

  var pieces: [Contour.Piece] {
    guard size.width > 1, size.height > 1 else { return [] }
    var all: [Contour.Piece] = []
    for row in 0..<(size.height - 1) {
      for corner in row * size.width..<(row + 1) * size.width - 1 where isCrossed(corner) {
        all += pieces(in: corner)
      }
    }
    return all
  }

  /// Whether a border runs through the square whose first corner is a sample.
  private func isCrossed(_ corner: Int) -> Bool {
    let (group, below) = (groups[corner], corner + size.width)
    return group != groups[corner + 1] || group != groups[below] || group != groups[below + 1]
  }

  /// The pieces in a square that is crossed: from edge to edge, or where more meet, to the middle.
  private func pieces(in corner: Int) -> [Contour.Piece] {
    let below = corner + size.width
    let ring = [corner, corner + 1, below + 1, below]
    let ends = (0..<4).compactMap { crossing(ring[$0], ring[($0 + 1) % 4]) }
    if ends.count == 2 { return [Contour.Piece(from: ends[0], to: ends[1])] }
    let middle = Contour.Place(
      x: ends.map(\.x).reduce(0, +) / Double(max(1, ends.count)),
      y: ends.map(\.y).reduce(0, +) / Double(max(1, ends.count)))
    return ends.map { Contour.Piece(from: $0, to: middle) }
  }

  private func crossing(_ from: Int, _ to: Int) -> Contour.Place? {
    guard groups[from] != groups[to] else { return nil }
    let (near, far) = distances(from, to)
    let share = near + far > 0 && (near + far).isFinite ? near / (near + far) : 0.5
    let (start, end) = (place(from), place(to))
    return Contour.Place(
      x: start.x + share * (end.x - start.x), y: start.y + share * (end.y - start.y))
  }

  private func place(_ sample: Int) -> Contour.Place {
    Contour.Place(
      x: (Double(sample % size.width) + 0.5) / Double(size.width),
      y: (Double(sample / size.width) + 0.5) / Double(size.height))
  }
}
