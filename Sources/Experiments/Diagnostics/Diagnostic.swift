/// What is wrong with a file, where, and what to do about it.
public struct Diagnostic: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file's name, as the reader of the message knows it.
  public let file: String
  /// Where; nil when the file as a whole is meant.
  public let position: SourcePosition?
  /// What is wrong and what to do, in a sentence.
  public let message: String
  /// The line of the file, harmless to a terminal, with a caret below it; nil without a position.
  public let excerpt: String?

  /// A message about a file as a whole.
  public init(file: String, message: String) {
    self.init(file: file, position: nil, message: message, excerpt: nil)
  }

  /// A problem at a place of a file.
  package init(
    file: String, position: SourcePosition?, message: String, excerpt: String? = nil
  ) {
    self.file = SafeText.visible(file)
    self.position = position
    self.message = SafeText.visible(message, keepingLines: true)
    self.excerpt = excerpt
  }

  /// `file:line:column: message`, and below it the line with its caret.
  public var description: String {
    let place = position.map { ":\($0.line):\($0.column)" } ?? ""
    return "\(file)\(place): \(message)" + (excerpt.map { "\n" + $0 } ?? "")
  }
}

/// All that is wrong with a file.
public struct Diagnostics: Error, Hashable, Sendable, CustomStringConvertible {
  /// In the order of the file; never empty.
  public let list: [Diagnostic]

  /// These diagnostics in the order of the file, without repetitions.
  public init(_ list: [Diagnostic]) {
    var seen: Set<Diagnostic> = []
    self.list = list.filter { seen.insert($0).inserted }
      .sorted { ($0.position ?? .start) < ($1.position ?? .start) }
  }

  /// The messages, an empty line between them.
  public var description: String { list.map(\.description).joined(separator: "\n\n") }
}

extension SourcePosition {
  /// Where a file begins.
  package static let start = SourcePosition(line: 1, column: 1)
}

extension Diagnostics {
  /// All messages in one line.
  public var sentence: String { list.map(\.message).joined(separator: " ") }
}
