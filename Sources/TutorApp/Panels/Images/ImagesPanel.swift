import NeuralNetwork
import TerminalCanvas

/// Samples as images with what the network takes them for: from the chosen one on.
func drawImages(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  guard let (guesses, image) = pictured(model) else {
    canvas.write(
      StyledText("the inputs are not images of classes", .muted), in: rect.inset(left: 1))
    return
  }
  let first = model.chosenGuess ?? 0
  let rows = Array(first..<guesses.truths.count) + Array(0..<min(first, guesses.truths.count))
  let gallery = SampleGallery(
    guesses: guesses, image: image, rows: Array(rows.prefix(60)), total: rows.count,
    selected: model.chosenGuess)
  gallery.draw(in: rect.inset(left: 1), on: &canvas)
}

/// The chosen sample large with a bar for each class, and every mistake beside it.
private func drawImagesZoomed(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  guard let (guesses, image) = pictured(model), rect.width >= 60, !guesses.truths.isEmpty else {
    return drawImages(model, in: rect, on: &canvas)
  }
  let row = model.chosenGuess ?? guesses.mistakes.first ?? 0
  let (left, right) = rect.inset(left: 1).split(left: max(24, rect.width / 3))
  let (top, bottom) = left.inset(right: 2).split(top: left.height / 2)
  image.picture(of: Array(guesses.inputs.row(row))).draw(in: top, on: &canvas)
  drawOutputBars(guesses, row, in: bottom, on: &canvas)
  let (title, body) = right.split(top: 1)
  let words = "mistakes: \(guesses.mistakeCount), true → said"
  canvas.write(StyledText(words, .heading), in: title)
  SampleGallery(guesses: guesses, image: image, rows: guesses.mistakes, selected: row)
    .draw(in: body, on: &canvas)
}

/// What the network says of a sample: a bar for each class, the true one marked.
func drawOutputBars(_ guesses: Guesses, _ row: Int, in rect: Rect, on canvas: inout Canvas) {
  let count = guesses.classCount
  let shown = count <= rect.height ? count : max(0, rect.height - 1)
  if shown < count {
    canvas.write(StyledText("… \(count - shown) more", .muted), in: rect, row: shown)
  }
  for group in 0..<shown {
    let place = rect.inset(top: group).split(top: 1).top
    let (isTrue, isGuess) = (
      guesses.truths[row] == group, guesses.guesses[row].contains(group)
    )
    let style: Style = isTrue ? .right : isGuess ? .warning : .muted
    let mark = isTrue ? "T" : isGuess ? "✗" : " "
    canvas.write(StyledText("\(group) \(mark)", style), in: place)
    let (bar, number) = place.inset(left: 4).split(right: 7)
    let output = guesses.output(of: group, row: row)
    // One output that is no share is that of the second class.
    guard output != nil || group == 1 else { continue }
    Bar(output ?? guesses.outputs[row, 0], style: style).draw(in: bar, on: &canvas)
    canvas.write(
      StyledText(guesses.text(of: group, row: row), .text), in: number, alignment: .trailing)
  }
}

/// The samples and how their inputs are drawn; nil where there are no classes, or no images.
func pictured(_ model: Model) -> (guesses: Guesses, image: InputImage)? {
  guard let guesses = model.summary.guesses, let image = InputImage(model) else { return nil }
  return (guesses, image)
}

extension Panel {
  static let images = Panel(
    "images", term: "sample",
    title: { model in
      let name = model.summary.guesses.map { "\($0.name), " } ?? ""
      return "images: \(name)N: next wrong one"
    }, brief: { _ in "images" }, side: .right,
    needs: { context in
      let rows = (InputImage.side(ofInputs: context.shape[0]) ?? 0) / 2 + 2
      return PanelNeeds(
        width: .init(19, best: 45, most: .max),
        height: .init(max(3, rows), best: 2 * rows, most: .max),
        weight: 2)
    },
    sheds: "the last samples", fills: \.hasImage,
    hasSubject: { pictured($0) != nil },
    draw: drawImages, drawZoomed: drawImagesZoomed, words: guessWords, details: mistakeWords,
    legend: { _ in imagesLegend })
}

/// How many samples are taken for another class, and the chosen one.
func guessWords(_ model: Model) -> [String] {
  guard let guesses = model.summary.guesses else { return [] }
  var words = [
    "Wrong: \(guesses.mistakeCount), \(guesses.name) samples."
  ]
  if let row = model.chosenGuess, row < guesses.truths.count {
    let names = model.classNames
    words.append(
      "Sample \(row + 1) is \(names[guesses.truths[row]]); the network says \(names.said(guesses.guesses[row]))."
    )
  }
  return words
}

/// The same with each mistake.
private func mistakeWords(_ model: Model) -> [String] {
  guard let guesses = model.summary.guesses else { return [] }
  let names = model.classNames
  let mistakes = guesses.mistakes.prefix(mostToldRows).map { row in
    "sample \(row + 1) is \(names[guesses.truths[row]]) and is taken for \(names.said(guesses.guesses[row]))"
  }
  return guessWords(model)
    + (mistakes.isEmpty ? [] : ["The wrong ones: \(mistakes.joined(separator: "; "))."])
}

private let imagesLegend = [
  LegendRow(StyledText("4 ✓ 98 %", .muted), "is 4 and is taken for 4, with a share of 98 %"),
  LegendRow(StyledText("4 → 0 ✗", .warning), "is 4 and is taken for 0"),
  LegendRow(StyledText("4 → tie ✗", .warning), "is 4, and several outputs are the largest"),
  LegendRow(StyledText("T", .right), "the true class, in the zoomed panel"),
]
