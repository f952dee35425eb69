/// A line of time with the present on it: `0 ━━━●──── 100`.
public struct Scrubber: Hashable, Sendable {
  /// The last moment there is.
  public var last: Int
  /// The present.
  public var now: Int
  /// Moments at which something was changed.
  public var marks: [Int]

  /// Makes a line from 0 to `last`.
  public init(last: Int, now: Int, marks: [Int] = []) {
    self.last = max(0, last)
    self.now = now
    self.marks = marks
  }

  /// Draws the line in the first row of a rectangle: heavy up to the present, light after it.
  public func draw(in rect: Rect, on canvas: inout Canvas) {
    let line = line(in: rect)
    guard line.width >= 2, line.height == 1 else { return }
    canvas.write(StyledText("0", .muted), in: rect)
    canvas.write(StyledText("\(last)", .muted), in: rect, alignment: .trailing)
    let present = column(of: now, in: line)
    let past = canvas.glyphs == .ascii ? "=" : "━"
    for x in line.x..<line.maxX {
      let isPast = x < present
      let point = Point(x: x, y: line.y)
      canvas.write(isPast ? past : "─", at: point, style: isPast ? .accent : .rule, within: line)
    }
    for mark in marks where mark >= 0 && mark <= last {
      let point = Point(x: column(of: mark, in: line), y: line.y)
      canvas.write("┼", at: point, style: .muted, within: line)
    }
    let point = Point(x: present, y: line.y)
    canvas.write("●", at: point, style: Style(.accent, .bold), within: line)
  }

  /// The moment under a cell of the row that the line is drawn in; nil beside the line.
  public func moment(at point: Point, in rect: Rect) -> Int? {
    let line = line(in: rect)
    guard line.contains(point), line.width >= 2 else { return nil }
    let share = Double(point.x - line.x) / Double(line.width - 1)
    return Int((share * Double(last)).rounded())
  }

  /// The cells between the numbers.
  private func line(in rect: Rect) -> Rect {
    rect.split(top: 1).top.inset(left: 2, right: "\(last)".count + 1)
  }

  private func column(of moment: Int, in line: Rect) -> Int {
    guard last > 0 else { return line.x }
    let share = Double(min(max(0, moment), last)) / Double(last)
    return line.x + Int((share * Double(line.width - 1)).rounded())
  }
}
