import NeuralNetwork

extension SourceText {
  /// Whether its first line that says anything is a key, or the brace before keys.
  var beginsWithKeys: Bool {
    let line = lines.first { !$0.trimmed.isEmpty && !$0.hasPrefix("#") && $0.trimmed != "---" }
    return line?.trimmed.firstMatch(of: #/^(\{|["']?[A-Za-z_][\w -]*["']?\s*:(\s|$))/#) != nil
  }

  /// What it is, and what to do about it, where an experiment should stand; nil where it may be one.
  var formInPlaceOfExperiment: String? {
    if let form = OtherForm.found(inPlaceOfExperiment: self) {
      return "This is \(form.name), no experiment: \(form.advice(name))"
    }
    guard !beginsWithKeys, looksLikeTable else { return nil }
    return
      "This is a table, no experiment. A table is read from a file whose name ends in .csv. Or write 'data: {csv: FILE}' and "
      + "'hidden: [8]' into a file such as my.yaml."
  }

  /// Whether its first two lines are parted alike.
  private var looksLikeTable: Bool {
    let first = lines.prefix(100).filter { !$0.trimmed.isEmpty && !$0.hasPrefix("#") }.prefix(2)
    let counts = first.map { line in
      [",", ";", "\t", "|"].map { sign in line.count { $0 == sign } }
    }
    if counts.count == 2, zip(counts[0], counts[1]).contains(where: { $0 > 0 && $0 == $1 }) {
      return true
    }
    let words = first.map { $0.split(separator: " ") }
    return words.count == 2 && words[0].count > 1 && words[0].count == words[1].count
      && words[1].allSatisfy { YAMLValue.number(String($0)) != nil }
  }
}
