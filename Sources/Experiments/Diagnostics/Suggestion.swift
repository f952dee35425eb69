/// Finds what an author probably meant.
public enum Suggestion {
  /// The name nearest to a misspelled one; nil when nothing is near.
  public static func nearest(to text: String, among names: [String]) -> String? {
    guard text.count <= 64, text.contains(where: { $0.isLetter }) else { return nil }
    // One letter in place of another is another name.
    let limit = text.count == 1 ? 0 : max(1, text.count / 3)
    let near = names.map { (name: $0, distance: distance(text.lowercased(), $0.lowercased())) }
      .filter { $0.distance <= limit }
    // Of equals the one with the same first letter: that one is seldom mistyped.
    let begins = { (name: String) in name.first == text.first ? 0 : 1 }
    return near.min { ($0.distance, begins($0.name)) < ($1.distance, begins($1.name)) }?.name
  }

  /// The name of what another tool calls so, or the nearest one; nil when nothing is near.
  package static func name(near text: String, among names: [String]) -> String? {
    // Python's way to name it, as in nn.ReLU() or Adam(lr=0.1), stands for the name alone.
    let bare = text.prefix { $0 != "(" }.split(separator: ".").last.map { $0.trimmed } ?? text
    return names.first { bare != text && $0.lowercased() == bare.lowercased() }
      ?? ForeignWord.name(of: bare, among: names) ?? nearest(to: bare, among: names)
  }

  /// " Did you mean 'x'?" for the name of what another tool calls so, or the nearest one, else a list of all when that is short.
  package static func hint(for text: String, among names: [String]) -> String {
    if let name = name(near: text, among: names) {
      return " Did you mean '\(name)'?"
    }
    return names.isEmpty ? "" : " Known: \(names.joined(separator: ", "))."
  }

  /// How many letters must be put in, left out, replaced or swapped with their neighbor.
  static func distance(_ left: String, _ right: String) -> Int {
    let (a, b) = (Array(left), Array(right))
    var rows = [Array(0...b.count)]
    for i in 0..<a.count {
      var row = [i + 1]
      for j in 0..<b.count {
        var best = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          best = min(best, rows[i - 1][j - 1] + 1)
        }
        row.append(best)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
