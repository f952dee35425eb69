import NeuralNetwork
import TerminalCanvas

/// What the drawings of a network need to know of a run: the pinned sample's way through it, as far as the learner has
/// walked.
struct NetworkPicture {
  let network: Network
  let step: TrainingStep
  let phase: Phase
  let selected: ParameterIndex?
  let glyphs: GlyphSet
  /// The pinned sample's row in the step; nil where no step shows it.
  let row: Int?
  /// What each layer puts out for the pinned sample, the inputs first: from the step where the batch holds it.
  private let activations: [[Double]]
  let targets: [Double]
  private let faults: [[Int]: Fault]
  /// The largest weight of all layers, without its sign.
  let largestWeight: Double
  /// Whether the last step found out what a phase does.
  private let isFresh: (Phase) -> Bool
  /// The parameter that the last step moved the furthest.
  private let movedMost: ParameterIndex?
  /// What waits for a guess.
  private let veil: Veil
  /// What the learner took a number for.
  private let guess: Guess?
  let classNames: ClassNames

  /// What is wrong with a unit.
  enum Fault: Hashable { case dead, saturated }

  init(_ model: Model, glyphs: GlyphSet) {
    self.glyphs = glyphs
    network = model.run.network
    // A step learns from no sample that is held out.
    let way = model.shownHeldOut == nil ? model.sampleStep(in: model.run.step) : nil
    let shown = model.shownPlace
    (step, row) = (way?.step ?? model.run.step, way?.row)
    phase = model.run.position.phase
    selected = model.look.selected.flatMap { model.run.network.contains($0) ? $0 : nil }
    isFresh = model.isFresh
    movedMost = model.movedMost
    (veil, classNames) = (model.veil, model.classNames)
    guess = model.guessOfShownSample
    activations = way?.activations ?? network.activations(of: shown.row, in: shown.data)
    targets = Array(shown.data.targets.row(shown.row))
    faults = Self.faults(model)
    largestWeight = network.largestWeight
  }

  private static func faults(_ model: Model) -> [[Int]: Fault] {
    var faults: [[Int]: Fault] = [:]
    let marks: [ProblemKind: Fault] = [
      .deadNetwork: .dead, .deadUnits: .dead, .saturatedUnits: .saturated,
    ]
    for problem in model.isGuessing ? [] : model.summary.findings {
      guard let fault = marks[problem.kind], let layer = problem.layers.last else { continue }
      for unit in problem.units { faults[[layer, unit]] = fault }
    }
    return faults
  }

  var depth: Int { network.depth }

  /// Units of a layer; layer 0 are the inputs.
  func unitCount(layer: Int) -> Int { network.shape[layer] }
}

// MARK: - Numbers

extension NetworkPicture {
  /// The activation of a unit for the sample; nil while the learner has not got there, or is asked for it.
  func activation(layer: Int, unit: Int) -> Double? {
    guard !veil.hidesActivation(layer: layer, unit: unit, depth: depth) else { return nil }
    guard layer == 0 || row == nil || phase >= .forward(layer: layer) else { return nil }
    return activations[layer][unit - 1]
  }

  /// What a unit hands to its activation for the sample; nil where what it puts out is, where a number that it would tell is
  /// asked for, and where no step shows the sample.
  func z(layer: Int, unit: Int) -> Double? {
    let telling: [Quantity.Kind] = [
      .preActivation(layer: layer, unit: unit), .normalized(layer: layer, unit: unit),
      .delta(layer: layer, unit: unit),
    ]
    guard let row, layer > 0, activation(layer: layer, unit: unit) != nil,
      !telling.contains(where: veil.hides)
    else { return nil }
    return step.normalized(layer: layer)[row, unit - 1]
  }

  /// δ of a unit for the sample alone, as its loss is; nil while the learner has not got there, or where no step shows
  /// the sample.
  func delta(layer: Int, unit: Int) -> Double? {
    guard let row, layer > 0, phase >= .backward(layer: layer),
      !veil.hides(.delta(layer: layer, unit: unit))
    else { return nil }
    return step.deltas(layer: layer)[row, unit - 1] * step.samplesPerMean
  }

  /// What all units of a layer put out for the sample, however far the learner has walked.
  func outputs(layer: Int) -> [Double] { activations[layer] }

  /// The pinned sample's inputs.
  var inputs: [Double] { activations[0] }

  /// The weight into a unit of a layer (from 1).
  func weight(layer: Int, unit: Int, input: Int) -> Double {
    network[.weight(layer: layer, unit: unit, input: input)]
  }

  /// A weight as a share of the largest of all layers, −1...1.
  func share(_ weight: Double) -> Double {
    largestWeight > 0 && weight.isFinite ? weight / largestWeight : 0
  }

  /// The target of an output unit for the sample.
  func target(unit: Int) -> Double { targets[unit - 1] }

  /// The sample's own loss; nil while the learner has not got there.
  var error: Double? {
    guard let row, phase >= .loss, !veil.hidesLoss else { return nil }
    return step.sampleCount == 1 ? step.dataLoss : step.dataLoss(ofRow: row)
  }
}

// MARK: - Signs

extension NetworkPicture {
  func fault(layer: Int, unit: Int) -> Fault? { faults[[layer, unit]] }

  /// The mark of what is wrong with a unit; a blank where nothing is.
  func mark(layer: Int, unit: Int) -> StyledText {
    switch fault(layer: layer, unit: unit) {
    case .dead?: Self.dead
    case .saturated?: Self.saturated
    case nil: " "
    }
  }

