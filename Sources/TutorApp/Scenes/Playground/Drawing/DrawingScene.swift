import NeuralNetwork
import TerminalCanvas

/// A small image that the learner draws, and what the network takes it for while it is drawn.
public struct DrawingScene: Scene {
  /// Pixels along each side.
  let side: Int
  /// How dark each pixel is, from 0 to 1, row by row.
  private(set) var pixels: [Double]
  /// The pixel that the keys act on.
  private(set) var column = 0, row = 0

  /// An empty image of so many pixels along each side.
  init(side: Int) {
    self.side = side
    pixels = Array(repeating: 0, count: side * side)
  }

  /// The side of an image that so many numbers make; nil where they make none.
  static func side(inputs: Int) -> Int? {
    let side = Int(Double(inputs).squareRoot().rounded())
    return side * side == inputs && (3...32).contains(side) ? side : nil
  }

  /// What happens to the image.
  public enum Message: Hashable, Sendable {
    /// The cursor moves.
    case move(columns: Int, rows: Int)
    /// Half dark, dark, empty again; or all empty.
    case ink, clear
    /// Through the layers, number by number.
    case follow
    /// Darkens a pixel, as the mouse does.
    case paint(column: Int, row: Int)
  }

  /// The name of the screen.
  public var title: String { "A drawing of your own" }
  /// Its own keys.
  public var keyContext: KeyContext { .drawing }
  /// The runs lie beneath.
  public var hasWorkbench: Bool { false }
  /// Its session is the playground's.
  public var belongsToPlayground: Bool { true }
  /// There is one place only.
  public var whereabouts: [String] { [title] }

  /// The image as signs, and what it is taken for.
  public func words(_ model: Model) -> [String] {
    let lines = (0..<side).map { row in
      "row \(row + 1) "
        + pixels[row * side..<(row + 1) * side].map { $0 == 0 ? "." : $0 < 1 ? "o" : "#" }.joined()
    }
    return ["", title] + lines + [
      verdict(outputs(model), model.classNames),
      "The cursor is at column \(column + 1), row \(row + 1).",
    ]
  }

  /// What the network makes of the image: a number for each output.
  func outputs(_ model: Model) -> [Double] {
    let run = model.run
    guard run.network.inputCount == pixels.count else { return [] }
    let image = Matrix(rows: 1, columns: pixels.count, elements: pixels)
    return run.network.outputs(for: run.scaler?.scaled(image) ?? image).elements
  }

  /// What it takes the image for, in a sentence.
  func verdict(_ outputs: [Double], _ names: ClassNames) -> String {
    guard outputs.count > 1 else {
      return "The output is \(outputs.map { compact($0) }.joined(separator: " "))"
    }
    let said = Metrics.guesses(outputs[...], 0)
    return "The network takes it for class \(names.said(said)): \(compact(outputs[said[0]]))"
  }

  mutating func move(columns: Int, rows: Int) {
    column = min(max(0, column + columns), side - 1)
    row = min(max(0, row + rows), side - 1)
  }

  /// Half dark, dark, and empty again.
  mutating func ink() {
    let place = row * side + column
    pixels[place] = pixels[place] >= 1 ? 0 : pixels[place] + 0.5
  }

  mutating func paint(column: Int, row: Int) {
    guard (0..<side).contains(column), (0..<side).contains(row) else { return }
    (self.column, self.row) = (column, row)
    pixels[row * side + column] = 1
  }

  mutating func clear() { self = DrawingScene(side: side) }
}

extension DrawingScene {
  static let keys: [KeyBinding] = [
    key([.left, "h"], .move(columns: -1, rows: 0), "left", 3, "One pixel to the left"),
    key([.right, "l"], .move(columns: 1, rows: 0), "right", 4, "One pixel to the right"),
    key([.up, "k"], .move(columns: 0, rows: -1), "up", 5, "One pixel up"),
    key([.down, "j"], .move(columns: 0, rows: 1), "down", 6, "One pixel down"),
    key([" ", .enter], .ink, "ink", 1, "Half dark, dark, empty; the mouse draws too"),
    key(["f"], .follow, "follow", 2, "Follow it through the layers, number by number"),
    key(["c"], .clear, "clear", 2, "An empty image"),
    KeyBinding([.escape], .close, "back", rank: 2, help: "Back to the playground", .playground),
  ]

  private static func key(
    _ keys: [Key], _ message: Message, _ short: String, _ rank: Int, _ help: String
  ) -> KeyBinding {
    KeyBinding(keys, .drawing(message), short, rank: rank, help: help, .playground)
  }
}

extension Model {
  mutating func update(_ message: DrawingScene.Message) -> [Effect] {
    guard var drawing = scene as? DrawingScene else { return [] }
    switch message {
    case .move(let columns, let rows): drawing.move(columns: columns, rows: rows)
    case .ink: drawing.ink()
    case .clear: drawing.clear()
    case .follow:
      let image = Matrix(rows: 1, columns: drawing.pixels.count, elements: drawing.pixels)
      path.append(FollowScene((run.scaler?.scaled(image) ?? image).elements, name: "your drawing"))
      return []
    case .paint(let column, let row): drawing.paint(column: column, row: row)
    }
    scene = drawing
    return []
  }
}
