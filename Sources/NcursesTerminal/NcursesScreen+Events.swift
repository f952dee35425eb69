import CTerminal
import TerminalCanvas

extension NcursesScreen {
  /// How long a paste may pause before it counts as complete.
  private static let pastePause = Duration.milliseconds(500)
  /// Keys that a hand presses are farther apart.
  private static let typingPause = Duration.milliseconds(40)
  /// How long after the question an answer may come before the terminal is given back.
  private static let replyPatience = Duration.milliseconds(150)

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
    if pending.isEmpty, !mayHaveInput, decoder.paste != nil, lastPasted + Self.pastePause <= .now {
      pending = decoder.giveUpPaste()
    }
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
      if reply != nil {
        takeReply(code)
      } else if let event = event(for: code) {
        return event
      }
    }
    return nil
  }

  private func event(for code: Int) -> Event? {
    if decoder.paste != nil { notePasted() }
    let isEscape = code == 0x1B && decoder.paste == nil
    let event = isEscape ? eventAfterEscape() : decoder.take(code)
    if decoder.paste?.isEmpty == true { (lastPasted, lastByte) = (.now, .now) }
    return event
  }

  /// What is pasted comes byte upon byte; what comes after a pause is typed, and keeps no paste open.
  private func notePasted() {
    let now = ContinuousClock.now
    if now - lastByte < Self.typingPause { lastPasted = now }
    lastByte = now
  }

  /// Takes a part of the answer for the background's color.
  private func takeReply(_ code: Int) {
    switch reply?.take(code) {
    case .complete(let color):
      (reply, askedAt) = (nil, nil)
      if let color { adapt(to: Theme(background: color)) }
    case .foreign:
      reply = nil
      pushedBack = code
    case .incomplete, nil: return
    }
  }

  /// Takes in an answer that is still on its way, lest it appears behind the shell's prompt.
  func awaitReply() {
    guard let end = askedAt.map({ $0 + Self.replyPatience }) else { return }
    while askedAt != nil, !isGone, ContinuousClock.now < end {
      let found = Int(terminal_wait(Self.milliseconds(until: end)))
      mayHaveInput = found & TerminalHasInput != 0
      noteEnd(found)
      while let code = readCode() { reply == nil ? beginReply(code) : takeReply(code) }
    }
  }

  private func beginReply(_ code: Int) {
    if code == 0x1B, readCode() == 0x5D { reply = BackgroundReply() }
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
    if next == 0x5D && askedAt != nil {
      reply = BackgroundReply()
      return nil
    }
    pushedBack = next
    return .key(.escape)
  }

  /// The report of a mouse; any other control sequence is dropped whole.
  ///
  /// A bracket with nothing behind it was typed with Alt.
  private func eventAfterIntroducer(_ introducer: Int) -> Event? {
    guard var code = readCode() else {
      pushedBack = introducer
      return .key(.escape)
    }
    var parameters: [Int] = []
    while (0x20..<0x40).contains(code) {
      parameters.append(code)
      guard let next = readCode() else { return nil }
      code = next
    }
    if !(0x40..<0x7F).contains(code) { pushedBack = code }
    return usesMouse ? MouseReport.event(parameters, final: code) : nil
  }

  /// Waits for something to look at; false when the time is up.
  private func wait(until deadline: ContinuousClock.Instant?) -> Bool {
    let pasteEnd = decoder.paste.map { _ in lastPasted + Self.pastePause }
    let end = [deadline, pasteEnd].compactMap { $0 }.min()
    let found = Int(terminal_wait(Self.milliseconds(until: end)))
    mayHaveInput = found & TerminalHasInput != 0
    noteEnd(found)
    if found != 0 || pasteEnd.map({ $0 <= .now }) == true { return true }
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
