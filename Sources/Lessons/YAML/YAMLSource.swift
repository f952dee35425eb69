import Yams

/// YAML inside a file: where it begins there, and what is found wrong with it.
final class YAMLSource {
  let source: SourceText
  /// Lines of the file before the first line of YAML.
  let lineOffset: Int
  /// Columns of the file before the first column of YAML.
  let columnOffset: Int
  /// Whether it may name files to read; what comes from unknown hands, such as a lesson, may not.
  let mayReadFiles: Bool
  /// Whether it may plant faults in the engine.
  let mayPlantFaults: Bool
  private(set) var diagnostics: [Diagnostic] = []

  /// More than these say nothing new.
  static let mostDiagnostics = 50

  init(
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
  func diagnose(_ message: String, at position: SourcePosition) {
    guard diagnostics.count < Self.mostDiagnostics else { return }
    diagnostics.append(source.diagnostic(message, at: position))
  }

  /// Notes what is wrong with another file that this one names.
  func diagnose(_ others: [Diagnostic]) {
    diagnostics += others.prefix(max(0, Self.mostDiagnostics - diagnostics.count))
  }

  /// The place in the file of a place in the YAML.
  func position(of mark: Mark?) -> SourcePosition {
    position(line: mark?.line ?? 1, column: mark?.column ?? 1)
  }

  func position(line: Int, column: Int) -> SourcePosition {
    SourcePosition(line: line + lineOffset, column: column + columnOffset)
  }

  /// The root of the YAML; nil when there is none, with a complaint.
  func root(of yaml: String) -> YAMLValue? {
    guard isSafe(yaml) else { return nil }
    do {
      let parser = try Parser(yaml: yaml, resolver: .basic, encoding: .utf8)
      guard let node = try parser.singleRoot() else {
        diagnose("This is empty: write 'key: value' lines.", at: position(line: 1, column: 1))
        return nil
      }
      return hasNoTags(node) ? YAMLValue(node: node, source: self) : nil
    } catch {
      diagnose(about: error)
      return nil
    }
  }
}
