import NeuralNetwork

/// What `perceptron` prints.
struct PerceptronTable {
  /// The file and how many of its samples are used.
  private let title: String
  private let samples: Int
  /// The training after each epoch.
  private let epochs: [PerceptronTraining]
  private let end: PerceptronTraining

  /// Trains on a run's samples until it ends, or for a number of epochs.
  /// - Throws: what the perceptron rule rejects.
  init(name: String, _ run: Run, epochs limit: Int) throws(ExperimentError) {
    var (training, epochs) = (try PerceptronTraining(run.dataset), [PerceptronTraining]())
    while training.outcome == nil, training.epoch < limit {
      training.trainEpoch()
      epochs.append(training)
    }
    (self.epochs, end) = (epochs, training)
    samples = run.dataset.count
    let others = [run.heldOut, run.test].reduce(0) { $0 + ($1?.count ?? 0) }
    title =
      "\(name): " + samples.counted("sample")
      + (others > 0 ? ", \(others) kept apart and not used" : "")
  }

  private var head: [String] {
    ["epoch", "mistakes", "updates"]
      + end.perceptron.weights.indices.map { "w\($0 + 1)" } + ["b"]
  }

  private static func row(_ training: PerceptronTraining) -> [String] {
    let unit = training.perceptron
    return ([training.epoch, training.mistakes, training.updates] + unit.weights + [unit.bias])
      .map(String.init)
  }

  // MARK: Text

  /// A line for each epoch, at most about forty, and how it ended.
  var text: String {
    let stride = (epochs.count + 39) / 40
    let shown = epochs.filter { $0.epoch % stride == 0 || $0.epoch == end.epoch }
    let rows = alignedRows([head] + shown.map(Self.row))
    let sentence =
      end.sentence ?? "Epoch \(end.epoch) still makes mistakes: more --epochs may settle it."
    return ([title] + rows + [sentence]).joined(separator: "\n") + "\n"
  }

  // MARK: CSV

  /// A row for each epoch.
  var csv: String {
    ([head] + epochs.map(Self.row)).map { $0.joined(separator: ",") + "\n" }.joined()
  }

  // MARK: JSON

  /// How it ended and the mistakes of every epoch.
  var json: String {
    JSONText.object([
      ("samples", "\(samples)"), ("outcome", outcome.map(JSONText.string) ?? "null"),
      ("epochs", "\(end.epoch)"),
      ("updates", "\(end.updates)"), ("repeats_epoch", repeated.map { "\($0)" } ?? "null"),
      ("weights", JSONText.array(end.perceptron.weights.map(String.init))),
      ("bias", "\(end.perceptron.bias)"),
      ("mistakes", JSONText.array(epochs.map { "\($0.mistakes)" })),
    ]) + "\n"
  }

  private var outcome: String? {
    switch end.outcome {
    case nil: nil
    case .separated: "separated"
    case .repeats: "repeats"
    case .outgrown: "outgrown"
    }
  }

  private var repeated: Int? {
    if case .repeats(let epoch) = end.outcome { epoch } else { nil }
  }
}
