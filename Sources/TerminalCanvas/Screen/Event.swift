/// A key as the learner pressed it.
public enum Key: Hashable, Sendable {
  case character(Character)
  /// A letter held with Control, in lower case: `.control("c")` is ^C.
  case control(Character)
  case up, down, left, right, home, end, pageUp, pageDown
  case enter, escape, tab, backTab, backspace, delete, insert
  case function(Int)
}

/// What the outside world tells the program.
public enum Event: Hashable, Sendable {
  case key(Key)
  /// Text pasted in one piece; never taken for keys.
  case paste(String)
  /// Only while the screen's `usesMouse` is on.
  case mouse(Mouse)
  case resized(Size)
  /// Another thread has called the screen's waker.
  case woken
  /// The program came back from being suspended.
  case resumed
  /// A signal asks the program to end (its number), or the terminal went away (nil).
  case terminated(signal: Int32?)
}

extension Key: ExpressibleByExtendedGraphemeClusterLiteral {
  /// Lets a table of keys write `"n"` for the key n.
  public init(extendedGraphemeClusterLiteral value: Character) { self = .character(value) }
}
