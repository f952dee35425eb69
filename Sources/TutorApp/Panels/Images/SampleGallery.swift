import NeuralNetwork
import TerminalCanvas

/// Samples as images in rows, each with what it is and what the network takes it for.
struct SampleGallery {
  let guesses: Guesses
  let image: InputImage
  /// The samples to show, as rows of `guesses`.
  let rows: [Int]
  /// How many there are, where `rows` are the first of them.
  var total: Int?
  /// The one that is marked.
  let selected: Int?

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let grid = grid(in: rect, on: canvas)
    let room = grid.across * grid.down
    let total = total ?? rows.count
    // The number of those left out has a place of its own, if need be that of the last image.
    let hasRowBelow = rect.height > grid.rows(of: room)
    let isCut = total > room
    let shown = max(1, room - (isCut && !hasRowBelow ? 1 : 0))
    for (index, row) in rows.prefix(shown).enumerated() {
      let inputs = Array(guesses.inputs.row(row))
      image.picture(of: inputs).draw(in: grid.place(index).intersection(rect), on: &canvas)
      canvas.write(
        line(for: row, width: grid.tile.width), in: grid.caption(index).intersection(rect))
    }
    guard isCut else { return }
    let free = grid.caption(shown)
    let place =
      hasRowBelow
      ? Rect(x: rect.x, y: rect.maxY - 1, width: rect.width, height: 1)
      : Rect(x: free.x, y: free.y, width: rect.maxX - free.x, height: 1).intersection(rect)
    guard hasRowBelow || shown < room else { return }
    let count = total - min(shown, rows.count)
    let words = ["… \(count) more", "… \(count)"]
    let rest = words.first { canvas.glyphs.columns(of: $0) <= place.width } ?? words[1]
    canvas.write(StyledText(rest, .muted), in: place)
  }

  /// The largest images with which all samples have room; the smallest where they have not, close together where that
  /// makes room for a row of them.
  private func grid(in rect: Rect, on canvas: Canvas) -> TileGrid {
    func grid(_ factor: Int, gap: Int) -> TileGrid {
      let tile = Size(
        width: factor * image.columns(on: canvas), height: factor * image.rows(on: canvas))
      return TileGrid(rect: rect, tile: tile, captionRows: 1, gap: gap)
    }
    let roomy = [3, 2, 1].map { grid($0, gap: 1) }
    if let fitting = roomy.first(where: { $0.fits(rows.count) }) { return fitting }
    let close = grid(1, gap: 0)
    return close.down > roomy[2].down ? close : roomy[2]
  }

  /// A number is written whole or not at all.
  private func mistake(_ truth: Int, _ said: [Int], width: Int) -> String {
    guard said.count > 1 else { return "\(truth) → \(said[0]) ✗" }
    let long = "\(truth) → tie ✗"
    return width >= long.count ? long : "\(truth) ✗"
  }

  /// `4 → 0 ✗` of a wrong one, `4 ✓ 98 %` of a right one where there is room for all of it.
  private func line(for row: Int, width: Int) -> StyledText {
    let (truth, said) = (guesses.truths[row], guesses.guesses[row])
    let isRight = said == [truth]
    let style: Style = row == selected ? .selected : isRight ? .muted : .warning
    guard isRight else { return StyledText(mistake(truth, said, width: width), style) }
    let share = guesses.text(of: truth, row: row)
    let texts = ["\(truth) ✓ \(share)", "\(truth) ✓ \(share.replacing(" ", with: ""))"]
    return StyledText(texts.first { width >= max(8, $0.count) } ?? "\(truth) ✓", style)
  }
}
