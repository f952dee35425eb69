import Workbench

/// What one keypress brings: a `##` section of the file, or a part of one between thematic breaks (`---`).
public struct Page: Hashable, Sendable {
  /// The section's heading.
  public let title: String
  /// Text and directives, in the order of the file.
  public let blocks: [Block]
  /// Hints towards the goal or the answer, the gentlest first.
  public let hints: [[Block]]
  /// What reaches the goal; empty when there is none.
  public let solution: [Action]
  /// The line of the file where it begins.
  public let line: Int
  /// The two letters of the language that it is translated into; nil for the original.
  public var language: String?
  /// What the page shows with its answer: the given steps of a calculation.
  var given: [Question] = []

  /// What the page does to the workspace, in order.
  public var actions: [Action] {
    blocks.compactMap { if case .action(let action) = $0 { action } else { nil } }
  }

  /// What the learner can turn on the page, two at most.
  public var dials: [Dial] { actions.flatMap(\.dials) }

  /// The page's question; a page has one at most.
  public var question: Question? {
    blocks.lazy.compactMap { if case .question(let question) = $0 { question } else { nil } }.first
  }

  /// Every answer that the page gives or asks for.
  var answered: [Question] { given + [question].compactMap(\.self) }

  /// The page's goal; a page has one at most.
  public var goal: Goal? {
    blocks.lazy.compactMap { if case .goal(let goal) = $0 { goal } else { nil } }.first
  }
}

extension Page {
  /// A page with nothing but a question.
  public init(drilling question: Question) {
    self.init(title: "", blocks: [.question(question)], hints: [], solution: [], line: 1)
  }
}

/// A piece of a page.
public indirect enum Block: Hashable, Sendable {
  case paragraph(InlineText)
  /// A heading below `##`.
  case heading(InlineText)
  /// Items with bullets, or numbered from `start`.
  case list(items: [[Block]], start: Int?)
  /// Lines that keep their breaks, with numbers from the workspace, and the language that the author named.
  case code([InlineText], language: String)
  case table(Table)
  case quote([Block])
  /// A `do` block: nothing to read, something happens.
  case action(Action)
  case question(Question)
  case goal(Goal)
}

/// A table of text.
public struct Table: Hashable, Sendable {
  /// How a column is set.
  public enum Alignment: Hashable, Sendable {
    case leading, center, trailing
  }

  /// One a column.
  public let alignments: [Alignment]
  /// One cell a column.
  public let header: [InlineText]
  /// As many cells in each row as in the header.
  public let rows: [[InlineText]]
}
