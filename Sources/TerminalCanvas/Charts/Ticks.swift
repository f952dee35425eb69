/// A marked value on an axis.
public struct Tick: Hashable, Sendable {
  /// The value.
  public let value: Double
  /// The value as it is written; all labels of an axis have the same decimals.
  public let label: String
}

extension Axis {
  /// Round values from {1, 2, 2.5, 5}·10ᵏ along `rows` rows, one label a row.
  ///
  /// From 12 rows on there are at least four, on a logarithmic axis at least three.
  public func ticks(rows: Int) -> [Tick] {
    Self.ticksOfRows.answer(to: AxisInCells(axis: self, cells: rows)) { findTicks(rows: rows) }
  }

  private static let ticksOfRows = Remembered<AxisInCells, [Tick]>()
  private static let ticksOfColumns = Remembered<AxisInCells, [Tick]>()

  private func findTicks(rows: Int) -> [Tick] {
    let wanted = rows >= 12 ? max(4, rows / 4) : rows >= 5 ? 3 : 2
    let ticks = ticks(cells: rows, wanted: wanted) { _ in 1 }
    guard scale == .linear, !standOnRows(ticks, rows: rows) else { return ticks }
    return linearTicks(onRows: rows, wanted: wanted) ?? ticks
  }

  /// Whether each tick lies within a quarter of a row of the middle of its row.
  func standOnRows(_ ticks: [Tick], rows: Int) -> Bool {
    ticks.allSatisfy { tick in
      guard let fraction = fraction(of: tick.value) else { return false }
      let place = fraction * Double(rows)
      return abs(place - place.rounded(.down) - 0.5) < 0.25
    }
  }

  /// The wanted number of ticks or a few less, all of them on rows, in high plots with a row or more between any two; nil where
  /// there is no such step.
  private func linearTicks(onRows rows: Int, wanted: Int) -> [Tick]? {
    let top = decade(of: upper / 4 - lower / 4) + 1
    let choices = Self.steps(downFrom: top, count: 12).map { step in
      whole && Self.isFraction(step.mantissa, step.exponent)
        ? [] : multiples(of: step.mantissa, exponent: step.exponent, limit: rows + 1)
    }.filter { ticks in
      (rows >= 12 ? 4...rows / 2 : 2...Int.max).contains(ticks.count)
        && fits(ticks, cells: rows) { _ in 1 } && standOnRows(ticks, rows: rows)
    }
    return choices.first { $0.count >= wanted } ?? choices.last
  }

  /// Round values from {1, 2, 2.5, 5}·10ᵏ along `columns` columns, with a blank or more between labels.
  public func ticks(columns: Int) -> [Tick] {
    Self.ticksOfColumns.answer(to: AxisInCells(axis: self, cells: columns)) {
      ticks(cells: columns, wanted: max(3, columns / 15)) { $0.label.count + 1 }
    }
  }

  /// The cell, 0 at the start, that shows a value when the axis has `cells` cells; nil outside.
  public func cell(of value: Double, cells: Int) -> Int? {
    guard cells > 0, let fraction = fraction(of: value), fraction >= -1e-9, fraction <= 1 + 1e-9
    else { return nil }
    return min(cells - 1, Int(max(0, fraction) * Double(cells) + 1e-9))
  }

  private func ticks(cells: Int, wanted: Int, room: (Tick) -> Int) -> [Tick] {
    guard cells > 0 else { return [] }
    guard scale == .logarithmic else {
      return linearTicks(cells: cells, wanted: wanted, room: room)
    }
    let ticks = logarithmicTicks(cells: cells, wanted: wanted, room: room)
    guard ticks.count < min(wanted, 4) else { return ticks }
    // Too little of a decade: even steps say more.
    let even = linearTicks(cells: cells, wanted: min(wanted, 4), room: room)
    return even.count > ticks.count ? even : ticks
  }

