/// How a curve goes, in words: what a drawn one is judged by.
///
/// Lessons, their check, messages and the plain tutor walk `all`; the first shape that a curve fits is its own.
public struct CurveShape: Sendable {
  /// What lessons and learners call it.
  public let name: String
  /// A drawing of it.
  public let sketch: [Int]
  /// Whether curve heights, where 1 is the height it begins at, go like that.
  let fits: @Sendable ([Double]) -> Bool

  init(_ name: String, sketch: [Int], fits: @escaping @Sendable ([Double]) -> Bool) {
    (self.name, self.sketch, self.fits) = (name, sketch, fits)
  }

  /// Less than this share of where a curve begins is no change that an eye would call one.
  static let slack = 0.125
}

extension CurveShape {
  /// Down, and up again by its end.
  static let turns = CurveShape("falls then rises", sketch: [3, 2, 1, 1, 2, 3, 3, 4]) { curve in
    fall(curve) > slack && (curve.last ?? 1) - (curve.min() ?? 1) > slack
  }
  /// Level for half of the way at least, and down after that.
  static let waits = CurveShape("flat then falls", sketch: [4, 4, 4, 4, 4, 2, 1, 0]) { curve in
    fall(curve) > slack && fall(curve.prefix(curve.count / 2)) <= slack
  }
  /// Down.
  static let falls = CurveShape("falls", sketch: [3, 2, 2, 1, 1, 1, 0, 0]) { fall($0) > slack }
  /// Up.
  static let rises = CurveShape("rises", sketch: [4, 4, 5, 5, 6, 6, 7, 8]) { curve in
    !curve.allSatisfy { $0 - 1 <= slack }
  }
  /// Neither.
  static let flat = CurveShape("flat", sketch: [4, 4, 4, 4, 4, 4, 4, 4]) { _ in true }

  /// Every shape, the one that asks for most first.
  public static let all = [turns, waits, falls, rises, flat]

  /// What they are called.
  public static let names = all.map(\.name)

  /// The shape of a name.
  static func named(_ name: String) -> CurveShape? { all.first { $0.name == name } }

  /// The shape of heights in columns, after a beginning above 0.
  static func of(_ columns: some Sequence<Double>, from beginning: Double) -> CurveShape {
    let curve = columns.map { $0 / beginning }
    return all.first { $0.fits(curve) } ?? flat
  }

  private static func fall(_ curve: some Collection<Double>) -> Double { 1 - (curve.min() ?? 1) }
}

extension CurveShape: Hashable {
  /// By name.
  public static func == (left: CurveShape, right: CurveShape) -> Bool { left.name == right.name }
  /// By name.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
