import TerminalCanvas

/// What is said in the status line.
extension Model {
  /// Says once that something could not be kept.
  mutating func tell(unkept sentence: String?) {
    guard let sentence, unkept.insert(sentence).inserted else { return }
    notice = sentence
  }

  /// Says which changes ahead are gone with one that was made in the past, beside what is said of that; `all` are those since
  /// the last load.
  mutating func tell(dropped all: [String]) {
    let changes = all.dropFirst(droppedTold)
    droppedTold = all.count
    guard !changes.isEmpty, !isAhead else { return }
    let (shown, rest) = (changes.prefix(3), changes.count - 3)
    let names = shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    let way = playground == nil ? "" : "; undo brings \(changes.count == 1 ? "it" : "them") back"
    let sentence = "What lay ahead is gone: \(names)\(way)"
    notice = [notice, sentence].compactMap(\.self).joined(separator: ". ")
  }

  /// Says something in the notice, or where that would fill half of the screen on a sheet, so that nothing is cut off.
  mutating func tell(_ text: String, title: String) {
    let lines = StyledText(text).wrapped(to: max(1, size.width - 2), glyphs: glyphs)
    if lines.count <= size.height / 2 {
      notice = text
    } else {
      overlay = .text(text, title: title, page: 0)
    }
  }
}
