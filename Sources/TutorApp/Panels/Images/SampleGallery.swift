import NeuralNetwork
import TerminalCanvas

/// Samples as images in rows, each with what it is and what the network takes it for.
struct SampleGallery {
  let guesses: Guesses
  let image: InputImage
  /// The samples to show, as rows of `guesses`.
  let rows: [Int]
  /// The one that is marked.
  let selected: Int?

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let tile = tileSize(in: rect, on: canvas)
    let across = max(1, (rect.width + 1) / (tile.width + 1))
    let down = max(1, (rect.height + 1) / (tile.height + 2))
    for (index, row) in rows.prefix(across * down).enumerated() {
      let place = Rect(
        x: rect.x + index % across * (tile.width + 1),
        y: rect.y + index / across * (tile.height + 2), width: tile.width, height: tile.height)
      let inputs = Array(guesses.inputs.row(row))
      image.picture(of: inputs).draw(in: place.intersection(rect), on: &canvas)
      let caption = Rect(x: place.x, y: place.maxY, width: tile.width, height: 1)
      canvas.write(line(for: row, width: tile.width), in: caption.intersection(rect))
    }
    let rest = rows.count - across * down
    guard rest > 0 else { return }
    canvas.write(
      StyledText(" +\(rest)", .muted), in: rect, row: rect.height - 1, alignment: .trailing)
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

  /// `4 → 0 ✗` of a wrong one, `4 ✓ 98 %` of a right one.
  private func line(for row: Int, width: Int) -> StyledText {
    let (truth, guess) = (guesses.truths[row], guesses.guesses[row])
    let style: Style = row == selected ? .selected : truth == guess ? .muted : .warning
    guard truth == guess else { return StyledText("\(truth) → \(guess) ✗", style) }
    let share = guesses.outputs.columns > 1 ? percent(guesses.outputs[row, guess]) : ""
    return StyledText(width >= 8 ? "\(truth) ✓ \(share)" : "\(truth) ✓", style)
  }
}
