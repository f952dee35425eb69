import Synchronization

/// Hears of every text that is written on the canvases made while it is `current`.
///
/// So a test can ask whether what was written is what can be read.
package final class TextLog: Sendable {
  /// A text and the place of its first column.
  package struct Entry: Sendable {
    /// As it was written, before clipping.
    package let text: String
    /// Where it begins.
    package let point: Point
    /// The cells that it may take.
    package let area: Rect

    package init(text: String, point: Point, area: Rect) {
      (self.text, self.point, self.area) = (text, point, area)
    }
  }

  /// The one that new canvases report to.
  @TaskLocal package static var current: TextLog?

  private let entries = Mutex<[Entry]>([])

  /// A log without entries.
  package init() {}

  /// What was written, in order.
  package var all: [Entry] { entries.withLock { $0 } }

  func append(_ entry: Entry) { entries.withLock { $0.append(entry) } }
}

/// A canvas's log; canvases that show the same are equal, whoever listens.
struct TextLogReference: Hashable, Sendable {
  let log: TextLog?

  static func == (left: Self, right: Self) -> Bool { true }
  func hash(into hasher: inout Hasher) {}
}
