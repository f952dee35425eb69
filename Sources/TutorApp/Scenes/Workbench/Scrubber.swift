import NeuralNetwork
import TerminalCanvas

/// Time as a line: from the start over where the run stands to the last update that was seen, and what of it lies ahead.
struct Scrubber {
  /// Where the run stands.
  let update: Int
  /// The last update that was seen.
  let lastSeen: Int
  /// The updates at which something was changed.
  let changes: [Int]
  private let end: Int
  private let head: String
  private let tail: String
  /// The columns of the line itself.
  let track: Rect

  init(_ model: Model, in rect: Rect) {
    update = model.run.position.update
    lastSeen = max(update, model.lastSeenUpdate)
    changes = model.run.journal.entries.map(\.update)
    end = Int(LossAxis.lastUpdate(atLeast: lastSeen))
    (head, tail) = (" 0 ", " \(end) ")
    track = rect.inset(left: head.count, right: tail.count)
  }

  /// The column of an update.
  func column(of update: Int) -> Int {
    let share = Double(update) / Double(max(1, end))
    return track.x + Int((share * Double(max(0, track.width - 1))).rounded())
  }

  /// The update of a column, as far as it was seen.
  func update(at column: Int) -> Int {
    let share = Double(column - track.x) / Double(max(1, track.width - 1))
    return min(lastSeen, max(0, Int((share * Double(end)).rounded())))
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    guard track.width > 4 else { return }
    canvas.write(StyledText(head, .muted), in: rect)
    canvas.write(StyledText(tail, .muted), in: rect, alignment: .trailing)
    canvas.write(line, in: track)
    for change in changes where change <= lastSeen {
      put("┊", at: column(of: change), .accent, on: &canvas)
    }
    put("●", at: column(of: update), .accent, on: &canvas)
  }

  /// What is behind the run, what was seen ahead of it, and what nobody has seen yet.
  private var line: StyledText {
    let (here, seen) = (column(of: update) - track.x, column(of: lastSeen) - track.x)
    return StyledText(String(repeating: "━", count: here), .accent)
      + StyledText(String(repeating: "─", count: max(0, seen + 1 - here)), .muted)
      + StyledText(String(repeating: "·", count: max(0, track.width - seen - 1)), .muted)
  }

  private func put(_ sign: String, at column: Int, _ style: Style, on canvas: inout Canvas) {
    let place = Rect(x: column, y: track.y, width: 1, height: 1)
    canvas.write(StyledText(sign, style), in: place)
  }
}

/// Draws the line of time.
func drawScrubber(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  guard !rect.isEmpty else { return }
  Scrubber(model, in: rect).draw(in: rect, on: &canvas)
}
