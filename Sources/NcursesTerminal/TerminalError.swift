/// Why there is no terminal to draw on, with a way on: one sentence each, for standard error.
public enum TerminalError: Error, Hashable, CustomStringConvertible {
  /// Standard input is a file, a pipe or closed.
  case inputIsNotATerminal
  /// Standard output is a file, a pipe or closed.
  case outputIsNotATerminal
  /// TERM is unset or empty.
  case typeIsMissing
  /// Neither TERM nor its stand-in is known on this machine.
  case typeIsUnknown(String)
  /// The terminal can only write line after line.
  case cannotMoveCursor(String)
  /// ncurses could not make a screen.
  case outOfResources

  /// What is wrong and what to do about it.
  public var description: String {
    switch self {
    case .inputIsNotATerminal:
      "Standard input is not a terminal, so there is no keyboard to listen to; start the program "
        + "without a pipe or redirection."
    case .outputIsNotATerminal:
      "Standard output is not a terminal, so there is nothing to draw on; start the program "
        + "without a pipe or redirection."
    case .typeIsMissing:
      "TERM is not set, so it is not known how to drive this terminal; try TERM=xterm-256color."
    case .typeIsUnknown(let type):
      "The terminal type \"\(type)\" is not known on this machine, nor is xterm-256color; install "
        + "the terminfo database (ncurses-base) or set TERM to a type that `infocmp` knows."
    case .cannotMoveCursor(let type):
      "The terminal type \"\(type)\" cannot place its cursor; use another terminal, or set TERM to "
        + "what this one is, such as TERM=xterm-256color."
    case .outOfResources:
      "The terminal could not be opened: ncurses could not make a screen. If LINES or COLUMNS are set, "
        + "unset them: they may name a size that no terminal has."
    }
  }
}
