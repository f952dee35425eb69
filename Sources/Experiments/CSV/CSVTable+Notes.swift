extension CSVTable {
  static let aboutComments =
    " Lines that begin with '#' are comments: a text that begins so stands in quotes."

  /// What should be known about a column that is read, and can be read in another way.
  func notes(about column: Int) -> [Diagnostic] {
    guard columns.indices.contains(column) else { return [] }
    let content = columns[column]
    return [signNote(content), unitNote(content), capitalsNote(content)].compactMap { $0 }.map {
      problem("The column '\(names[column])' \($0)", column: column)
    }
  }

  private func signNote(_ content: CSVColumn) -> String? {
    guard content.signs.count > 1 else { return nil }
    let signs = content.signs.map { $0.map(String.init) ?? "none" }.sorted()
    return
      "has numbers with different signs (\(signs.joined(separator: ", "))): each is read as if it had none, 5% as 5."
  }

  private func capitalsNote(_ content: CSVColumn) -> String? {
    guard content.kind == .texts else { return nil }
    let alike = Dictionary(grouping: content.words.sorted()) { $0.lowercased() }
    guard let pair = alike.values.filter({ $0.count > 1 }).min(by: { $0[0] < $1[0] }) else {
      return nil
    }
    return
      "has '\(pair[0])' and '\(pair[1])', which differ in capitals alone: they count as different words."
  }

  private func unitNote(_ content: CSVColumn) -> String? {
    let units = content.units.compactMap { $0?.trimmed }.sorted()
    guard content.kind == .texts, !units.isEmpty, units.count == content.units.count,
      let word = content.firstWord
    else { return nil }
    return
      "holds texts such as '\(word)', which are taken as names, not as amounts: write the numbers without \(units.map { "'\($0)'" }.joined(separator: ", "))."
  }
}
