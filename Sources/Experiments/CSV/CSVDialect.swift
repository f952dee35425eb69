/// How a CSV file parts its columns and writes its numbers.
struct CSVDialect {
  let delimiter: UInt8
  var decimal = CSVDecimal.point
  /// Where the first record begins: after comments, and a line `sep=;`.
  let start: (place: Int, line: Int)

  /// Stands for any number of blanks between columns.
  static let blanks = UInt8(ascii: " ")

  /// What parts columns, the rarest in ordinary text first.
  static let delimiters = [
    UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: ","),
  ]

  /// The dialect that the first lines speak.
  init(of bytes: [UInt8]) {
    let top = Self.belowComments(bytes)
    let lines = Self.firstLines(bytes[top.place...])
    if let first = lines.first, first.count == 5, first.starts(with: Array("sep=".utf8)),
      let sign = first.last
    {
      (delimiter, start) = (sign, (min(bytes.count, first.endIndex + 1), top.line + 1))
      return
    }
    start = top
    guard !Self.areParted(byBlanks: lines) else {
      delimiter = Self.blanks
      return
    }
    let counts = Self.delimiters.map { delimiter in lines.map { Self.count(delimiter, in: $0) } }
    let regular = counts.firstIndex { $0.first ?? 0 > 0 && Set($0).count == 1 }
    // Of signs that part as many lines alike the last: a comma where there are none.
    let frequent = counts.indices.reversed().max {
      Self.regularity(of: counts[$0]) < Self.regularity(of: counts[$1])
    }
    delimiter = Self.delimiters[regular ?? frequent ?? 3]
  }

  /// How many lines a sign parts into equally many columns, and how many columns these are.
  private static func regularity(of counts: [Int]) -> (lines: Int, columns: Int) {
    let alike = Dictionary(grouping: counts.filter { $0 > 0 }) { $0 }
    return alike.map { (lines: $1.count, columns: $0) }.max(by: <) ?? (0, 0)
  }

  /// How comments begin above the table; below its first line only `#` does, as a row may begin with the others.
  static let commentSigns = ["#", "%", "//"].map { Array($0.utf8) }

  /// The first line that holds something and is no comment.
  private static func belowComments(_ bytes: [UInt8]) -> (place: Int, line: Int) {
    var (place, line) = (0, 1)
    while bytes[place...].first == UInt8(ascii: "\n")
      || commentSigns.contains(where: { bytes[place...].starts(with: $0) })
    {
      place += bytes[place...].prefix { $0 != UInt8(ascii: "\n") }.count
      guard place < bytes.count else { break }
      (place, line) = (place + 1, line + 1)
    }
    return (place, line)
  }

  /// Whether lines hold columns of equal count, parted by blanks alone, with a number in each: the first may name them.
  private static func areParted(byBlanks lines: [ArraySlice<UInt8>]) -> Bool {
    let rows = lines.map(words)
    guard let line = lines.first, let first = rows.first, first.count > 1,
      first.count > count(UInt8(ascii: "\t"), in: line) + 1,
      areAlike(rows),
      delimiters.dropFirst().allSatisfy({ sign in lines.allSatisfy { count(sign, in: $0) == 0 } })
    else { return false }
    return rows.dropFirst(rows.count > 1 ? 1 : 0).allSatisfy { $0.contains(where: isValue) }
  }

  /// Whether rows have as many words as the first, or all one more: the name of the row, in quotes.
  private static func areAlike(_ rows: [[ArraySlice<UInt8>]]) -> Bool {
    let rest = rows.dropFirst()
    return rest.allSatisfy { $0.count == rows[0].count }
      || rest.allSatisfy { $0.count == rows[0].count + 1 && $0[0].first == UInt8(ascii: "\"") }
  }

  /// What stands between the blanks of a line; blanks in quotes part nothing.
  private static func words(of line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var isQuoted = false
    return line.split {
      if $0 == UInt8(ascii: "\"") { isQuoted.toggle() }
      return !isQuoted && [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r")].contains($0)
    }
  }

  /// Whether a word is a number, a text in quotes, or says that there is no value.
  private static func isValue(_ word: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: word, as: UTF8.self)
    return word.first == UInt8(ascii: "\"")
      || CSVDecimal.allCases.contains { $0.number(text) != nil }
      || CSVWord.isMissing(text)
  }

  /// The first lines that hold something and are no comments, ten at most.
  private static func firstLines(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var (lines, rest): ([ArraySlice<UInt8>], ArraySlice<UInt8>) = ([], bytes)
    while lines.count < 10, !rest.isEmpty {
      let line = rest.prefix { $0 != UInt8(ascii: "\n") }
      if let first = line.first, first != UInt8(ascii: "#") { lines.append(line) }
      rest = rest.dropFirst(line.count + 1)
    }
    return lines
  }

  /// How often a sign stands outside quotes.
  private static func count(_ sign: UInt8, in line: ArraySlice<UInt8>) -> Int {
    var (count, isQuoted) = (0, false)
    for byte in line {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == sign, !isQuoted { count += 1 }
    }
    return count
  }
}
