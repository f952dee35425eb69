import NeuralNetwork
import TerminalCanvas

/// The cells of a confusion matrix: what is right on a ground that is the lighter, the more of its class it is; mistakes as
/// warnings.
///
/// Colors of signs would say that a count is above or below 0.
struct ConfusionGrid {
  private let guesses: Guesses
  private let names: ClassNames
  private let selected: Int?
  private let rect: Rect
  private let classes: Int
  /// Columns of a cell.
  private let cellWidth: Int
  /// Rows of a cell.
  private let cellHeight: Int
  private let nameWidth: Int
  /// Columns for `100 %` and a blank: the word recall stands before it where there is more room.
  private static let recallWidth = 6
  /// True classes that have a row.
  private let rows: Int

  /// A grid whose cells are at most `tallest` rows high.
  init(
    _ guesses: Guesses, _ names: ClassNames = ClassNames(), selected: Int?, tallest: Int = 2,
    in rect: Rect
  ) {
    (self.guesses, self.names, self.selected, self.rect) = (guesses, names, selected, rect)
    classes = guesses.confusion.rows
    let confusion = guesses.confusion
    let digits = confusion.elements.map { Self.text($0).count }.max() ?? 1
    let longest = names.width(count: classes)
    nameWidth = min(longest + 1, max(3, rect.width / 4))
    let room = (rect.width - nameWidth) / max(1, classes)
    // A cell is twice as high as it is wide.
    let usual = max(4, min(2 * tallest, room - Self.recallWidth))
    // Names stand above their columns as far as the recall keeps its place.
    let wished = names.areGiven ? min(longest + 2, room - Self.recallWidth / classes) : usual
    cellWidth = max(1, min(max(4, digits + 2, wished), room))
    let below = max(0, rect.height - 1)
    cellHeight = max(1, min(tallest, below / max(1, classes)))
    rows = classes <= below ? classes : max(0, below - 1)
  }

  func draw(on canvas: inout Canvas) {
    drawHeadings(on: &canvas)
    for row in 0..<rows { drawRow(row, on: &canvas) }
    guard rows < classes else { return }
    let last = classes - 1
    let rest = rows < last ? "\(names[rows]) to \(names[last])" : names[last]
    canvas.write(StyledText("… without room: \(rest)", .muted), in: rect, row: rows + 1)
  }

  /// The name of every class above its column; of every second or third one where numbers would run together.
  private func drawHeadings(on canvas: inout Canvas) {
    let digits = "\(classes - 1)".count
    let stride = names.areGiven ? 1 : (digits + cellWidth) / cellWidth
    for column in Swift.stride(from: 0, to: classes, by: stride) {
      let place = Rect(x: left(of: column), y: rect.y, width: stride * cellWidth, height: 1)
      canvas.write(
        name(column, width: max(1, place.width - 1), canvas.glyphs), in: place.intersection(rect),
        alignment: stride == 1 ? .center : .leading)
    }
  }

  private func name(_ label: Int, width: Int, _ glyphs: GlyphSet) -> StyledText {
    glyphs.truncated(StyledText(names[label], .muted), to: width)
  }

  private func left(of column: Int) -> Int { rect.x + nameWidth + column * cellWidth }

  private func drawRow(_ row: Int, on canvas: inout Canvas) {
    let y = rect.y + 1 + row * cellHeight
    let line = Rect(x: rect.x, y: y, width: rect.width, height: cellHeight).intersection(rect)
    guard !line.isEmpty else { return }
    canvas.write(name(row, width: nameWidth - 1, canvas.glyphs), in: line)
    for column in 0..<classes {
      let place = Rect(x: left(of: column), y: y, width: cellWidth, height: cellHeight)
      drawCell(row, column, in: place.intersection(rect), on: &canvas)
    }
    let recall = line.inset(left: nameWidth + classes * cellWidth + 1)
    canvas.write(self.recall(row, width: recall.width), in: recall)
  }

  private func drawCell(_ row: Int, _ column: Int, in place: Rect, on canvas: inout Canvas) {
    guard !place.isEmpty else { return }
    let count = guesses.confusion[row, column]
    let isFilled = canvas.showsTones && count > 0
    var style: Style = count > 0 ? (row == column ? .text : .warning) : .muted
    if isFilled {
      style = Style(ground: ground(row, column))
      canvas.fill(place, style: style)
    }
    if isSelected(row, column) { style.attributes.insert(.reversed) }
    let none = canvas.glyphs == .ascii ? "." : "·"
    let text = count == 0 ? none : Self.text(count)
    // A blank parts neighbors, or two counts would read as one.
    let shown = text.count < max(2, place.width) ? text : isFilled ? "" : "+"
    canvas.write(StyledText(shown, style), in: place, alignment: .center)
  }

  /// Quiet where a class is taken for what it is, and glowing where it is taken for another.
  private func ground(_ row: Int, _ column: Int) -> Tone? {
    let all = (0..<classes).reduce(0) { $0 + guesses.confusion[row, $1] }
    let share = all > 0 ? guesses.confusion[row, column] / all : 0
    return row == column ? Self.right(recall: share) : Self.wrong(share: share)
  }

  /// From the gray of the heights to the green of the valley.
  static func right(recall: Double) -> Tone? { Tone(.relief, 0.7 * (1 - recall)) }

  /// Seen from the first mistake on.
  static func wrong(share: Double) -> Tone? { Tone(.magnitude, 0.35 + 0.65 * share) }

  private func isSelected(_ row: Int, _ column: Int) -> Bool {
    guard let selected, selected < guesses.truths.count else { return false }
    return guesses.truths[selected] == row && guesses.guesses[selected].contains(column)
  }

  /// A count; of samples that tie, a part of one.
  private static func text(_ count: Double) -> String {
    count == count.rounded() ? count.formatted(decimals: 0) : count.formatted(decimals: 1)
  }

  private func recall(_ row: Int, width: Int) -> StyledText {
    guard let share = guesses.recall(of: row) else { return "" }
    let style: Style = share < 0.95 ? .warning : .muted
    let (short, long) = (percent(share), "recall \(percent(share))")
    return StyledText(long.count <= width ? long : short.count <= width ? short : "", style)
  }
}
