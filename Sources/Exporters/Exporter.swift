import Experiments
import NeuralNetwork

/// A form in which a run goes on elsewhere: one record that holds all that is known of it.
///
/// The command `export`, its help and its tests walk `all`; a new form is its file and its line there.
public struct Exporter: ListedRecord {
  /// The name that the command line uses.
  public let name: String
  /// As a menu shows it.
  public let title: String
  /// What it writes, in a sentence.
  public let summary: String
  /// What it cannot express, in a sentence; nil where it expresses all.
  public let limits: String?
  /// How the name of its files ends, without the dot.
  public let fileExtension: String
  /// Whether it is text that a terminal may show.
  public let isText: Bool
  /// The keys of an experiment that it carries over, or has no need of; a new one is refused until it stands here.
  ///
  /// Nil where it takes the experiment as it is, or only what became of the run.
  let carried: [String]?
  /// Whether it makes the run again from its beginning, with one recipe.
  public var beginsAnew: Bool { carried != nil }
  private let body: @Sendable (ExportedRun) throws -> [UInt8]

  init(
    name: String, title: String, summary: String, limits: String? = nil, fileExtension: String,
    isText: Bool = true, carries carried: [String]? = nil,
    body: @escaping @Sendable (ExportedRun) throws -> [UInt8]
  ) {
    (self.name, self.title, self.summary, self.limits) = (name, title, summary, limits)
    (self.fileExtension, self.isText, self.carried) = (fileExtension, isText, carried)
    self.body = body
  }

  /// Writes a run.
  ///
  /// Throws an `ExportError` where the run has what cannot be expressed.
  public func write(_ run: ExportedRun) throws -> [UInt8] {
    if let carried, let key = run.experiment.writtenKeys.first(where: { !carried.contains($0) }) {
      throw ExportError(
        "The form '\(name)' cannot carry over '\(key)': take the key out of the experiment, or choose another form."
      )
    }
    return try body(run)
  }
}

extension Exporter {
  /// Every one, in the order of a menu.
  public static let all: [Exporter] = [
    .pytorch, .numpy, .experiment, .safetensors, .onnx, .csv, .jsonLines, .tensorBoard,
  ]
}

/// Why a run cannot be written in some form: what it has that the form cannot express, and what to do.
public struct ExportError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The whole explanation.
  public let sentence: String

  /// The sentence.
  public var description: String { sentence }

  init(_ sentence: String) { self.sentence = sentence }
}
