/// What a field says that is no number.
enum CSVWord {
  /// Whether a field says that there is no value.
  static func isMissing(_ text: String) -> Bool {
    text.isEmpty || text.utf8.count <= 7 && (marks.contains(text) || mayBeClass(text))
  }

  private static let marks = Set(
    [
      "?", "NA", "na", "N/A", "n/a", "<NA>", "NaN", "nan", "null", "NULL", "--", "\u{2013}",
      "\u{2014}", "Null", "(null)", "<null>", "nil", "NIL", "\\N", "..", "\u{2026}", "n.a.", "N.A.",
      "k.A.", "n.d.", "missing", "Missing", "MISSING",
    ] + errorWords)

  /// What spreadsheets write where a formula has no value.
  private static let errorWords = [
    "#N/A", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#NULL!",
  ]

  /// The same in bytes.
  static let errors = errorWords.map { Array($0.utf8) }

  /// Whether a mark of a gap is a name, too, as - is beside +.
  static func mayBeClass(_ text: String) -> Bool { ["None", "-", "."].contains(text) }

  /// 1 for true, 0 for false, in their usual spellings; nil for other words.
  static func flag(_ text: String) -> Double? {
    switch text {
    case "True", "true", "TRUE": 1
    case "False", "false", "FALSE": 0
    default: nil
    }
  }

  /// The same, where 1 and 0 say so, too.
  static func truth(_ text: String, _ decimal: CSVDecimal) -> Double? {
    flag(text) ?? decimal.number(text).flatMap { $0 == 0 || $0 == 1 ? $0 : nil }
  }

  /// The unit of an amount, such as the kg of `5 kg` and the USD of `USD 5`, or a sign that it is none quite; nil for other texts.
  static func unit(_ text: String, _ decimal: CSVDecimal) -> Substring? {
    if let start = text.firstIndex(where: { $0.isNumber }), start > text.startIndex {
      let sign = text[..<start]
      let isCurrency = sign.wholeMatch(of: #/[A-Z]{3} |[A-Z]{0,3}[$€£¥] ?/#) != nil
      let isRough = sign.allSatisfy { "~<>≈≤≥ ".contains($0) }
      return (isCurrency || isRough) && decimal.number(String(text[start...])) != nil ? sign : nil
    }
    guard let last = text.last, last.isLetter || last == "°",
      let end = text.lastIndex(where: { $0.isNumber })
    else { return nil }
    let unit = text[text.index(after: end)...]
    guard unit.allSatisfy({ $0.isLetter || " /°²³".contains($0) }),
      decimal.number(String(text[...end])) != nil
    else { return nil }
    return unit
  }
}
