/// The arena and the loops of training. Lives as long as one call needs it.
final class Trainer {
  init(_ plan: Plan, _ state: State, _ journal: Journal) {
    fatalError("follows at once")
  }

  /// Works one whole step out, update included.
  func capture() -> TrainingStep { fatalError("follows at once") }

  static func loss(of network: Network, kind: Loss, on data: Dataset) -> Double {
    fatalError("follows at once")
  }
}

extension Network {
  /// What every layer makes of samples in inference, from the first.
  func activations(for inputs: Matrix) -> [Matrix] { fatalError("follows at once") }
}

extension Run {
  mutating func move(to update: Int) { fatalError("follows at once") }
}
