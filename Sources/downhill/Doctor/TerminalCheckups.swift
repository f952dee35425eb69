import NcursesTerminal
import TerminalCanvas

extension Checkup {
  static let terminal = Checkup("terminal") { surroundings in
    switch surroundings.terminal {
    case .success(let report): report.notice.map { .note($0) } ?? .fine(report.type)
    case .failure(.inputIsNotATerminal), .failure(.outputIsNotATerminal):
      .note(
        "not looked at: this is a pipe or a file",
        "Run 'downhill doctor' in the terminal itself.")
    case .failure(let error): .fix("\(error)", "'downhill --plain' teaches in lines of text.")
    }
  }

  static let size = Checkup("size") { surroundings in
    guard let size = surroundings.report?.size else { return .note("not known") }
    let text = "\(size.width) columns, \(size.height) rows"
    guard size.width < 80 || size.height < 24 else { return .fine(text) }
    return .fix(text, "Make the window at least 80 columns wide and 24 rows high.")
  }

  static let colors = Checkup("colors") { surroundings in
    guard let count = surroundings.report?.colorCount else { return .note("not known") }
    switch count {
    case ..<8 where surroundings.variable("NO_COLOR") != nil:
      return .note("none, as NO_COLOR is set", "Nothing is told by color alone; --color always.")
    case ..<8:
      return .note(
        "none", "Nothing is told by color alone. If the terminal has them: TERM=xterm-256color.")
    case ..<256:
      return .note(
        "\(count), too few for shades", "If the terminal has more: TERM=xterm-256color.")
    default: return .fine("\(count)")
    }
  }

  static let background = Checkup("background") { surroundings in
    guard let report = surroundings.report else { return .note("not known") }
    let name = report.isLight ? "light" : "dark"
    if report.hasToldBackground { return .fine("\(name), as the terminal says") }
    let source =
      surroundings.variable("COLORFGBG") == nil ? "the terminal does not say" : "as COLORFGBG says"
    return .note(
      "taken for \(name): \(source)",
      "If that is wrong: --theme \(report.isLight ? "dark" : "light"), or 'theme:' in config.yaml.")
  }

  static let locale = Checkup("locale") { surroundings in
    let names = ["LC_ALL", "LC_CTYPE", "LANG"]
    let said = names.first { surroundings.variable($0) != nil }
    let text = said.map { "\($0)=\(surroundings.variable($0) ?? "")" } ?? "none is set"
    guard let report = surroundings.report else { return .note(text) }
    guard report.glyphs == .ascii else { return .fine(text) }
    return .note(
      "\(text), which is not UTF-8: drawings use ASCII",
      "export LC_ALL=C.UTF-8, unless the terminal cannot show more.")
  }

  static let characters = Checkup("characters") { surroundings in
    guard let glyphs = surroundings.report?.glyphs else { return .note("not known") }
    guard glyphs != .ascii else { return .fine("ascii .:-=+*#") }
    return .note(
      "\(glyphs.rawValue); braille ⡀⠔⠒⢄⣀⣿  block ▁▂▄▆█▌  ascii .:-=+*#",
      "Use the first in which you see neither boxes nor question marks: --glyphs, or 'glyphs:' in config.yaml."
    )
  }
}
