/// A curve as a learner draws it: eight heights, column by column.
public struct CurveSketch: Hashable, Sendable {
  /// How many columns there are.
  public static let columns = 8
  /// The largest height.
  public static let top = 8
  /// The height where the curve begins: twice as much is the top.
  public static let beginning = 4

  /// A height, 0 to `top`, for each column.
  public private(set) var heights: [Int]
  /// The column that is drawn now.
  public private(set) var column = 0
  /// The last column that was drawn: those after it go on level.
  private var reached = 0

  /// A level line, of which the first column is drawn next.
  public init() { heights = Array(repeating: Self.beginning, count: Self.columns) }

  /// Heights that are known.
  init(_ heights: [Int]) {
    self.heights = heights
    reached = Self.columns - 1
  }

  /// Moves the column higher or lower; those that nobody has come to follow.
  public mutating func move(up rows: Int) {
    let height = min(max(0, heights[column] + rows), Self.top)
    for index in column..<(column == reached ? Self.columns : column + 1) {
      heights[index] = height
    }
  }

  /// Goes to another column.
  public mutating func move(right columns: Int) {
    column = min(max(0, column + columns), Self.columns - 1)
    reached = max(reached, column)
  }

  /// How it goes.
  public var shape: CurveShape {
    .of(heights.map(Double.init), from: Double(Self.beginning))
  }
}

extension CurveSketch {
  /// The heights as they are typed.
  public var digits: String { heights.map(String.init).joined(separator: " ") }

  /// The shape and the heights, as it is written down.
  public var text: String { "\(shape.name): \(digits)" }

  /// What was typed or written down: eight heights, or the name of a shape; nil when it is neither.
  public init?(_ text: String) {
    let said = text.split(separator: ":").last.map(String.init) ?? ""
    let words = said.lowercased().split { $0 == " " || $0 == "," }
    if let shape = CurveShape.named(words.joined(separator: " ")) {
      self.init(shape.sketch)
      return
    }
    // Without spaces each digit is a height.
    let parts = words.count == 1 ? words[0].map(String.init) : words.map(String.init)
    let heights = parts.compactMap { Int($0) }.filter { (0...Self.top).contains($0) }
    guard parts.count == Self.columns, heights.count == Self.columns else { return nil }
    self.init(heights)
  }
}

extension Answer {
  /// The curve that it is; nil where it is none.
  public var curve: CurveSketch? { text.contains(":") ? CurveSketch(text) : nil }
}
