import NeuralNetwork
import TerminalCanvas

/// The chain rule laid out for a size; what has no room is left out by a written order.
struct ChainSheet {
  /// One line of the sum: what it is, how it is worked out, the sign before the number, the number.
  private struct Row {
    var name: String
    var formula: StyledText
    /// What takes its place where it has no room.
    var shortFormula: StyledText?
    var sign = ""
    var value: String?
    var style: Style = .text
    var isFresh = false

    /// A number that the last step found out stands out.
    var valueStyle: Style { value == nil ? .muted : isFresh ? Style(.accent, .bold) : style }
  }

  private let chain: ChainRule
  private let step: TrainingStep
  private let room: Size
  private let glyphs: GlyphSet
  /// Whether the next value must wait, since a question may be about it.
  private let isGuessing: Bool
  /// What the learner took the gradient for.
  private let guess: Guess?
  /// Whether the engine has a planted fault, and may say something else than the parts come to.
  private let hasFault: Bool

  /// Whether the last step found out what a phase does.
  private let isFresh: (Phase) -> Bool

  init(
    _ chain: ChainRule, in step: TrainingStep, room: Size, glyphs: GlyphSet, isGuessing: Bool,
    guess: Guess? = nil, hasFault: Bool = false,
    isFresh: @escaping (Phase) -> Bool = { _ in false }
  ) {
    self.isFresh = isFresh
    self.isGuessing = isGuessing
    self.guess = guess
    self.hasFault = hasFault
    self.chain = chain
    self.step = step
    self.room = room
    self.glyphs = glyphs
  }

  /// The lines that fit.
  ///
  /// Factors and gradient stay; the others go in this order: the remark, the rule, each sample's share, the next value.
  var lines: [StyledText] {
    let totals = totalRows
    let merged = chain.merged(to: max(1, room.height - totals.count))
    let factors = merged.map(row)
    var spare = room.height - factors.count - totals.count
    func takes() -> Bool {
      spare -= 1
      return spare >= 0
    }
    let next = takes() ? nextLine : nil
    let shares = hasShare && takes() ? sharesLine : nil
    let hasRule = takes()
    let remark = takes() ? remarkLine : nil
    let (above, total) = laidOut(factors, totals: totals)
    let bars = ChainBars(
      merged, of: chain, in: room.width - Self.gapToBars - width(of: above), glyphs)
    let rule = hasRule && !factors.isEmpty ? [ruleLine(under: above, bars)] : []
    return beside(above, bars.lines) + rule + total.dropLast() + [shares].compactMap { $0 }
      + total.suffix(1)
      + [next, remark].compactMap { $0 }
  }

  // MARK: - Rows

  private func row(_ factor: ChainRule.Factor) -> Row {
    Row(
      name: factor.name, formula: StyledText(factor.formula),
      shortFormula: factor.shortFormula.map { StyledText($0) },
      sign: factor == chain.factors.first || factor.isMerged ? "" : "×",
      value: factor.isKnown ? number(factor.value) : nil,
      isFresh: factor.phase.map(isFresh) ?? false)
  }

  /// The product, and where the batch has several samples the sum over them.
  private var totalRows: [Row] {
    let isContradicted = chain.isKnown && contradiction != nil
    let gradient = Row(
      name: "∂E/∂\(step.network.symbol(chain.parameter))",
      formula: guess.map { StyledText("you said \(compact($0.value))", Style(.guess, .bold)) }
        ?? StyledText(batchName),
      shortFormula: guess == nil ? StyledText(batchName.prefix { $0 != "," }.description) : nil,
      sign: isContradicted ? "≠" : "=", value: chain.isKnown ? number(chain.gradient) : nil,
      style: isContradicted ? .warning : .accent)
    guard hasShare, !chain.factors.isEmpty else { return [gradient] }
    let share = part(
      "sample \(chain.sample + 1) \(chain.isInBatch ? "adds" : "would add")", chain.product)
    let penalty = chain.penalty.map { part("penalty adds", $0) }
    return [share] + [penalty].compactMap(\.self) + [gradient]
  }

  /// A part of the gradient.
  private func part(_ name: String, _ value: Double) -> Row {
    Row(
      name: name, formula: "", sign: "=", value: chain.isKnown ? number(value) : nil, style: .muted)
  }

  /// Whether the product is not yet the gradient.
  private var hasShare: Bool { chain.batch.count > 1 || !chain.isInBatch || chain.penalty != nil }

  /// What the parts come to where a planted fault makes the engine say something else.
  private var contradiction: Double? { hasFault ? chain.contradiction : nil }

  /// Whose gradient it is, where the product alone does not say so.
  private var batchName: String {
    if chain.isKnown, let contradiction { return "all parts: \(number(contradiction))" }
    let penalty = chain.penalty == nil ? "" : ", penalty"
    if chain.batch.count > 1 { return "Σ of \(chain.batch.count)\(penalty)" }
    return chain.isInBatch ? "" : "sample \(chain.batch.first.map { $0 + 1 } ?? 0)"
  }

