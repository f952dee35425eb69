import Lessons
import NeuralNetwork
import TerminalCanvas

/// What the plain tutor says: statements, one a line, in the characters that every device and voice knows and the letters
/// of a language.
enum PlainText {
  /// The place the learner has come to.
  static func place(_ model: Model) -> [String] { model.scene.words(model).map(plain) }

  /// What a place says now and has not said before, and how to go on: nobody wants to hear a page again for a line that is
  /// new on it.
  static func news(_ place: [String], since before: [String]) -> [String] {
    // The head tells one page from another.
    guard place.prefix(2) == before.prefix(2) else { return place }
    return fresh(place.dropLast(), since: before) + place.suffix(1)
  }

  private static func fresh(_ lines: [String], since before: [String]) -> [String] {
    lines.filter { line in
      let hasLostItsMark = line.hasPrefix(" ") && before.contains(">" + line.dropFirst())
      // Where a value waits for a guess, its name alone is left.
      let hasLostItsValue = before.contains { $0.hasPrefix(line + " = ") }
      return !before.contains(line) && !hasLostItsMark && !hasLostItsValue
    }
  }

  /// What keys have changed that did not lead elsewhere; `before` are the words of the workbench until then.
  static func change(_ model: Model, since before: [String]) -> [String] {
    let lines: [String]
    switch model.overlay {
    case .help: lines = PlainHelp.lines(model)
    case .legend: lines = PlainLegend.lines(model)
    case .text(let text, _, _): lines = [text]
    case .gradientCheck(let check):
      let name = model.run.network.symbol(check.parameter)
      lines = gradientCheckLines(check, name: name).map(\.plain)
    case nil:
      let said = notice(model) + (model.place?.shortfall.map { [$0] } ?? [])
      let news = fresh(workbench(model), since: before)
      let invitation = model.typedValueInvitation.map { [$0] } ?? []
      lines =
        said.isEmpty && news.isEmpty && invitation.isEmpty
        ? ["Nothing has changed."] : said + news + invitation
    }
    return lines.map(plain)
  }

  /// What keys may change without leading elsewhere: what is told of the runs, or of what lies over the playground.
  static func workbench(_ model: Model) -> [String] {
    if model.scene.hasWorkbench {
      return (workbenchWords(model) + model.selectionWords + model.focusWords).map(plain)
    }
    return model.scene.belongsToPlayground ? place(model) : []
  }

  /// What came of a command: what it has to say, where the run stands, and what is wrong since then.
  static func answer(_ model: Model, since before: [String]) -> [String] {
    let status = model.scene.hasWorkbench ? [statusWords(model)] : []
    return (notice(model) + status + model.diagnosisWords.filter { !before.contains($0) })
      .map(plain)
  }

  /// The sentence that a screen would show in its last line.
  static func notice(_ model: Model) -> [String] { model.notice.map { [$0] } ?? [] }

  /// Signs are spelled in ASCII, arrows as words; letters with accents stay.
  static func plain(_ text: String) -> String {
    var (result, rest) = ("", "")
    for scalar in spoken(text).unicodeScalars {
      guard scalar.isAccentedLetter else {
        rest.unicodeScalars.append(scalar)
        continue
      }
      result += GlyphSet.ascii.written(rest)
      result.unicodeScalars.append(scalar)
      rest = ""
    }
    return result + GlyphSet.ascii.written(rest)
  }

  /// Arrows as a voice should read them, and one blank between the name of a sign and what it stands before.
  private static func spoken(_ text: String) -> String {
    text.replacing(" ← ", with: " becomes ").replacing(" → ", with: " to ")
      .replacing("∇ ", with: "∇").replacing(/√ ?/, with: "√ ")
  }
}

extension Model {
  /// The selected parameter with its value, which may wait for a guess.
  fileprivate var selectionWords: [String] {
    guard let parameter = look.selected else { return [] }
    let name = "Selected: \(run.network.symbol(parameter))"
    let waits = isAhead || veil.hides(.parameter(parameter))
    return [waits ? name : "\(name) = \(compact(run.network[parameter]))"]
  }

  /// The panel in focus.
  fileprivate var focusWords: [String] {
    look.focusedPanel.map { ["In focus: panel \($0.name); look tells all that it shows."] } ?? []
  }

  /// What the plain tutor asks for while the value of a parameter is to be typed.
  fileprivate var typedValueInvitation: String? {
    guard look.typedValue != nil, let parameter = look.selected else { return nil }
    return "Type a value for \(run.network.symbol(parameter)) and Enter; Enter alone leaves it."
  }
}

extension Unicode.Scalar {
  /// Whether it is a Latin letter outside of ASCII; ŷ and ŝ are quantities here.
  fileprivate var isAccentedLetter: Bool {
    ("\u{C0}"..."\u{24F}").contains(self) && properties.isAlphabetic
      && !["ŷ", "ŝ"].contains(self)
  }
}
