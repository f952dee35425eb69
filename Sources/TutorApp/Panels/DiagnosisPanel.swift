import NeuralNetwork
import TerminalCanvas

/// What is wrong with the run, each with the figures that show it.
func drawDiagnosis(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let place = rect.inset(left: 1, right: 1)
  guard !model.isGuessing else {
    canvas.write(StyledText("after your guess", .muted), in: place)
    return
  }
  let findings = TrainingProblem.summaries(model.diagnoses, shape: model.run.network.shape)
  guard !findings.isEmpty else {
    canvas.write(StyledText("No known fault found.", .muted), in: place)
    return
  }
  func wrapped(_ findings: [String]) -> [StyledText] {
    findings.flatMap { finding in
      StyledText(finding).wrapped(
        to: place.width, glyphs: canvas.glyphs, first: StyledText("! ", .warning))
    }
  }
  let full = wrapped(findings)
  let lines =
    full.count <= place.height
    ? full : wrapped(TrainingProblem.headlines(model.diagnoses))
  let shown = lines.count > place.height ? place.height - 1 : lines.count
  canvas.write(Array(lines.prefix(max(0, shown))), in: place)
  if shown < lines.count {
    canvas.write(StyledText("… and more (z zooms)", .muted), in: place, row: place.height - 1)
  }
}

extension TrainingProblem {
  /// Each kind of trouble in a few words, for where sentences have no room.
  static func headlines(_ diagnoses: [TrainingProblem]) -> [String] {
    var told: Set<[Int]> = []
    return diagnoses.compactMap { diagnosis in
      guard let group = diagnosis.group else { return diagnosis.sentence }
      guard told.insert(group).inserted else { return nil }
      return diagnosis.headline(for: diagnoses.filter { $0.group == group })
    }
  }

  private func headline(for alike: [TrainingProblem]) -> String {
    let list = Self.ranges(of: alike.map(\.place))
    let isOne = alike.count == 1
    let units = isOne ? "Unit \(list)" : "Units \(list)"
    let norms = Set([alike.map(\.norm).min(), alike.map(\.norm).max()].compactMap { $0 })
      .sorted().map { $0 == 0 ? "0" : $0.scientific(significant: 2) }.joined(separator: " to ")
    let layers = isOne ? "Layer \(list)" : "Layers \(list)"
    return switch self {
    case .deadUnit(let layer, _, _):
      "\(units) of layer \(layer) \(isOne ? "is" : "are") dead"
    case .saturatedUnit(let layer, _, _):
      "\(units) of layer \(layer) \(isOne ? "is" : "are") saturated"
    case .vanishing: "\(layers) \(isOne ? "vanishes" : "vanish"): \(norms)"
    case .exploding: "\(layers) \(isOne ? "explodes" : "explode"): \(norms)"
    default: sentence
    }
  }

  /// One sentence for each kind of trouble in a layer: units that share a fault are counted and listed.
  static func summaries(_ diagnoses: [TrainingProblem], shape: [Int]) -> [String] {
    var sentences: [String] = []
    var told: Set<[Int]> = []
    for diagnosis in diagnoses {
      guard let group = diagnosis.group else {
        sentences.append(diagnosis.sentence)
        continue
      }
      guard told.insert(group).inserted else { continue }
      let alike = diagnoses.filter { $0.group == group }
      sentences.append(
        alike.count == 1 ? diagnosis.sentence : diagnosis.sentence(for: alike, shape))
    }
    return sentences
  }

  /// What tells apart the kinds that are counted together: units by fault and layer, layers by fault.
  private var group: [Int]? {
    switch self {
    case .deadUnit(let layer, _, _): [0, layer]
    case .saturatedUnit(let layer, _, _): [1, layer]
    case .vanishing: [2]
    case .exploding: [3]
    case .unstableLearningRate, .deadNetwork, .divergence: nil
    }
  }

  private var place: Int {
    switch self {
    case .deadUnit(_, let unit, _), .saturatedUnit(_, let unit, _): unit
    case .vanishing(let layer, _, _), .exploding(let layer, _): layer
    case .unstableLearningRate, .deadNetwork, .divergence: 0
    }
  }

  private var norm: Double {
    switch self {
    case .vanishing(_, let norm, _), .exploding(_, let norm): norm
    default: 0
    }
  }

  private func sentence(for alike: [TrainingProblem], _ shape: [Int]) -> String {
    let places = alike.map(\.place)
    let list = Self.ranges(of: places)
    let norms = [alike.map(\.norm).min(), alike.map(\.norm).max()].compactMap { $0 }
      .map { $0 == 0 ? "0" : $0.scientific(significant: 2) }.joined(separator: " to ")
    switch self {
    case .deadUnit(let layer, _, _):
      return "\(places.count) of \(shape[layer]) units of layer \(layer) are dead: \(list). "
        + "Their z is above 0 for no sample, so ReLU puts out 0 and no gradient reaches them."
    case .saturatedUnit(let layer, _, _):
      return "\(places.count) of \(shape[layer]) units of layer \(layer) are saturated: \(list). "
        + "They are flat on nearly all samples, so hardly any gradient passes."
    case .vanishing: return "The gradient vanishes in layers \(list): norms \(norms)."
    case .exploding: return "The gradient explodes in layers \(list): norms \(norms)."
    default: return sentence
    }
  }

  /// 1, 2, 3 and 5 as `1-3, 5`.
  private static func ranges(of numbers: [Int]) -> String {
    let runs = numbers.reduce(into: [ClosedRange<Int>]()) { runs, number in
      if let last = runs.last, last.upperBound + 1 == number {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    return runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
      .joined(separator: ", ")
  }
}

extension Panel {
  static let diagnosis = Panel(
    "diagnosis", term: "diagnosis", title: { _ in "diagnosis" }, side: .left,
    needs: { _ in PanelNeeds(width: .init(20, best: 37), height: .init(3, best: 5, most: 9)) },
    sheds: "the figures of each finding, then the last findings", draw: drawDiagnosis)
}
