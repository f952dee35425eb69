/// Something that is wrong with a training run, said with the figures that show it.
///
/// It speaks of all samples that the run learns from, at the place where the run stands.
public struct TrainingProblem: Hashable, Sendable {
  /// What kind of trouble it is.
  public let kind: ProblemKind
  /// The layers that it is about, from 1; empty when it is about the whole run.
  public let layers: [Int]
  /// The units that it is about, from 1, of its one layer or of the last one; empty when it is not about units.
  public let units: [Int]
  /// It in a few words, for where a sentence has no room.
  public let headline: String
  /// What is wrong and how it shows, for the learner.
  public let finding: String
  /// What helps, as a sentence; empty where the finding says it all.
  public let remedy: String
  /// Whether it does harm; a few idle units in a network that learns do none.
  public private(set) var isHarmful: Bool

  /// The same where it harms nothing any more.
  var harmless: TrainingProblem {
    var problem = self
    problem.isHarmful = false
    return problem
  }

  init(
    _ kind: ProblemKind, layers: [Int] = [], units: [Int] = [], headline: String, _ finding: String,
    remedy: String = "", isHarmful: Bool = true
  ) {
    self.kind = kind
    self.layers = layers
    self.units = units
    self.headline = headline
    self.finding = finding
    self.remedy = remedy
    self.isHarmful = isHarmful
  }

  /// What is wrong, how it shows and what helps.
  public var sentence: String { remedy.isEmpty ? finding : finding + " " + remedy }
}

/// A kind of trouble: how it is found, and what becomes of a layer that has it.
///
/// To add one, write a file with its record in this folder and put the record into `all`.
public struct ProblemKind: Sendable {
  /// Its name.
  public let name: String
  /// What a layer's gradient is called that has it, in a word; nil where the kind is not about gradients.
  public let gradientVerdict: String?
  /// Whether it is only looked for where nothing else was found.
  let isLastResort: Bool
  /// Finds it in what is known of a run.
  let find: @Sendable (Examination) -> [TrainingProblem]

  init(
    _ name: String, gradientVerdict: String? = nil, isLastResort: Bool = false,
    _ find: @escaping @Sendable (Examination) -> [TrainingProblem]
  ) {
    self.name = name
    self.gradientVerdict = gradientVerdict
    self.isLastResort = isLastResort
    self.find = find
  }

  /// Every kind, the whole run's troubles first, then layers, then units, and what nothing else explains in the end.
  public static let all: [ProblemKind] = [
    .unstableRate, .unreachableTargets, .deadNetwork, .exploding, .vanishing, .deadUnits,
    .saturatedUnits, .slowOutputs, .runningFigures, .overfitting, .leastLoss, .plateau, .noise,
    .unfitScale,
  ]
}

extension ProblemKind: Hashable {
  /// Kinds are told apart by their names.
  public static func == (left: ProblemKind, right: ProblemKind) -> Bool { left.name == right.name }

  /// The name only, as in ==.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension Run {
  /// What is wrong with the run where it stands, one a kind and layer.
  ///
  /// It takes two walks over all samples.
  public var diagnoses: [TrainingProblem] { findings.filter(\.isHarmful) }

  /// The same, with what does no harm.
  public var findings: [TrainingProblem] {
    if let divergence {
      // What is known of its cause stays known, and which units are dead, which harms nothing any more.
      let examination = Examination(self)
      let dead = [ProblemKind.deadNetwork, .deadUnits].flatMap { $0.find(examination) }
      return [.divergence(divergence, of: self)] + ProblemKind.unstableRate(of: self)
        + dead.map(\.harmless)
    }
    let frozen = ProblemKind.nothingToTrain(of: self)
    guard frozen.isEmpty else { return frozen + ProblemKind.unreachableTargets(of: self) }
    let examination = Examination(self)
    return ProblemKind.all.reduce(into: []) { found, kind in
      let isDue = !kind.isLastResort || !found.contains(where: \.isHarmful)
      if isDue { found += kind.find(examination) }
    }
  }

  /// What is wrong with the recipe itself, whatever comes of training: found without a pass over the samples.
  public var recipeProblems: [TrainingProblem] {
    ProblemKind.unreachableTargets(of: self) + ProblemKind.unstableRate(of: self)
      + ProblemKind.nothingToTrain(of: self)
  }
}

extension [TrainingProblem] {
  /// What a layer's gradient is called, in a word: the rule is that of the diagnoses; nil where nothing is wrong with it.
  public func gradientVerdict(layer: Int) -> String? {
    first { $0.layers.contains(layer) && $0.kind.gradientVerdict != nil }?.kind.gradientVerdict
  }
}
