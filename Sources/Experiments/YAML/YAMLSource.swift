import Yams

/// YAML inside a file: where it begins there, and what is found wrong with it.
package final class YAMLSource {
  package let source: SourceText
  /// Lines of the file before the first line of YAML.
  package let lineOffset: Int
  /// Columns of the file before the first column of YAML.
  package let columnOffset: Int
  /// Whether it may name files to read; what comes from unknown hands, such as a lesson, may not.
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
  package func position(of mark: Mark?) -> SourcePosition {
    position(line: mark?.line ?? 1, column: mark?.column ?? 1)
  }

  package func position(line: Int, column: Int) -> SourcePosition {
    SourcePosition(line: line + lineOffset, column: column + columnOffset)
  }

  /// The root of the YAML; nil when there is none, with a complaint.
  package func root(of yaml: String) -> YAMLValue? {
    guard isSafe(yaml) else { return nil }
    do {
      let parser = try Parser(yaml: yaml, resolver: .basic, encoding: .utf8)
      guard let root = try parser.singleRoot() else {
        diagnose("This is empty: write 'key: value' lines.", at: position(line: 1, column: 1))
        return nil
      }
      return node(root).map { YAMLValue(node: $0, source: self) }
    } catch {
      diagnose(about: error)
      return nil
    }
  }

  // MARK: From the library's nodes

  /// The node with its place in the file; nil, with a complaint, where it has a tag or a key that is no name.
  private func node(_ node: Node) -> YAMLNode? {
    guard hasNoTag(node) else { return nil }
    let position = position(of: node.mark)
    switch node {
    case .scalar(let scalar):
      let isQuoted = scalar.style != .plain && scalar.style != .any
      return YAMLNode(.scalar(scalar.string, isQuoted: isQuoted), position: position)
    case .sequence(let items):
      let nodes = items.compactMap { self.node($0) }
      return nodes.count == items.count ? YAMLNode(.list(nodes), position: position) : nil
    case .mapping(let pairs):
      let members = pairs.compactMap { member($0, $1) }
      return members.count == pairs.count ? YAMLNode(.group(members), position: position) : nil
    case .alias:
      diagnose("Aliases ('*') are not allowed: write the value out.", at: position)
      return nil
    }
  }

  private func member(_ key: Node, _ value: Node) -> YAMLNode.Member? {
    guard let name = key.scalar?.string else {
      diagnose("A key must be a name.", at: position(of: key.mark))
      return nil
    }
    guard hasNoTag(key) else { return nil }
    return node(value).map { YAMLNode.Member(name, $0, position: position(of: key.mark)) }
  }
}
