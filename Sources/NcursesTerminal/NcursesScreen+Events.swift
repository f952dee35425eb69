import CTerminal
import TerminalCanvas

extension NcursesScreen {
  /// How long a paste may pause before it counts as complete.
  private static let pastePause = Duration.milliseconds(500)

  /// The next event, or nil when `timeout` has passed without one; without a timeout it waits for ever.
  ///
  /// A timeout of zero takes what the last wait has found, without a look for more.
  public func nextEvent(timeout: Duration?) -> Event? {
    let deadline = timeout.map { ContinuousClock.now + $0 }
    while true {
      if let event = waitingEvent() { return event }
      if timeout == .zero || !wait(until: deadline) { return nil }
    }
  }

  /// What is already here: signals first, then keys in the order they were pressed.
  private func waitingEvent() -> Event? {
    if pending.isEmpty { takeSignals() }
    if !pending.isEmpty { return pending.removeFirst() }
    if isGone { return .terminated(signal: nil) }
    return waitingKey()
  }

  private func takeSignals() {
    var number: Int32 = 0
    let signals = Int(terminal_take_signals(&number))
    guard signals != 0 else { return }
    if signals & TerminalEnded != 0 { pending.append(.terminated(signal: number)) }
    if signals & TerminalStopped != 0 {
      suspend()
      pending.append(.resumed)
    } else if signals & TerminalContinued != 0 {
      terminal_resume()
      takeSize()
      pending.append(.resumed)
    }
    if signals & TerminalResized != 0 {
      terminal_resize()
      takeSize()
      pending.append(.resized(size))
    }
    if signals & TerminalWoken != 0 { pending.append(.woken) }
  }

  private func waitingKey() -> Event? {
    while let code = readCode() {
      let isEscape = code == 0x1B && decoder.paste == nil
      if let event = isEscape ? eventAfterEscape() : decoder.take(code) { return event }
    }
    return nil
  }

  private func readCode() -> Int? {
    if let code = pushedBack {
      pushedBack = nil
      return code
    }
    guard mayHaveInput else { return nil }
    let code = Int(terminal_key())
    mayHaveInput = code >= 0
    guard mayHaveInput else { return nil }
    emptyReads = 0
    return code
  }

  /// A lone Escape, or Escape before the key held with Alt; nil for a sequence that means nothing here.
  private func eventAfterEscape() -> Event? {
    guard let next = readCode() else { return .key(.escape) }
    if next == 0x5B || next == 0x4F { return eventAfterIntroducer(next) }
    pushedBack = next
    return .key(.escape)
  }

  /// Drops an unknown control sequence whole; a bracket with nothing behind it was typed with Alt.
  private func eventAfterIntroducer(_ introducer: Int) -> Event? {
    guard var code = readCode() else {
      pushedBack = introducer
      return .key(.escape)
    }
    while (0x20..<0x40).contains(code) {
      guard let next = readCode() else { return nil }
      code = next
    }
    if !(0x40..<0x7F).contains(code) { pushedBack = code }
    return nil
  }

  /// Waits for something to look at; false when the time is up.
  private func wait(until deadline: ContinuousClock.Instant?) -> Bool {
    let pasteEnd = decoder.paste.map { _ in ContinuousClock.now + Self.pastePause }
    let end = [deadline, pasteEnd].compactMap { $0 }.min()
    let found = Int(terminal_wait(Self.milliseconds(until: end)))
    mayHaveInput = found & TerminalHasInput != 0
    noteEnd(found)
    if found != 0 { return true }
    if let pasteEnd, pasteEnd <= .now, let event = decoder.finishPaste() {
      pending.append(event)
      return true
    }
    return deadline.map { $0 > .now } ?? true
  }

  /// Sees that the terminal went away: a hang-up, or input that is there and cannot be read.
  private func noteEnd(_ found: Int) {
    if found & TerminalHasInput != 0 {
      emptyReads += 1
      isGone = isGone || emptyReads > 16
    } else if found & TerminalIsGone != 0 {
      isGone = true
    }
  }

  /// Whole milliseconds, rounded up so that a wait never ends early; -1 for ever.
  private static func milliseconds(until end: ContinuousClock.Instant?) -> Int32 {
    guard let end else { return -1 }
    let (seconds, attoseconds) = (end - .now).components
    guard seconds >= 0, attoseconds >= 0 else { return 0 }
    let rest = (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    return Int32(clamping: seconds * 1000 + rest)
  }
}