  /// A unit's number with the mark of what is wrong with it, between them a blank where a width has room for it.
  func marked(_ number: StyledText, layer: Int, unit: Int, width: Int) -> StyledText {
    guard fault(layer: layer, unit: unit) != nil else { return number }
    let gap: StyledText = glyphs.columns(of: number) + 2 <= width ? " " : ""
    return number + gap + mark(layer: layer, unit: unit)
  }

  /// The mark of a unit that puts out 0 for every sample; a cross would say that a sample is taken for another class.
  static let dead = StyledText("†", .warning)
  /// The mark of a unit that is flat on nearly all samples.
  static let saturated = StyledText("‡", .warning)

  /// How a number is written that a phase finds out: it stands out when the last step did.
  func style(foundIn phase: Phase) -> Style { isFresh(phase) ? Style(.accent, .bold) : .text }

  /// The sign in front of a unit's number: its function, or x for an input.
  func symbol(layer: Int) -> String {
    guard layer > 0 else { return "x" }
    let activation = network.layers[layer - 1].activation
    return glyphs == .ascii ? activation.asciiSymbol : activation.symbol
  }

  /// What stands above each layer, the inputs first: its number and its activation, by its name where all layers have room
  /// for that, else by its sign, else neither.
  func headings(rooms: [Int]) -> [String] {
    let signs = network.layers.map { symbol(layer: $0.number) }
    // Two letters would be read as a word: `4 th`.
    let areSigns = signs.allSatisfy { $0.count < 2 || !$0.allSatisfy { $0.isASCII && $0.isLetter } }
    let forms = [network.layers.map(\.activation.title)] + (areSigns ? [signs] : [])
    func fits(_ texts: [String]) -> Bool {
      zip(texts, rooms).allSatisfy { glyphs.columns(of: $0) <= $1 }
    }
    let texts = forms.map { ["x"] + $0.enumerated().map { "\($0 + 1) \($1)" } }
    return texts.first(where: fits)
      ?? zip(["x"] + (1...depth).map(String.init), rooms).map { $0.count <= $1 ? $0 : "" }
  }

  /// A parameter's number with its sign, reversed where it is the selected one.
  func text(_ index: ParameterIndex, width: Int, decimals: Int) -> StyledText {
    let value = network[index]
    var style: Style = value == 0 ? .muted : value < 0 ? .negative : .positive
    if selected == index { style.attributes.insert(.reversed) }
    if movedMost == index { style.attributes.insert(.bold) }
    return StyledText(value.fitted(width: width, decimals: decimals, signed: true), style)
  }

  /// The unit that the selected parameter belongs to.
  var selectedUnit: (layer: Int, unit: Int)? { selected.map { ($0.layer, $0.unit) } }

  /// Whether the lines into a unit stand out: the selected unit's, or all where none is selected.
  func isBright(layer: Int, unit: Int) -> Bool {
    selectedUnit.map { $0 == (layer, unit) } ?? true
  }

  /// How the line of a weight looks: its color tells the sign and the size, and it is dim beside the selected unit's.
  func lineStyle(layer: Int, unit: Int, input: Int) -> Style {
    let weight = weight(layer: layer, unit: unit, input: input)
    guard weight != 0 else { return .rule }
    let light = max(0.45, abs(share(weight))) * (isBright(layer: layer, unit: unit) ? 1 : 0.5)
    return Style(
      weight < 0 ? .negative : .positive, isBright(layer: layer, unit: unit) ? [] : .dim,
      tone: Tone(.sign, weight < 0 ? -light : light))
  }

  /// Dots across the line of a weight: one for the small ones, up to three for the largest, as far as glyphs have them.
  func thickness(layer: Int, unit: Int, input: Int) -> Int {
    let more: Double = glyphs == .braille ? 2 : glyphs == .block ? 1 : 0
    return 1 + Int((more * abs(share(weight(layer: layer, unit: unit, input: input)))).rounded())
  }
}

// MARK: - Guesses

extension NetworkPicture {
  /// The unit that a guess belongs to: the one whose number it is, or the one that the weight leads into.
  ///
  /// A gradient, which the picture does not show, would be taken for a number of the unit.
  private var guessedUnit: (layer: Int, unit: Int)? {
    switch guess?.kind {
    case .parameter(let index)?: (index.layer, index.unit)
    case .activation(let layer, let unit)?, .delta(let layer, let unit)?,
      .preActivation(let layer, let unit)?:
      (layer, unit)
    case .output(let unit)?: (depth, unit)
    default: nil
    }
  }

  /// What the learner took a number of a unit for, where that is not what it is.
  func guess(layer: Int, unit: Int, width: Int) -> StyledText? {
    guard let guess, !guess.isRight, let place = guessedUnit, place == (layer, unit) else {
      return nil
    }
    return StyledText("? \(guess.value.fitted(width: width, decimals: 4))", Style(.guess, .bold))
  }

  /// The sign of the parameter that was asked for.
  func sign(of index: ParameterIndex) -> StyledText {
    guard let guess, guess.kind == .parameter(index) else { return "" }
    return guess.isRight ? StyledText("✓", .right) : StyledText("?", Style(.guess, .bold))
  }
}

extension SampleStep {
  /// What each layer puts out, the inputs first.
  fileprivate var activations: [[Double]] {
    (0...step.network.depth).map { Array(step.activations(layer: $0).row(row)) }
  }
}

extension Network {
  /// What each layer puts out for a sample of some data as inference, the inputs first.
  fileprivate func activations(of sample: Int, in data: Dataset) -> [[Double]] {
    let inputs = data.inputs.selecting(rows: [sample])
    return [inputs.elements] + activations(for: inputs).map(\.elements)
  }
}
