import NeuralNetwork
import TerminalCanvas

/// How often each class is taken for each: a row a true class, a column a guess, and the share that is recognized.
func drawConfusion(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  guard let guesses = model.summary.guesses else {
    canvas.write(StyledText("the targets mark no classes", .muted), in: rect.inset(left: 1))
    return
  }
  ConfusionGrid(
    guesses, model.classNames, selected: model.chosenGuess, in: rect.inset(left: 1)
  ).draw(on: &canvas)
}

/// The matrix, and beside it every mistake.
private func drawConfusionZoomed(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  guard let guesses = model.summary.guesses, rect.width >= 76 else {
    return drawConfusion(model, in: rect, on: &canvas)
  }
  let (left, right) = rect.split(left: rect.width / 2)
  let classes = guesses.confusion.rows
  let figures = rect.height >= 2 * classes + 6 ? classes + 2 : 0
  let (matrix, below) = left.split(bottom: figures)
  ConfusionGrid(
    guesses, model.classNames, selected: model.chosenGuess, tallest: 6, in: matrix.inset(left: 1)
  ).draw(on: &canvas)
  classTable(guesses, model.classNames).draw(in: below.inset(left: 1, top: 1), on: &canvas)
  let (title, body) = right.inset(left: 2).split(top: 1)
  let order = InputImage(model) == nil ? "then the least sure" : "true → said"
  let words = "mistakes: \(guesses.mistakeCount), \(order)"
  canvas.write(StyledText(words, .heading), in: title)
  if let image = InputImage(model) {
    SampleGallery(
      guesses: guesses, image: image, rows: guesses.mistakes, selected: model.chosenGuess
    ).draw(in: body, on: &canvas)
  } else {
    mistakeTable(guesses, model.classNames, selected: model.chosenGuess).draw(in: body, on: &canvas)
  }
}

/// A row a class: its samples and how many of them are recognized; how many are taken for it, and which share of these is.
private func classTable(_ guesses: Guesses, _ names: ClassNames) -> TextTable {
  let confusion = guesses.confusion
  let all = 0..<confusion.rows
  func text(_ share: Double?) -> StyledText {
    StyledText(share.map(percent) ?? "-", (share ?? 1) < 0.95 ? .warning : .text)
  }
  let rows = all.map { group -> [StyledText] in
    let samples = all.reduce(0) { $0 + confusion[group, $1] }
    let said = all.reduce(0) { $0 + confusion[$1, group] }
    return [
      StyledText(names[group]), StyledText(compact(samples)), text(guesses.recall(of: group)),
      StyledText(compact(said)), text(said > 0 ? confusion[group, group] / said : nil),
    ]
  }
  let titles = ["class", "samples", "recall", "taken for it", "rightly"]
  return TextTable(
    titles.enumerated().map {
      TableColumn($1, alignment: $0 == 0 ? .leading : .trailing, priority: 9 - $0)
    }, rows: rows)
}

/// The mistakes whose inputs are no images, the surest one first, and then what is told right, the least sure one first.
private func mistakeTable(
  _ guesses: Guesses, _ names: ClassNames, selected: Int?
) -> TextTable {
  func confidence(_ row: Int) -> Double {
    guesses.output(of: guesses.guesses[row][0], row: row) ?? abs(guesses.outputs[row, 0])
  }
  let wrong = Set(guesses.mistakes)
  let right = guesses.truths.indices.filter { !wrong.contains($0) }
  let mistakes =
    guesses.mistakes.sorted { confidence($0) > confidence($1) }
    + right.sorted { confidence($0) < confidence($1) }.prefix(60)
  let rows = mistakes.map { row in
    [
      StyledText("\(row + 1)", .muted), StyledText(names[guesses.truths[row]]),
      StyledText(
        names.saidBriefly(guesses.guesses[row]), wrong.contains(row) ? .warning : .right),
      StyledText(guesses.text(of: guesses.guesses[row][0], row: row)),
      StyledText(
        guesses.inputs.row(row).prefix(8).map { $0.formatted(significant: 3) }
          .joined(separator: " "), .muted),
    ]
  }
  return TextTable(
    [
      TableColumn("sample", alignment: .trailing, priority: 2), TableColumn("is", priority: 5),
      TableColumn("said", priority: 5),
      TableColumn(guesses.hasShares ? "sure" : "output", alignment: .trailing, priority: 4),
      TableColumn("inputs", priority: 1),
    ], rows: rows, selected: selected.flatMap { mistakes.firstIndex(of: $0) })
}

