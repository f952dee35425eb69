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
    let tile = tileSize(in: rect, on: canvas)
    let across = max(1, (rect.width + 1) / (tile.width + 1))
    let down = max(1, (rect.height + 1) / (tile.height + 2))
    // The number of those left out has a place of its own, if need be that of the last image.
    let hasRowBelow = rect.height > down * (tile.height + 2) - 1
    let total = total ?? rows.count
    let isCut = total > across * down
    let shown = max(1, across * down - (isCut && !hasRowBelow ? 1 : 0))
    func place(_ index: Int) -> Rect {
      Rect(
        x: rect.x + index % across * (tile.width + 1),
        y: rect.y + index / across * (tile.height + 2), width: tile.width, height: tile.height)
    }
    for (index, row) in rows.prefix(shown).enumerated() {
      let place = place(index)
      let inputs = Array(guesses.inputs.row(row))
      image.picture(of: inputs).draw(in: place.intersection(rect), on: &canvas)
      let caption = Rect(x: place.x, y: place.maxY, width: tile.width, height: 1)
      canvas.write(line(for: row, width: tile.width), in: caption.intersection(rect))
    }
    guard isCut else { return }
    let rest = StyledText("… \(total - min(shown, rows.count)) more", .muted)
    if hasRowBelow {
      canvas.write(rest, in: rect, row: rect.height - 1)
    } else if shown < across * down {
      let free = place(shown)
      let room = Rect(x: free.x, y: free.maxY, width: rect.maxX - free.x, height: 1)
      canvas.write(rest, in: room.intersection(rect))
    }
  }

  /// The largest with which all samples have room; the smallest where they have not.
  private func tileSize(in rect: Rect, on canvas: Canvas) -> Size {
    let sizes = [3, 2, 1].map {
      Size(width: $0 * image.columns(on: canvas), height: $0 * image.rows(on: canvas))
    }
    let fitting = sizes.first { size in
      (rect.width + 1) / (size.width + 1) * ((rect.height + 1) / (size.height + 2)) >= rows.count
    }
    return fitting ?? sizes[sizes.count - 1]
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
