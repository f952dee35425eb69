/// A screen that plays a script and keeps what it is shown: the test twin of a terminal.
public final class ScriptedScreen: Screen {
  /// The size a canvas should have now; `.resized` events change it.
  public private(set) var size: Size
  /// The glyph set the script's terminal has.
  public let preferredGlyphs: GlyphSet
  /// Whether the script's terminal has colors enough for the levels of a ramp.
  public let showsTones: Bool
  /// What `waker` does: nothing, unless the test brings its own.
  public let waker: @Sendable () -> Void
  /// Nothing: the script's terminal needs no care.
  public let threadGuard: @Sendable () -> Void = {}
  /// Whether the program has asked for the mouse.
  public var usesMouse = false
  /// Every canvas in the order they were presented.
  public private(set) var frames: [Canvas] = []
  /// How often the program gave the terminal back.
  public private(set) var suspensions = 0
  /// How often the program asked for a whole redraw.
  public private(set) var invalidations = 0
  private var script: ArraySlice<Event?>

  /// Makes a screen with a script; nil in it stands for a time without events.
  ///
  /// When the script has ended, the terminal goes away: every further event is `.terminated`.
  public init(
    size: Size, glyphs: GlyphSet = .braille, showsTones: Bool = false, events: [Event?] = [],
    waker: @escaping @Sendable () -> Void = {}
  ) {
    self.size = size
    preferredGlyphs = glyphs
    self.showsTones = showsTones
    script = events[...]
    self.waker = waker
  }

  /// The last canvas presented.
  public var lastFrame: Canvas? { frames.last }

  /// The next step of the script; a time without events passes at once.
  ///
  /// Without a timeout such a time is skipped, since a terminal would wait for the event after it.
  public func nextEvent(timeout: Duration?) -> Event? {
    while let step = script.popFirst() {
      guard step != nil || timeout != nil else { continue }
      if case .resized(let newSize) = step { size = newSize }
      return step
    }
    return .terminated(signal: nil)
  }

  /// Keeps the canvas.
  public func present(_ canvas: Canvas) { frames.append(canvas) }

  /// Counts the request.
  public func invalidate() { invalidations += 1 }

  /// Counts the request and returns at once.
  public func suspend() { suspensions += 1 }
}
