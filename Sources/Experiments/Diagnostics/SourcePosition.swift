/// A place in a file: line and column count from 1, columns by character.
public struct SourcePosition: Hashable, Comparable, Sendable {
  /// From 1.
  public var line: Int
  /// From 1, by character.
  public var column: Int

  /// The place at a line and column.
  public init(line: Int, column: Int = 1) {
    self.line = line
    self.column = column
  }

  /// Earlier in the file.
  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// Why something that a lesson asks for cannot be done.
public struct LessonError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Where the lesson asks for it.
  public let position: SourcePosition?
  /// What, why, and what to do.
  public let sentence: String

  /// An error at a place of the lesson's file.
  public init(_ sentence: String, at position: SourcePosition? = nil) {
    self.sentence = sentence
    self.position = position
  }

  /// The sentence.
  public var description: String { sentence }
}

extension SourcePosition {
  /// The place of a byte: its line, and its column in characters.
  init(ofByte place: Int, in bytes: [UInt8]) {
    let start = bytes.startOfLine(holding: place)
    let before = String(decoding: bytes[start..<min(place, bytes.count)], as: UTF8.self)
    let line = bytes[..<start].count { $0 == UInt8(ascii: "\n") } + 1
    self.init(line: line, column: before.count + 1)
  }
}

extension [UInt8] {
  /// Where the line begins that a byte stands in; one behind the end stands in the last.
  func startOfLine(holding place: Int) -> Int {
    self[..<Swift.min(place, count)].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
  }
}
