/// A grid of styled cells: what a view draws on and a screen shows.
///
/// Writing outside it is clipped, never an error. A grid whose glyph set is ASCII holds nothing but
/// printable ASCII, whatever is written to it.
public struct Canvas: Hashable, Sendable {
  /// Columns and rows.
  public let size: Size
  /// The characters that drawings may use.
  public let glyphs: GlyphSet
  /// True when color alone tells the levels of a ramp apart; else drawings put a glyph for each.
  public let showsTones: Bool
  /// The cells row by row.
  public private(set) var cells: [Cell]
  let listener = TextLogReference(log: TextLog.current)

  /// Makes a blank grid.
  public init(size: Size, glyphs: GlyphSet = .braille, showsTones: Bool = false) {
    self.size = size
    self.glyphs = glyphs
    self.showsTones = showsTones
    cells = Array(repeating: Cell(), count: size.width * size.height)
  }

  /// The whole grid.
  public var bounds: Rect { Rect(size: size) }

  /// The cell at a place; a blank one outside the grid, where writing does nothing.
  ///
  /// Overwriting one half of a wide character blanks the other half.
  public subscript(x: Int, y: Int) -> Cell {
    get { bounds.contains(Point(x: x, y: y)) ? cells[y * size.width + x] : Cell() }
    set {
      guard bounds.contains(Point(x: x, y: y)) else { return }
      if newValue.isContinuation || newValue.glyph.width == 1 {
        store(newValue, x: x, y: y)
      } else {
        storeWide(newValue, x: x, y: y)
      }
    }
  }

  /// Changes the style of a cell and keeps its glyph.
  mutating func restyle(x: Int, y: Int, _ change: (inout Style) -> Void) {
    guard bounds.contains(Point(x: x, y: y)) else { return }
    change(&cells[y * size.width + x].style)
  }

  /// Puts a glyph of one column into a cell of the grid.
  @inline(__always)
  mutating func store(_ cell: Cell, x: Int, y: Int) {
    let index = y * size.width + x
    parted(at: index, x: x, keepsLeft: cell.isContinuation)
    cells[index] = cell
    if glyphs == .ascii && !cell.glyph.isASCII {
      cells[index].glyph = cell.glyph.asciiStandIn
      cells[index].isContinuation = false
    }
  }

  /// Puts a wide glyph into two cells; where the second is missing, nothing but a blank.
  private mutating func storeWide(_ cell: Cell, x: Int, y: Int) {
    guard x + 1 < size.width, glyphs != .ascii else {
      let glyph = glyphs == .ascii ? cell.glyph.asciiStandIn : Glyph.blank
      return store(Cell(glyph: glyph, style: cell.style), x: x, y: y)
    }
    store(cell, x: x, y: y)
    store(Cell(glyph: .blank, style: cell.style, isContinuation: true), x: x + 1, y: y)
  }

  /// Blanks the other half of a wide glyph that is about to lose the half at `index`.
  @inline(__always)
  private mutating func parted(at index: Int, x: Int, keepsLeft: Bool) {
    if cells[index].isContinuation {
      if !keepsLeft && x > 0 { cells[index - 1].glyph = .blank }
    } else if x + 1 < size.width && cells[index + 1].isContinuation {
      cells[index + 1].isContinuation = false
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