  // MARK: - Lines

  /// Numbers stand with their points below one another.
  private func laidOut(
    _ factors: [Row], totals: [Row]
  ) -> (factors: [StyledText], totals: [StyledText]) {
    let rows = factors + totals
    let names = rows.map { glyphs.columns(of: $0.name) }.max() ?? 0
    let wholes = rows.map { Self.whole($0.value) }.max() ?? 0
    let tails = rows.map { ($0.value?.count ?? 1) - Self.whole($0.value) }.max() ?? 0
    let formulas = rows.map { glyphs.columns(of: $0.formula) }.max() ?? 0
    let signs = rows.map { glyphs.columns(of: $0.sign) }.max() ?? 0
    let numbers = signs + 1 + wholes + tails
    let gap = names + formulas + numbers + 4 <= room.width ? "  " : " "
    let middle = min(formulas, max(0, room.width - names - numbers - 2 * gap.count))
    let lines = rows.map { row in
      let fits = glyphs.columns(of: row.formula) <= middle
      let formula = fits ? row.formula : row.shortFormula ?? row.formula
      let value = String(repeating: " ", count: wholes - Self.whole(row.value)) + (row.value ?? "·")
      return glyphs.padded(
        StyledText(row.name, row.style == .text ? .heading : row.style), to: names)
        + StyledText(gap) + glyphs.padded(formula, to: middle) + StyledText(gap)
        + glyphs.padded(StyledText(row.sign, .muted), to: signs) + " "
        + StyledText(value, row.valueStyle)
    }
    return (Array(lines.prefix(factors.count)), Array(lines.dropFirst(factors.count)))
  }

  /// The characters before the point.
  private static func whole(_ value: String?) -> Int {
    value?.prefix { $0 != "." && $0 != "e" }.count ?? 1
  }

  /// The line under the numbers that are multiplied, which says what the bars beside them are.
  private func ruleLine(under lines: [StyledText], _ bars: ChainBars) -> StyledText {
    let rule = String(repeating: "─", count: min(width(of: lines), room.width))
    return beside([StyledText(rule, .muted)], bars.isEmpty ? [] : [bars.caption])[0]
  }

  private static let gapToBars = 3

  /// Lines with others to the right of all of them.
  private func beside(_ lines: [StyledText], _ others: [StyledText]) -> [StyledText] {
    guard !others.isEmpty else { return lines }
    let width = width(of: lines) + Self.gapToBars
    return zip(lines, others).map { glyphs.padded($0, to: width) + $1 }
  }

  private func width(of lines: [StyledText]) -> Int {
    lines.map { glyphs.columns(of: $0) }.max() ?? 0
  }

  /// What the update makes of the parameter; with plain gradient descent a sum to check.
  private var nextLine: StyledText? {
    let name = step.network.symbol(chain.parameter)
    guard chain.isKnown else { return StyledText("\(name) next  ·", .muted) }
    guard !isGuessing else { return StyledText("\(name) next  after your guess", .muted) }
    let before = number(step.before(chain.parameter))
    let change = step.change(chain.parameter)
    let descent = step.learningRate * chain.gradient
    let rounding = 1e-9 * abs(descent) + 2e-16 * abs(step.before(chain.parameter))
    let isPlain = abs(change + descent) <= rounding
    let sum =
      isPlain
      ? "\(before) − \(compact(step.learningRate)) · \(parenthesized(chain.gradient))"
      : "\(before) \(number(change, signed: true))"
    let after = StyledText(" = ", .muted) + StyledText(number(step.after(chain.parameter)))
    let lines = ["\(name) next  ", "next  ", ""].map {
      StyledText($0) + StyledText(sum, .muted) + after
    }
    return lines.first { glyphs.columns(of: $0) <= room.width } ?? StyledText("\(name) next")
      + after
  }

  private func parenthesized(_ value: Double) -> String {
    value < 0 ? "(\(number(value)))" : number(value)
  }

  /// What every sample adds, where all of it fits on the line.
  private var sharesLine: StyledText? {
    guard chain.isKnown, (2...12).contains(chain.batch.count),
      let shares = step.contributions(to: chain.parameter)
    else { return nil }
    let sum = shares.map { $0 == 0 ? "0" : $0.formatted(significant: 2, signed: true) }
      .joined(separator: " ")
    let line = StyledText("samples  ", .muted) + StyledText(sum, .muted)
    return glyphs.columns(of: line) <= room.width ? line : nil
  }

  private var remarkLine: StyledText? {
    guard !chain.factors.isEmpty || chain.isInBatch else {
      return StyledText("sample \(chain.sample + 1) is not in the batch", .muted)
    }
    guard chain.factors.first?.isLogit == true else { return nil }
    let loss = step.lossKind.name
    let text = StyledText("a − T: slope of \(loss) times slope of f, canceled", .muted)
    return glyphs.columns(of: text) <= room.width
      ? text : StyledText("a − T is both slopes in one", .muted)
  }
}
