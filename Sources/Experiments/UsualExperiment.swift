import NeuralNetwork
import Platform

/// The experiment that the name of a data set, or of a table in CSV, stands for.
public struct UsualExperiment {
  /// Its file, line by line.
  public let lines: [String]
  /// What was read to find them: a table need not be read again.
  public let known: ExperimentFile?
  private let name: String

  /// The experiment with some hidden layers; nil where the name is neither, or a data set's that a file has, too.
  ///
  /// Settings for it may say whether targets are classes.
  public init?(named name: String, hidden: String = "[8]", with settings: [Override] = []) {
    guard Self.isDataset(name) || CSVTable.isPath(name) else { return nil }
    self.name = name
    let hidden = "hidden: \(hidden)"
    guard CSVTable.isPath(name) else {
      (lines, known) = (["data: \(name)", hidden], nil)
      return
    }
    (lines, known) = Self.onTable(name, hidden, settings)
  }

  /// Whether it is a data set's name, and no file has it.
  public static func isDataset(_ name: String) -> Bool {
    NamedDataset.names.contains(name) && !FileManager.default.fileExists(atPath: name)
  }

  /// The text of its file, which stands beside the table.
  public var source: SourceText { Self.source(name, lines) }

  /// Inputs are scaled, and targets that are amounts; of classes there is nothing to scale.
  private static func onTable(
    _ path: String, _ hidden: String, _ settings: [Override]
  ) -> ([String], ExperimentFile?) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let lines = ["data: \(YAMLText.flow(.group([("csv", YAMLNode(name))])))", hidden]
    let ofClasses = lines + ["scaling: standard"]
    let known = try? ExperimentDocument(source(path, ofClasses)).read(with: settings)
    guard let known, known.classNames == nil else { return (ofClasses, known) }
    return (lines + ["scaling: {inputs: standard, targets: standard}"], known)
  }

  private static func source(_ name: String, _ lines: [String]) -> SourceText {
    SourceText(name: name, text: lines.joined(separator: "\n") + "\n")
  }
}

extension ExperimentFile {
  /// The experiment of a file's name, or of what stands for one.
  /// - Throws: everything that is wrong with it.
  public init(named name: String) throws(Diagnostics) {
    if let usual = UsualExperiment(named: name) {
      self = try ExperimentDocument(usual.source).read(knowing: usual.known)
      return
    }
    let source: SourceText
    do { source = try SourceText(path: name) } catch { throw Diagnostics([error]) }
    try self.init(source)
  }
}
