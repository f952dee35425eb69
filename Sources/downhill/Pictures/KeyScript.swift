import ArgumentParser
import TerminalCanvas

/// Keys to press, as they are written on a command line: `uuj<Tab>z`, with `<2s>` for a time to wait.
struct KeyScript: ExpressibleByArgument {
  enum Step: Hashable {
    case press(Key)
    case wait(seconds: Double)
  }

  let steps: [Step]

  init?(argument: String) {
    var steps: [Step] = []
    var rest = Substring(argument)
    while let character = rest.popFirst() {
      guard character == "<", let end = rest.firstIndex(of: ">"), rest.first != ">" else {
        steps.append(.press(.character(character)))
        continue
      }
      guard let step = Self.step(named: String(rest[..<end])) else { return nil }
      steps.append(step)
      rest = rest[rest.index(after: end)...]
    }
    self.steps = steps
  }

  private static func step(named name: String) -> Step? {
    if let key = keys[name.lowercased()] { return .press(key) }
    guard name.last == "s", let seconds = Double(name.dropLast()), (0...600).contains(seconds)
    else {
      return nil
    }
    return .wait(seconds: seconds)
  }

  /// The names of keys that have no character.
  static let keys: [String: Key] = [
    "enter": .enter, "esc": .escape, "tab": .tab, "s-tab": .backTab, "up": .up, "down": .down,
    "left": .left, "right": .right, "home": .home, "end": .end, "pgup": .pageUp, "pgdn": .pageDown,
    "backspace": .backspace, "space": .character(" "), "lt": .character("<"),
  ]

  /// What may be written, in a sentence.
  static let help =
    "Characters stand for themselves, <Enter>, <Tab>, <Up>, <PgDn>, <Esc> and <lt> for keys, "
    + "<2s> for two seconds in which a playing run trains."
}

/// A size as it is written on a command line: 120x40.
struct ScreenSize: ExpressibleByArgument {
  let size: Size

  init?(argument: String) {
    let parts = argument.split(separator: "x").map { Int($0) }
    guard parts.count == 2, let width = parts[0], let height = parts[1],
      (20...400).contains(width), (5...200).contains(height)
    else { return nil }
    size = Size(width: width, height: height)
  }

  init(_ width: Int, _ height: Int) { size = Size(width: width, height: height) }

  var defaultValueDescription: String { "\(size.width)x\(size.height)" }
}
