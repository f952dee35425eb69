import Experiments
import TerminalCanvas

/// What the signs of lines mean: those that begin them, and the letters of quantities in them.
///
/// Marks of pictures have no place here.
enum PlainLegend {
  /// The signs of the page at hand.
  static func lines(_ model: Model) -> [String] {
    let told = PlainText.place(model)
    let letters = model.panels.flatMap { $0.legend(model) }.map { row in
      (sign: PlainText.plain(row.sign.plain).trimmed, meaning: row.meaning)
    }
    .filter { row in
      row.sign.contains(where: \.isLetter) && told.contains { $0.mentions(row.sign) }
    }
    let named = letters.enumerated().filter { index, row in
      !letters.prefix(index).contains { $0.sign == row.sign }
    }
    .map(\.element)
    return ["At the head of a line:"] + rows(heads)
      + (named.isEmpty ? [] : ["Within lines:"] + rows(named))
      + ["glossary and a word or sign, such as glossary eta, tells of any other."]
  }

  /// What stands at the head of a line.
  private static let heads = [
    ("ok", "right, or a goal that is reached"), ("x", "not right"), ("-", "passed"),
    ("?", "a question"), ("o", "an open goal"),
    ("*", "a goal whose solution was shown; of a list, its next part"),
    (">", "the selected one of a list"), ("!", "something is wrong"),
  ]

  private static func rows(_ rows: [(sign: String, meaning: String)]) -> [String] {
    rows.map { "  \($0.sign): \($0.meaning)" }
  }
}

extension String {
  /// Whether a sign stands in it by itself, and not as a part of a word.
  fileprivate func mentions(_ sign: String) -> Bool {
    ranges(of: sign).contains { range in
      let before = self[..<range.lowerBound].last
      let after = self[range.upperBound...].first
      return ![before, after].contains { $0?.isLetter == true || $0?.isNumber == true }
    }
  }
}
