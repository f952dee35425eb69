/// What a field says that is no number.
enum CSVWord {
  /// Whether a field says that there is no value.
  static func isMissing(_ text: String) -> Bool {
    text.isEmpty || text.utf8.count <= 7 && (marks.contains(text) || mayBeClass(text))
  }

  private static let marks = Set(
    [
      "?", "NA", "na", "N/A", "n/a", "<NA>", "NaN", "nan", "null", "NULL", "--", "\u{2013}",
      "\u{2014}",
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

  /// The unit of an amount, such as the kg of `5 kg`; nil for other texts.
  static func unit(_ text: String, _ decimal: CSVDecimal) -> Substring? {
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