  /// The coarsest step that gives the wanted number of ticks, or the finest whose labels do not touch.
  private func linearTicks(cells: Int, wanted: Int, room: (Tick) -> Int) -> [Tick] {
    let span = upper / 4 - lower / 4
    let top = decade(of: span) + 1
    var best: [Tick] = []
    for (mantissa, exponent) in Self.steps(downFrom: top, count: 12) {
      if whole && Self.isFraction(mantissa, exponent) { continue }
      let ticks = multiples(of: mantissa, exponent: exponent, limit: cells + 1)
      guard !ticks.isEmpty else { continue }
      guard fits(ticks, cells: cells, room: room) else { return best.isEmpty ? first(ticks) : best }
      best = ticks
      if ticks.count >= wanted { break }
    }
    return best
  }

  /// True for a step of tenths or less, or of 2.5.
  private static func isFraction(_ mantissa: Int, _ exponent: Int) -> Bool {
    exponent < -1 || (exponent == -1 && mantissa == 25)
  }

  /// Where not even two labels fit, one does.
  private func first(_ ticks: [Tick]) -> [Tick] { Array(ticks.prefix(1)) }

  /// Steps 5, 2.5, 2 and 1 of each decade, the mantissas as tenths so that they are whole.
  private static func steps(downFrom top: Int, count: Int) -> [(mantissa: Int, exponent: Int)] {
    (0..<count).map { ([50, 25, 20, 10][$0 % 4], top - $0 / 4 - 1) }
  }

  /// Every multiple of mantissa·10ᵉ in the range; none when there are more than `limit`.
  private func multiples(of mantissa: Int, exponent: Int, limit: Int) -> [Tick] {
    let step = Double(mantissa) * powerOfTen(exponent)
    guard step > 0, step.isFinite else { return [] }
    let slack = (upper / 2 - lower / 2) * 2e-9
    let first = ((lower - slack) / step).rounded(.up)
    let last = ((upper + slack) / step).rounded(.down)
    guard first.magnitude < 1e15, last.magnitude < 1e15, last - first < Double(limit) else {
      return []
    }
    let style = LabelStyle(axis: self, mantissa: mantissa, exponent: exponent)
    return stride(from: first, through: last, by: 1).map { index in
      let value = Self.product(index * Double(mantissa), exponent)
      return Tick(value: value, label: style.label(value))
    }
  }

  /// A whole number times a power of ten with one rounding: 3·10⁻¹ is 0.3.
  static func product(_ whole: Double, _ exponent: Int) -> Double {
    exponent < 0 && exponent >= -300
      ? whole / powerOfTen(-exponent) : whole * powerOfTen(exponent)
  }

  /// True when every label has its room and no two are the same.
  func fits(_ ticks: [Tick], cells: Int, room: (Tick) -> Int) -> Bool {
    for (left, right) in zip(ticks, ticks.dropFirst()) {
      guard let from = cell(of: left.value, cells: cells),
        let to = cell(of: right.value, cells: cells), left.label != right.label,
        to - from >= max((room(left) + 1 + room(right)) / 2, room(right))
      else { return false }
    }
    return true
  }
}

/// One way of writing for all labels of an axis: the same decimals, and the same power of ten if any.
private struct LabelStyle {
  private let decimals: Int
  /// The power of ten behind each label; nil for plain numbers.
  private let power: Int?

  init(axis: Axis, mantissa: Int, exponent: Int) {
    // A mantissa counts tenths: 10 and 20 and 50 need one digit less than 25.
    let stepDecade = exponent + (mantissa == 25 ? 0 : 1)
    let largest = max(abs(axis.lower), abs(axis.upper))
    power = largest >= 1e6 || largest < 1e-3 ? decade(of: largest) : nil
    decimals = max(0, (power ?? 0) - stepDecade)
  }

  func label(_ value: Double) -> String {
    guard let power, value != 0 else {
      return value.formatted(decimals: power == nil ? decimals : 0)
    }
    // In two steps, since a power beyond 308 is no number.
    let near = min(300, max(-300, power))
    let mantissa = value / powerOfTen(near) / powerOfTen(power - near)
    return mantissa.formatted(decimals: min(17, decimals)) + "e\(power)"
  }
}
