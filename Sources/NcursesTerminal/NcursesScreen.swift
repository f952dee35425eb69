import CTerminal
import Platform
import TerminalCanvas

/// A real terminal, through ncurses.
///
/// There is one at a time, used by the thread that made it. Whatever happens, the terminal is given
/// back as it was found: by `close`, at the end of the object's life, or by a crash of any thread. What
/// is written to standard output or standard error meanwhile appears after that.
public final class NcursesScreen: Screen {
  /// The size a canvas should have now.
  public private(set) var size: Size
  /// The best characters that this terminal is known to show.
  public let preferredGlyphs: GlyphSet
  /// True when this terminal has colors enough for the levels of a ramp.
  public let showsTones: Bool
  /// A sentence for the user about how the terminal was opened, if there is something to say.
  public let notice: String?

  let options: TerminalOptions
  var decoder = KeyDecoder()
  /// The answer for the background's color, while it is being read.
  var reply: BackgroundReply?
  /// When the terminal was asked for its background; nil when it was not, or has answered.
  var askedAt: ContinuousClock.Instant?
  /// Events that came together with one already returned.
  var pending: [Event] = []
  /// When something pasted came last.
  var lastPasted = ContinuousClock.now
  /// When the last byte of a paste came.
  var lastByte = ContinuousClock.now
  /// A code read too far, to be read again.
  var pushedBack: Int?
  /// True until reading a key has failed: more may be waiting.
  var mayHaveInput = true
  /// Reads in a row that found nothing though there was something: the input has ended.
  var emptyReads = 0
  var isGone = false

  let colorCount: Int
  private(set) var frame: ShownFrame
  private var isOpen = true

  /// Whether the locale of the environment writes UTF-8, for screens and lines alike.
  public static var localeIsUTF8: Bool { terminal_locale_is_utf8() }

  /// Takes the terminal, or says why it cannot.
  public init(options: TerminalOptions = TerminalOptions()) throws(TerminalError) {
    let status = terminal_open(options.color.allowsColor)
    try Self.check(status)
    self.options = options
    let usesUnicode = options.unicode ?? terminal_is_utf8()
    colorCount = Int(terminal_colors())
    let colors = NcursesColors(colorCount: colorCount, theme: options.theme.initial)
    frame = ShownFrame(CellEncoder(colors: colors, usesUnicode: usesUnicode))
    showsTones = colors.showsTones
    preferredGlyphs = Self.glyphs(usesUnicode: usesUnicode)
    notice = status == .readyAsFallback ? Self.fallbackNotice : nil
    size = Self.currentSize
    if options.theme == .auto && terminal_ask_background() { askedAt = .now }
  }

  deinit { close() }

  /// Gives the terminal back, and then shows what was written to standard error meanwhile.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    awaitReply()
    terminal_close()
  }

  /// Whether the mouse is the program's, and not the terminal's own for selecting text.
  public var usesMouse = false {
    didSet { if isOpen { terminal_set_mouse(usesMouse) } }
  }

  /// Prepares the thread that calls it, so that even a stack overflow there gives the terminal back.
  public var threadGuard: @Sendable () -> Void { { terminal_guard_thread() } }

  /// Changes to the colors that are legible on a background, and shows what is shown in them.
  func adapt(to theme: Theme) {
    guard theme != frame.theme else { return }
    let shown = frame.canvas
    frame.adapt(to: NcursesColors(colorCount: colorCount, theme: theme))
    shown.map(present)
  }

  /// Makes `nextEvent` return `.woken` soon; may be called from any thread, even after `close`.
  public var waker: @Sendable () -> Void { { terminal_wake() } }

  /// Forgets what is on the terminal, so that the next canvas is drawn whole.
  public func invalidate() {
    guard isOpen else { return }
    frame.forget()
    terminal_invalidate()
  }

  /// Gives the terminal back and stops the job, as ^Z does; returns when it is continued.
  public func suspend() {
    guard isOpen else { return }
    terminal_suspend()
    takeSize()
  }

  /// Ends the program the way `.terminated(signal:)` asked for, after `close`.
  ///
  /// The parent sees the signal; a terminal that went away counts as a hang-up.
  public static func end(bySignal signal: Int32?) -> Never {
    fflush(nil)
    terminal_die(signal ?? SIGHUP)
  }

  /// Uses the terminal again after someone else has, or at another size.
  func takeSize() {
    frame.forget()
    size = Self.currentSize
  }

  /// Shows a canvas; only what differs from the last one is sent, and nothing when nothing differs.
  public func present(_ canvas: Canvas) {
    guard isOpen else { return }
    if let shown = frame.canvas, shown.size != canvas.size { invalidate() }
    let changes = frame.change(to: canvas)
    guard !changes.isEmpty else { return }
    for change in changes { put(change, width: canvas.size.width) }
    let count = changes.reduce(0) { $0 + $1.count }
    terminal_show(options.synchronizesFrames && count >= Self.synchronizedCellCount)
  }

  private func put(_ change: Range<Int>, width: Int) {
    let (y, x) = change.lowerBound.quotientAndRemainder(dividingBy: width)
    frame.cells[change].withUnsafeBufferPointer {
      terminal_put(Int32(x), Int32(y), $0.baseAddress, Int32($0.count))
    }
  }

  /// Changed cells from which the 16 bytes that mark a frame are worth it: less is sent at once anyway.
  private static let synchronizedCellCount = 64
}

extension NcursesScreen {
  private static var currentSize: Size {
    Size(width: Int(terminal_columns()), height: Int(terminal_rows()))
  }

  private static var typeName: String { environment("TERM") ?? "" }

  private static var fallbackNotice: String {
    "The terminal type \"\(typeName)\" is not known on this machine, so it is driven as "
      + "xterm-256color; set TERM=xterm-256color to do so without this notice."
  }

  private static func glyphs(usesUnicode: Bool) -> GlyphSet {
    guard usesUnicode else { return .ascii }
    // The console's font has at most 512 glyphs, none of them braille.
    return typeName.hasPrefix("linux") ? .block : .braille
  }

  private static func check(_ status: TerminalStatus) throws(TerminalError) {
    switch status {
    case .ready, .readyAsFallback: return
    case .inputIsNoTerminal: throw .inputIsNotATerminal
    case .outputIsNoTerminal: throw .outputIsNotATerminal
    case .typeIsMissing: throw .typeIsMissing
    case .typeIsUnknown: throw .typeIsUnknown(typeName)
    case .cannotMoveCursor: throw .cannotMoveCursor(typeName)
    case .outOfResources: throw .outOfResources
    }
  }
}

extension ThemeChoice {
  /// The theme until the terminal has answered, if it is asked at all.
  fileprivate var initial: Theme {
    switch self {
    case .auto: Theme(colorFGBG: environment("COLORFGBG"))
    case .dark: .dark
    case .light: .light
    }
  }
}

extension ColorMode {
  fileprivate var allowsColor: Bool {
    switch self {
    case .auto: (environment("NO_COLOR") ?? "").isEmpty
    case .never: false
    case .always: true
    }
  }
}

private func environment(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }
}
