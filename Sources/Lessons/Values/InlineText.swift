import Experiments
import Workbench

/// Running text: words with emphasis and numbers from the workspace.
public struct InlineText: Hashable, Sendable {
  /// How words stand out.
  public enum Emphasis: Hashable, Sendable {
    case plain, strong, italic, code
  }

  /// A stretch of one kind.
  public enum Span: Hashable, Sendable {
    case text(String, Emphasis)
    /// A `{{quantity}}`: the number that the workspace has for it.
    case value(ValueTemplate, Emphasis)
    /// A line break that the author asked for.
    case lineBreak
  }

  /// The stretches in order.
  public let spans: [Span]

  /// Text of these stretches.
  public init(_ spans: [Span]) { self.spans = spans }

  /// Plain words.
  public init(_ text: String) { spans = text.isEmpty ? [] : [.text(text, .plain)] }

  /// The text alone, with the numbers that the workspace has.
  public func plainText(on workspace: Workspace) -> String { plainText { $0.text(on: workspace) } }

  /// The text alone, with something in place of each number.
  func plainText(_ value: (ValueTemplate) -> String) -> String {
    spans.map { span in
      switch span {
      case .text(let text, _): text
      case .value(let template, _): value(template)
      case .lineBreak: "\n"
      }
    }.joined()
  }

  /// The text alone, with a 0 in place of each number.
  public var literal: String { plainText { _ in "0" } }

  /// The numbers that the text asks for.
  var templates: [ValueTemplate] {
    spans.compactMap { if case .value(let template, _) = $0 { template } else { nil } }
  }
}

/// A `{{quantity}}` or `{{quantity:4}}` in running text.
public struct ValueTemplate: Hashable, Sendable {
  /// What is asked for.
  public let reading: QuantityReference
  /// How it is written.
  public let format: NumberFormat
  /// Where it stands in the file.
  public let position: SourcePosition

  /// The number as the text shows it; `?` when the workspace has no such quantity.
  public func text(on workspace: Workspace) -> String {
    reading.value(on: workspace).map(format.text) ?? "?"
  }
}
