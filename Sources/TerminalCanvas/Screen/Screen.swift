/// The boundary to the outside world: where canvases go and events come from.
///
/// One conformer drives a real terminal, one plays a script for tests.
public protocol Screen: AnyObject {
  /// The size a canvas should have now.
  var size: Size { get }
  /// The best characters that this terminal is known to show.
  var preferredGlyphs: GlyphSet { get }
  /// True when this terminal has colors enough for the levels of a ramp.
  var showsTones: Bool { get }
  /// Makes `nextEvent` return `.woken` soon; may be called from any thread.
  var waker: @Sendable () -> Void { get }
  /// Prepares the thread that calls it, so that even a stack overflow there gives the terminal back.
  var threadGuard: @Sendable () -> Void { get }
  /// Whether the mouse is the program's, and not the terminal's own for selecting text.
  var usesMouse: Bool { get set }

  /// The next event, or nil when `timeout` has passed without one.
  ///
  /// Without a timeout it waits for ever.
  func nextEvent(timeout: Duration?) -> Event?
  /// Shows a canvas; only what differs from the last one is sent.
  func present(_ canvas: Canvas)
  /// Forgets what is on the terminal, so that the next canvas is drawn whole.
  func invalidate()
  /// Gives the terminal back and stops the program, as ^Z does; returns when it is continued.
  func suspend()
}
