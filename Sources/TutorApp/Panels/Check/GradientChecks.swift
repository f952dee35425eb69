import NeuralNetwork

/// The gradients of a step held against finite differences, the worst first.
struct GradientChecks: Sendable {
  /// The worst first; of equal errors in the order of the parameters.
  let list: [GradientCheck]
  /// How many parameters the network has.
  let parameterCount: Int
  /// The update whose step was checked.
  let update: Int
  private let place: RunPlace

  /// The multiplications that checks may take together.
  private static let budget = 20_000_000

  init(_ run: Run) {
    place = RunPlace(run)
    update = run.position.update
    let all = run.network.parameterIndices
    parameterCount = all.count
    let work = max(1, all.count * run.step.sampleCount)
    let count = min(all.count, max(16, Self.budget / (2 * work)))
    // Evenly chosen ones, where all would take too long.
    let chosen = (0..<count).map { all[$0 * all.count / count] }
    let checks = chosen.map { GradientCheck.check($0, in: run) }
    list = checks.enumerated().sorted { left, right in
      let (one, other) = (left.element.severity, right.element.severity)
      return one == other ? left.offset < right.offset : one > other
    }.map(\.element)
  }

  /// Whether they are those of a run as it stands.
  func hold(for run: Run) -> Bool { place == RunPlace(run) }

  /// Those in which both sides differ, although no kink explains it.
  var failures: [GradientCheck] { list.filter { !$0.isPassed && $0.kink == nil } }
}

extension GradientCheck {
  /// How bad it is: a number that is none is the worst, and a difference at a kink proves nothing.
  fileprivate var severity: Double {
    guard kink == nil || isPassed else { return 0 }
    return relativeError.isNaN ? .infinity : relativeError
  }

  /// What backpropagation says, as a multiple of the difference; nil where that is 0.
  var ratio: Double? { numerical == 0 ? nil : analytic / numerical }
}

extension Model {
  /// The checks of the focused run; while it plays, those it had when it began to.
  var gradientChecks: GradientChecks {
    if let known = studies.checks, isPlaying || known.hold(for: run) { return known }
    return GradientChecks(run)
  }
}
