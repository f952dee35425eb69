import NcursesTerminal
import TerminalCanvas

/// A screen as an SVG document.
///
/// Blocks, dots and lines are drawn as shapes, so that the picture looks the same with every font; only letters are text.
struct VectorPicture {
  let canvas: Canvas
  let colors: PictureColors
  /// What a reader who cannot see it is told.
  let title: String

  /// Pixels of a cell.
  static let cellWidth = 9
  static let cellHeight = 18
  private static let margin = 10

  /// The whole document.
  var text: String {
    let width = canvas.size.width * Self.cellWidth + 2 * Self.margin
    let height = canvas.size.height * Self.cellHeight + 2 * Self.margin
    var shapes = ShapeLayers()
    var letters: [String] = []
    for y in 0..<canvas.size.height { draw(row: y, &shapes, &letters) }
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" role="img">
      <title>\(Self.escaped(title))</title>
      <rect width="\(width)" height="\(height)" rx="8" fill="\(Self.hex(colors.background))"/>
      <g transform="translate(\(Self.margin) \(Self.margin))" shape-rendering="crispEdges">
      \(shapes.paths(hex: Self.hex))
      </g>
      <g transform="translate(\(Self.margin) \(Self.margin))" font-family="ui-monospace, SFMono-Regular, Menlo, \
      Consolas, 'DejaVu Sans Mono', monospace" font-size="15" xml:space="preserve">
      \(letters.joined(separator: "\n"))
      </g>
      </svg>

      """
  }

  private func draw(row y: Int, _ shapes: inout ShapeLayers, _ letters: inout [String]) {
    var run = TextRun()
    for x in 0..<canvas.size.width {
      let cell = canvas[x, y]
      let pair = colors.pair(for: cell.style)
      let origin = (x: x * Self.cellWidth, y: y * Self.cellHeight)
      if let ground = pair.ground {
        shapes.add(
          Shape(x: 0, y: 0, width: Self.cellWidth, height: Self.cellHeight), at: origin, ground,
          .ground)
      }
      guard !cell.isContinuation else { continue }
      if let parts = CellShapes.shapes(of: cell.character) {
        for part in parts { shapes.add(part, at: origin, pair.ink, .ink) }
        run.end(&letters)
      } else if cell.character == " ", !cell.style.attributes.contains(.underlined) {
        run.end(&letters)
      } else {
        run.add(cell.character, x: x, y: y, ink: pair.ink, cell.style.attributes, &letters)
      }
    }
    run.end(&letters)
  }

  static func hex(_ color: Int32) -> String {
    let digits = String(color, radix: 16)
    return "#" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }

  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}

/// Letters beside each other that look alike.
private struct TextRun {
  private var text = ""
  private var start = 0
  private var row = 0
  private var ink: Int32 = 0
  private var attributes: Style.Attributes = []

  mutating func add(
    _ character: Character, x: Int, y: Int, ink: Int32, _ attributes: Style.Attributes,
    _ letters: inout [String]
  ) {
    if !text.isEmpty, ink != self.ink || attributes != self.attributes { end(&letters) }
    if text.isEmpty { (start, row, self.ink, self.attributes) = (x, y, ink, attributes) }
    text.append(character)
  }

  mutating func end(_ letters: inout [String]) {
    guard !text.isEmpty else { return }
    let width = text.count * VectorPicture.cellWidth
    let weight = attributes.contains(.bold) ? " font-weight=\"bold\"" : ""
    let line = attributes.contains(.underlined) ? " text-decoration=\"underline\"" : ""
    // The length is told, so that a font of another width moves nothing.
    letters.append(
      "<text x=\"\(start * VectorPicture.cellWidth)\" y=\"\(row * VectorPicture.cellHeight + 14)\" "
        + "fill=\"\(VectorPicture.hex(ink))\"\(weight)\(line) textLength=\"\(width)\" "
        + "lengthAdjust=\"spacingAndGlyphs\">\(VectorPicture.escaped(text))</text>")
    text = ""
  }
}

/// Rectangles by color, those behind before those in front; neighbors in a row become one.
private struct ShapeLayers {
  enum Layer: Int { case ground, ink }

  private struct Key: Hashable {
    let layer: Int
    let color: Int32
  }

  private var shapes: [Key: [Shape]] = [:]
  private var order: [Key] = []

  mutating func add(_ shape: Shape, at origin: (x: Int, y: Int), _ color: Int32, _ layer: Layer) {
    let key = Key(layer: layer.rawValue, color: color)
    if shapes[key] == nil { order.append(key) }
    let placed = shape.moved(by: origin)
    var list = shapes[key] ?? []
    shapes[key] = nil
    if let last = list.last, let joined = last.joined(with: placed) {
      list[list.count - 1] = joined
    } else {
      list.append(placed)
    }
    shapes[key] = list
  }

  func paths(hex: (Int32) -> String) -> String {
    [Layer.ground, .ink].flatMap { layer in order.filter { $0.layer == layer.rawValue } }.map {
      key in
      let path = shapes[key, default: []].map(\.path).joined()
      return "<path fill=\"\(hex(key.color))\" d=\"\(path)\"/>"
    }.joined(separator: "\n")
  }
}
