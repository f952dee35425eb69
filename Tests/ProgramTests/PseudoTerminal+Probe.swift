import Testing

extension PseudoTerminal {
  /// The probe, once it has drawn its first frame.
  static func probe(
    _ arguments: [String] = [], environment: [String: String] = [:], columns: Int = 80,
    rows: Int = 24, mainScreen: String = ""
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      "TerminalProbe", arguments, environment: environment, columns: columns, rows: rows,
      mainScreen: mainScreen)
    try terminal.wait(for: "probe \(columns)x\(rows)")
    return terminal
  }

  /// Types a letter held with Control.
  func type(_ held: ControlKey) throws { try type([held.byte]) }

  /// A letter held with Control, as the byte that arrives.
  struct ControlKey {
    let byte: UInt8
    static func control(_ letter: Character) -> ControlKey {
      ControlKey(byte: (letter.asciiValue ?? 0) & 0x1F)
    }
  }

  /// The output as text, for patterns of control sequences.
  var outputText: String { String(decoding: output, as: UTF8.self) }
}

/// Expects that nothing of the program is left but what it printed.
func expectGivenBack(
  _ terminal: PseudoTerminal, sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(terminal.modes == terminal.modesBefore, sourceLocation: sourceLocation)
  #expect(!terminal.screen.isAlternate, sourceLocation: sourceLocation)
  #expect(terminal.screen.isCursorVisible, sourceLocation: sourceLocation)
  let pasteModeIsOff = terminal.output.lastRange(of: "\u{1B}[?2004l")
  let pasteModeIsOn = terminal.output.lastRange(of: "\u{1B}[?2004h")
  #expect(pasteModeIsOff > pasteModeIsOn, sourceLocation: sourceLocation)
}

extension [UInt8] {
  /// Where `text` occurs last; -1 where it does not.
  func lastRange(of text: String) -> Int {
    let bytes = Array(text.utf8)
    guard count >= bytes.count else { return -1 }
    return (0...(count - bytes.count)).last { self[$0..<($0 + bytes.count)].elementsEqual(bytes) }
      ?? -1
  }
}
