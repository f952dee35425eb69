import NeuralNetwork
import TerminalCanvas

/// The rows of the table; only those in view are written out.
struct ParameterRows {
  let indices: [ParameterIndex]
  private let step: TrainingStep
  private let phase: Phase
  /// Whether what the update does must wait, since a question may be about it.
  private let isGuessing: Bool
  private let veil: Veil
  /// Whether the step has just been made, so that the network holds what comes next already.
  private let isMade: Bool

  /// Whether the last step found out what a phase does, and which parameter it moved the furthest.
  private let isFresh: (Phase) -> Bool
  private let movedMost: ParameterIndex?
  /// Every parameter as it was observed, up to now; empty where runs keep none.
  private let way: [[Double]]
  private let offsets: [ParameterIndex: Int]
  private let width: Int
  private let glyphs: GlyphSet
  /// The symbol of what the optimizer remembers first.
  private let firstMoment: String

  /// - Parameters:
  ///   - model: whose parameters they are.
  ///   - width: the columns of the table.
  ///   - glyphs: what it is drawn with.
  init(_ model: Model, width: Int, glyphs: GlyphSet) {
    (self.width, self.glyphs) = (width, glyphs)
    firstMoment = OptimizerPart.firstMoment(of: model.run.activeExperiment.optimizer).symbol
    isFresh = model.isFresh
    movedMost = model.movedMost
    isGuessing = model.isGuessing
    veil = model.veil
    isMade = model.run.isUpdateMade
    let step = model.shownStep
    let all = step.network.parameterIndices
    let mayTell = !model.isGuessing && model.shownPhase == .whole
    self.step = step
    phase = model.shownPhase
    indices =
      model.look.sortsByChange && mayTell
      ? all.sorted { abs(step.change($0)) > abs(step.change($1)) } : all
    way = model.run.history.observations.map(\.parameters).filter { $0.count == all.count }
    offsets =
      way.count < 2
      ? [:] : Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, $0) })
  }

  /// The columns of their way: what the numbers leave.
  private var wayColumns: Int {
    let numbers = 4 + (moments.first ? 1 : 0) + (moments.second ? 1 : 0)
    return min(40, max(10, width - Self.nameColumns - numbers * Self.figureColumns))
  }

  private static let nameColumns = 9
  /// A number with its sign and five decimals, and two blanks.
  private static let figureColumns = 11

  /// A parameter's way up to now, from its lowest to its highest place.
  private func way(of index: ParameterIndex) -> StyledText {
    guard let offset = offsets[index] else { return "" }
    let values = way.map { $0[offset] } + [step.before(index)]
    return StyledText(WayLine(values).text(columns: wayColumns, glyphs), .muted)
  }

  /// The sum to check; right after an update what came of it counts for more than its gradient.
  var columns: [TableColumn] {
    func figure(_ title: String, _ priority: Int) -> TableColumn {
      TableColumn(title, alignment: .trailing, priority: priority)
    }
    var columns = [
      TableColumn("name", priority: 9), figure(isMade ? "before" : "value", 8),
      figure("gradient", isMade ? 5 : 6), figure("change", 7),
      figure(isMade ? "now" : "next", isMade ? 6 : 5),
    ]
    if !offsets.isEmpty { columns.append(TableColumn("its way", priority: 3, isPicture: true)) }
    if moments.first { columns.append(figure(firstMoment, 2)) }
    if moments.second { columns.append(figure("s", 1)) }
    return columns
  }

  private var moments: (first: Bool, second: Bool) {
    guard let index = indices.first else { return (false, false) }
    return (step.firstMoment(index) != nil, step.secondMoment(index) != nil)
  }

  func row(of index: ParameterIndex) -> [StyledText] {
    let isKnown = phase >= .backward(layer: index.layer)
    func known(_ value: Double?, _ isTold: Bool = true) -> StyledText {
      value.map { isKnown && isTold ? signed($0) : StyledText("·", .muted) } ?? ""
    }
    func marked(_ text: StyledText, _ isMarked: Bool) -> StyledText {
      isMarked ? text.restyled { $0.attributes.insert(.bold) } : text
    }
    var values = [
      StyledText(step.network.symbol(index)),
      marked(signed(step.told(index)), index == movedMost),
      marked(
        known(step.gradient(index), !veil.hidesGradient(index)),
        isFresh(.backward(layer: index.layer))),
      step.network.isFrozen(index)
        ? StyledText("frozen", .muted) : known(step.change(index), !isGuessing),
      known(step.after(index), !isGuessing),
    ]
    if !offsets.isEmpty { values.append(way(of: index)) }
    if moments.first { values.append(known(step.firstMoment(index))) }
    if moments.second { values.append(known(step.secondMoment(index))) }
    return values
  }
}

extension TrainingStep {
  /// A parameter's value as it is told: 0 where it is tiny, and next to its change no more than a rounding.
  func told(_ index: ParameterIndex) -> Double {
    abs(before(index)) < 1e-13 * min(1, abs(change(index))) ? 0 : before(index)
  }
}

/// A number with its sign, which the color repeats; with as many digits as a row of them leaves legible.
func signed(_ value: Double) -> StyledText {
  guard value != 0 else { return StyledText("0", .muted) }
  // Five decimals leave a single figure of numbers below this.
  let text =
    value.magnitude < 1e-4
    ? value.scientific(significant: 2, signed: true)
    : value.fitted(width: 8, decimals: 5, signed: true)
  return StyledText(text, value < 0 ? .negative : .positive)
}
