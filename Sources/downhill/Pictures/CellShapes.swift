/// A rectangle, in pixels.
struct Shape: Hashable {
  let x: Int
  let y: Int
  let width: Int
  let height: Int

  func moved(by origin: (x: Int, y: Int)) -> Shape {
    Shape(x: x + origin.x, y: y + origin.y, width: width, height: height)
  }

  /// Both as one, where the other goes on to the right.
  func joined(with other: Shape) -> Shape? {
    guard y == other.y, height == other.height, x + width == other.x else { return nil }
    return Shape(x: x, y: y, width: width + other.width, height: height)
  }

  /// The outline, as SVG writes it.
  var path: String { "M\(x) \(y)h\(width)v\(height)h-\(width)z" }
}

/// The characters that are drawn as rectangles: blocks, dots of braille, lines.
enum CellShapes {
  private static let width = VectorPicture.cellWidth
  private static let height = VectorPicture.cellHeight

  /// The rectangles of a character within its cell; nil for a letter.
  static func shapes(of character: Character) -> [Shape]? {
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else {
      return nil
    }
    switch scalar.value {
    case 0x2800...0x28FF: return braille(Int(scalar.value) - 0x2800)
    case 0x2580...0x259F: return block(Int(scalar.value))
    default: return lines[character].map(line)
    }
  }

  private static func part(_ left: Int, _ top: Int, _ right: Int, _ bottom: Int) -> Shape {
    Shape(x: left, y: top, width: right - left, height: bottom - top)
  }

  /// Two columns of four dots; the lowest row has the highest bits.
  private static func braille(_ bits: Int) -> [Shape] {
    let places = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3)]
    return places.enumerated().filter { bits >> $0.offset & 1 == 1 }.map { _, place in
      let (x, y) = (1 + place.0 * 5, 1 + place.1 * height / 4 + place.1 % 2)
      return Shape(x: x, y: y, width: 2, height: 2)
    }
  }

  private static func block(_ code: Int) -> [Shape]? {
    switch code {
    case 0x2580: return [part(0, 0, width, height / 2)]
    case 0x2581...0x2588: return [part(0, height - height * (code - 0x2580) / 8, width, height)]
    case 0x2589...0x258F: return [part(0, 0, max(1, width * (0x2590 - code) / 8), height)]
    case 0x2590: return [part(width / 2, 0, width, height)]
    case 0x2591...0x2593: return shade(code - 0x2590)
    case 0x2596...0x259F: return quadrants(code - 0x2596)
    default: return nil
    }
  }

  /// A grid of dots, denser from 1 to 3.
  private static func shade(_ density: Int) -> [Shape] {
    let step = [1: 5, 2: 3, 3: 2][density] ?? 3
    return stride(from: 1, to: height, by: step).flatMap { y in
      stride(from: (y / step) % 2 == 0 ? 0 : step / 2, to: width, by: step).map { x in
        part(x, y, min(width, x + (density == 3 ? 2 : 1)), min(height, y + 1))
      }
    }
  }

  private static func quadrants(_ index: Int) -> [Shape] {
    // Upper left, upper right, lower left, lower right.
    let masks = [4, 8, 1, 13, 9, 7, 11, 2, 6, 14]
    let (x, y) = (width / 2, height / 2)
    let parts = [
      part(0, 0, x, y), part(x, 0, width, y), part(0, y, x, height), part(x, y, width, height),
    ]
    return parts.indices.filter { masks[index] >> $0 & 1 == 1 }.map { parts[$0] }
  }

  /// The arms of a line: up 1, down 2, left 4, right 8, thick 16, broken 32.
  private static let lines: [Character: Int] = [
    "│": 3, "─": 12, "┌": 10, "┐": 6, "└": 9, "┘": 5, "├": 11, "┤": 7, "┬": 14, "┴": 13, "┼": 15,
    "╵": 1, "╷": 2, "╴": 4, "╶": 8, "━": 28, "┊": 35,
  ]

  private static func line(_ arms: Int) -> [Shape] {
    let (x, y, thick) = (width / 2, height / 2, arms & 16 != 0 ? 3 : 1)
    if arms & 32 != 0 {
      return stride(from: 1, to: height, by: 4).map { part(x, $0, x + 1, $0 + 2) }
    }
    var shapes: [Shape] = []
    let (left, right) = (arms & 4 != 0 ? 0 : x, arms & 8 != 0 ? width : x + 1)
    if arms & 12 != 0 { shapes.append(part(left, y - thick / 2, right, y - thick / 2 + thick)) }
    let (top, bottom) = (arms & 1 != 0 ? 0 : y, arms & 2 != 0 ? height : y + 1)
    if arms & 3 != 0 { shapes.append(part(x, top, x + 1, bottom)) }
    return shapes
  }
}
