/// YAML inside a file: where it begins there, and what is found wrong with it.
package final class YAMLSource {
  package let source: SourceText
  /// Lines of the file before the first line of YAML.
  package let lineOffset: Int
  /// Columns of the file before the first column of YAML.
  package let columnOffset: Int
  /// Whether it may name files to read; what comes from strangers, such as a lesson, may not.
  package let mayReadFiles: Bool
  /// Whether it may plant faults in the engine.
  package let mayPlantFaults: Bool
  package private(set) var diagnostics: [Diagnostic] = []
  /// What is not wrong, but should be known.
  private(set) var notes: [Diagnostic] = []
  /// The samples of files that were read already.
  var files = FileSamples()

  /// More than these say nothing new.
  package static let mostDiagnostics = 50

  package init(
    _ source: SourceText, lineOffset: Int = 0, columnOffset: Int = 0, mayReadFiles: Bool = false,
    mayPlantFaults: Bool = false
  ) {
    self.source = source
    self.lineOffset = lineOffset
    self.columnOffset = columnOffset
    self.mayReadFiles = mayReadFiles
    self.mayPlantFaults = mayPlantFaults
  }

  /// Notes that something is wrong.
  package func diagnose(_ message: String, at position: SourcePosition?) {
    guard diagnostics.count < Self.mostDiagnostics else { return }
    diagnostics.append(source.diagnostic(message, at: position))
  }

  /// Keeps in mind what is not wrong, but should be known.
  package func note(_ note: Diagnostic) { notes.append(note) }

  /// Notes what is wrong with another file that this one names.
  package func diagnose(_ others: [Diagnostic]) {
    diagnostics += others.prefix(max(0, Self.mostDiagnostics - diagnostics.count))
  }

  /// The place in the file of a place in the YAML.
  package func position(of place: SourcePosition) -> SourcePosition {
    SourcePosition(line: place.line + lineOffset, column: place.column + columnOffset)
  }

  /// The root of the YAML; nil when there is none, with a complaint.
  package func root(of yaml: String) -> YAMLValue? {
    guard isSafe(yaml) else { return nil }
    var reader = YAMLReader(yaml, in: self)
    do throws(YAMLProblem) {
      return try reader.root().map { YAMLValue(node: $0, source: self) }
    } catch {
      diagnose(about: error)
      return nil
    }
  }
}
