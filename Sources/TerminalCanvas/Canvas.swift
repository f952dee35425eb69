/// One cell of the grid: a glyph one column wide, or the left or right half of a wide one.
public struct Cell: Hashable, Sendable {
  public var character: Character
  public var style: Style
  /// True for the right half of a wide character, which carries no glyph of its own.
  public var isContinuation: Bool

  public init(_ character: Character = " ", _ style: Style = .text, isContinuation: Bool = false) {
    self.character = character
    self.style = style
    self.isContinuation = isContinuation
  }
}

/// A grid of styled cells: what a view draws on and a screen shows. Writing outside it is clipped, never an error.
public struct Canvas: Hashable, Sendable {
  public let size: Size
  /// The characters that drawings may use.
  public let glyphs: GlyphSet
  public private(set) var cells: [Cell]

  public init(size: Size, glyphs: GlyphSet = .braille) {
    self.size = size
    self.glyphs = glyphs
    cells = Array(repeating: Cell(), count: size.width * size.height)
  }

  public var bounds: Rect { Rect(size: size) }

  /// The cell at a place; a blank one outside the grid, where writing does nothing.
  public subscript(x: Int, y: Int) -> Cell {
    get { bounds.contains(Point(x: x, y: y)) ? cells[y * size.width + x] : Cell() }
    set {
      guard bounds.contains(Point(x: x, y: y)) else { return }
      cells[y * size.width + x] = newValue
    }
  }

  /// The grid as lines of text without trailing blanks: what tests compare and the plain front end prints.
  public var lines: [String] {
    (0..<size.height).map { y in
      var line = ""
      for cell in cells[(y * size.width)..<((y + 1) * size.width)] where !cell.isContinuation {
        line.append(cell.character)
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// The lines joined by newlines.
  public var text: String { lines.joined(separator: "\n") }
}
