/// Words in a plot for curves of which nothing can be seen there: an empty plot would say that there is nothing.
enum CurveNote {
  /// Writes a note for each such curve, those above the plot from its top, those below from its bottom.
  static func draw(
    for series: [Series], x: Axis, y: Axis, in plot: Rect, on canvas: inout Canvas
  ) {
    var (top, bottom) = (0, plot.height - 1)
    for curve in series where !curve.points.isEmpty {
      guard let note = text(for: curve, x: x, y: y), top <= bottom else { continue }
      let row = note.isBelow ? bottom : top
      if note.isBelow { bottom -= 1 } else { top += 1 }
      let name = curve.name.isEmpty ? "" : curve.name + " "
      let text = StyledText(name + note.text, Style(curve.style.role, tone: curve.style.tone))
      canvas.write(text, in: plot.inset(left: 1), row: row)
    }
  }

  /// What to say of a curve; nil when some of it is in the plot.
  private static func text(
    for curve: Series, x: Axis, y: Axis
  ) -> (text: String, isBelow: Bool)? {
    let shown = curve.points.filter { x.fraction(of: $0.x).map { $0 >= 0 && $0 <= 1 } ?? false }
    guard !shown.isEmpty else { return nil }
    let values = shown.map(\.last).filter(\.isFinite)
    guard let last = values.last else { return ("not a finite number", false) }
    let fractions = values.compactMap { y.fraction(of: $0) }
    guard !fractions.isEmpty else {
      return ("\(last.formatted(significant: 3)) has no place on a logarithmic axis", true)
    }
    let value = last.formatted(significant: 3)
    if fractions.allSatisfy({ $0 > 1 + 1e-9 }) { return ("↑ beyond, at \(value)", false) }
    if fractions.allSatisfy({ $0 < -1e-9 }) { return ("↓ beyond, at \(value)", true) }
    return nil
  }
}
