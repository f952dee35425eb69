/// Dates and times in a table.
enum CSVDate {
  /// Whether a text is a date or a time: 1949-01, 3/5/2024, 31.12.2024, 1 Jan 2024, 2024-01-31T12:30, 12:30.
  ///
  /// Ranges, scores and the like have the same signs and are none: 30-39, 1/10, 110/70.
  static func isOne(_ text: String) -> Bool {
    guard let first = text.utf8.first, (0x30...0x39).contains(first), text.utf8.count <= 40 else {
      return false
    }
    if isDay(text) || isTime(text) { return true }
    guard let gap = text.firstIndex(where: { $0 == " " || $0 == "T" }) else { return false }
    return isDay(String(text[..<gap])) && isTime(text[text.index(after: gap)...].trimmed)
  }

  // MARK: Days

  private static func isDay(_ text: String) -> Bool {
    guard let sign = text.first(where: { !$0.isNumber }), "-/. ".contains(sign) else {
      return false
    }
    let parts = text.split(separator: sign, omittingEmptySubsequences: false).map(String.init)
    if parts.count == 2 { return sign != "." && isMonthOfYear(parts[0], parts[1]) }
    guard parts.count == 3 else { return false }
    if isMonthName(parts[1]) { return isDay(parts[0], number(parts[2])) }
    guard sign != " ", let a = number(parts[0]), let b = number(parts[1]), let c = number(parts[2])
    else { return false }
    if parts[0].count == 4 { return isYear(a) && isMonth(b) && isDay(c) }
    // Points part the numbers of versions, too.
    let isShort = parts[2].count == 2 && (sign != "." || parts.allSatisfy { $0.count == 2 })
    let hasYear = parts[2].count == 4 ? isYear(c) : isShort
    return hasYear && (isDay(a) && isMonth(b) || isMonth(a) && isDay(b))
  }

  /// 1949-01 or 01/1949: a month has two digits beside a year, as 2023/24 is a season.
  private static func isMonthOfYear(_ first: String, _ second: String) -> Bool {
    let (year, month) = first.count == 4 ? (first, second) : (second, first)
    guard year.count == 4, month.count == 2, let year = number(year), let month = number(month)
    else { return false }
    return isYear(year) && isMonth(month)
  }

  private static func isDay(_ day: String, _ year: Int?) -> Bool {
    year != nil && number(day).map(isDay) == true
  }

  private static func isMonthName(_ text: String) -> Bool {
    let months = "jan feb mar apr may jun jul aug sep oct nov dec"
    return text.count >= 3 && text.allSatisfy(\.isLetter)
      && months.split(separator: " ").contains { text.lowercased().hasPrefix($0) }
  }

  // MARK: Times

  /// 8:15, 12:30:05.5, 12:30Z, 12:30+02:00, 8:15 PM.
  private static func isTime(_ text: String) -> Bool {
    let clock = text.prefix { $0.isNumber || ":.".contains($0) }
    let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let hour = number(String(parts[0])), hour <= 24 else {
      return false
    }
    let isWhole = parts.dropFirst().allSatisfy { part in
      let digits = part.prefix { $0.isNumber }
      return digits.count == 2 && (number(String(digits)) ?? 60) < 60
    }
    return isWhole && isZone(text[clock.endIndex...].trimmed)
  }

  private static func isZone(_ text: String) -> Bool {
    ["", "z", "am", "pm"].contains(text.lowercased()) || text.first == "+" || text.first == "-"
  }

  // MARK: Numbers

  private static func number(_ text: String) -> Int? {
    text.allSatisfy { $0.isASCII && $0.isNumber } ? Int(text) : nil
  }

  private static func isYear(_ number: Int) -> Bool { (1000...2999).contains(number) }
  private static func isMonth(_ number: Int) -> Bool { (1...12).contains(number) }
  private static func isDay(_ number: Int) -> Bool { (1...31).contains(number) }
}