extension Panel {
  static let confusion = Panel(
    "confusion", term: "confusion matrix",
    title: { model in
      guard let guesses = model.summary.guesses else { return "confusion" }
      return "confusion, \(guesses.name): rows true, columns said"
    }, side: .right,
    needs: { context in
      let classes = max(2, context.shape.last ?? 2)
      return PanelNeeds(
        width: .init(19, best: min(60, 4 * classes + 16), most: .max),
        height: .init(min(12, classes + 2), best: classes + 2, most: 2 * classes + 2))
    },
    sheds: "the recall, the last classes", fills: { $0.hasManyClasses },
    hasSubject: { $0.summary.guesses != nil },
    draw: drawConfusion, drawZoomed: drawConfusionZoomed, words: confusionWords,
    details: confusionDetails,
    legend: confusionLegend)
}

extension PanelContext {
  /// Whether the outputs look like classes that can be taken for one another.
  fileprivate var hasManyClasses: Bool { (shape.last ?? 1) > 2 && dataCount > 10 }
}

/// How many are wrong, which class is recognized the least, and what is taken for what most often.
private func confusionWords(_ model: Model) -> [String] {
  guard let guesses = model.summary.guesses else { return [] }
  let recalls = (0..<guesses.confusion.rows).compactMap { group in
    guesses.recall(of: group).map { (group: group, share: $0) }
  }
  guard let least = recalls.min(by: { $0.share < $1.share }) else { return guessWords(model) }
  let names = model.classNames
  let confused = guesses.confusion.confused.prefix(3).map { pair in
    "class \(names[pair.truth]) for \(names[pair.guess]), \(pair.count == 1 ? "once" : "\(compact(pair.count)) times")"
  }
  return guessWords(model)
    + ["Recognized the least: class \(names[least.group]), \(percent(least.share)) of its samples."]
    + (confused.isEmpty
      ? [] : ["Taken for another most often: \(confused.joined(separator: "; "))."])
}

/// The same with every row of the table: what each class was taken for.
private func confusionDetails(_ model: Model) -> [String] {
  guard let guesses = model.summary.guesses else { return [] }
  let (table, names) = (guesses.confusion, model.classNames)
  let rows = (0..<table.rows).map { truth in
    let cells = (0..<table.columns).filter { table[truth, $0] > 0 }.map {
      "\(names[$0]) \(compact(table[truth, $0]))"
    }
    return "Class \(names[truth]) was taken for: \(cells.joined(separator: ", "))."
  }
  return confusionWords(model) + rows
}

extension Matrix {
  /// Which class was taken for which other and how often, the most often first.
  fileprivate var confused: [(truth: Int, guess: Int, count: Double)] {
    let pairs = (0..<rows).flatMap { truth in
      (0..<columns).map { (truth: truth, guess: $0, count: self[truth, $0]) }
    }
    return pairs.filter { $0.truth != $0.guess && $0.count > 0 }
      .sorted { ($1.count, $0.truth, $0.guess) < ($0.count, $1.truth, $1.guess) }
  }
}

private func confusionLegend(_ model: Model) -> [LegendRow] {
  let (right, wrong) = (ConfusionGrid.right(recall: 1), ConfusionGrid.wrong(share: 0.1))
  let grounds =
    model.showsTones
    ? [
      LegendRow(
        StyledText("39", Style(ground: right)),
        "taken for what they are: the greener, the larger the share of their class"),
      LegendRow(
        StyledText("2", Style(ground: wrong)),
        "taken for another class: the lighter, the larger the share"),
    ]
    : [
      LegendRow(StyledText("39"), "taken for what they are"),
      LegendRow(StyledText("2", .warning), "taken for another class"),
    ]
  return grounds + confusionSigns
}

private let confusionSigns = [
  LegendRow(StyledText("·", .muted), "none"),
  LegendRow(StyledText("+", .muted), "more samples than the cell has room for"),
  LegendRow(StyledText("recall", .muted), "the share of a class that is recognized"),
  LegendRow(
    StyledText("0.5", .muted), "of samples whose outputs tie, each class has an equal part"),
  LegendRow(StyledText("2", .selected), "where the sample is that N has chosen"),
]
