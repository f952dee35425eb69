import Foundation
import Lessons
import TerminalCanvas
import Testing

@testable import TutorApp

/// What is written on a screen stands there whole, or not at all, or ends in an ellipsis: a number that is cut is another
/// number.
@Suite struct WholeNumbersTests {
  static let sizes = [(40, 10), (80, 24), (110, 30), (140, 45), (200, 60)].map(
    Size.init(width:height:))

  /// The lessons that are asked about: all, or those of `LESSONS=11,13 swift test --filter WholeNumbers`.
  static func asked() throws -> [Int] {
    let only = ProcessInfo.processInfo.environment["LESSONS"]?.split(separator: ",").map(
      String.init)
    return try Samples.lessons().map(\.number).filter { only?.contains("\($0)") ?? true }
  }

  /// All pages at all sizes where the program is optimized; else a fifth of them, at each size other ones.
  private static func isAsked(_ number: Int) -> Bool {
    #if DEBUG
      number % 5 == 0
    #else
      true
    #endif
  }

  @Test(arguments: try asked())
  func noPageCutsANumber(lesson number: Int) throws {
    let lesson = try #require(try Samples.lessons().first { $0.number == number })
    for page in lesson.pages.indices {
      var tutor = try Tutor(lesson, page: page)
      for key in ["u", "e"] {
        tutor.press(.character(Character(key)))
        for (place, size) in Self.sizes.enumerated() where Self.isAsked(page + place) {
          tutor.model.size = size
          let place = "page \(page + 1) after \(key), \(size.width)x\(size.height)"
          expectWhole(tutor, place)
          if size.width >= 80 { expectWholeTitles(tutor, place) }
        }
      }
    }
  }

  private func expectWhole(_ tutor: Tutor, _ place: String) {
    let log = TextLog()
    let canvas = TextLog.$current.withValue(log) { view(tutor.model) }
    let cut = CutNumber.all(of: log.all, on: canvas)
    #expect(cut.isEmpty, "\(place): \(cut.prefix(3).map(\.description))")
  }

  /// A panel whose title has no room has a shorter one.
  private func expectWholeTitles(_ tutor: Tutor, _ place: String) {
    let canvas = view(tutor.model)
    for rect in tutor.model.layout.placements.map(\.rect) {
      let title = String((rect.x..<rect.maxX).map { canvas[$0, rect.y].character })
      #expect(!title.contains("…"), "\(place): \(title)")
    }
  }

  /// The first test notices: a number under another text, one beside another number, one without room.
  @Test func aCutNumberIsNoticed() {
    func cut(_ draw: (inout Canvas) -> Void) -> [String] {
      let log = TextLog()
      var canvas = TextLog.$current.withValue(log) {
        Canvas(size: Size(width: 12, height: 1), glyphs: .braille)
      }
      draw(&canvas)
      return CutNumber.all(of: log.all, on: canvas).map(\.description)
    }
    #expect(cut { $0.write("0.0948", at: Point(x: 0, y: 0)) }.isEmpty)
    #expect(cut { $0.write("0.0948", at: Point(x: 8, y: 0)) }.isEmpty)
    let covered = cut {
      $0.write("0.0948", at: Point(x: 0, y: 0))
      $0.write("ab", at: Point(x: 4, y: 0))
    }
    #expect(covered == ["0.0948 reads 0.09"])
    let joined = cut {
      $0.write("89", at: Point(x: 0, y: 0))
      $0.write("ab", at: Point(x: 5, y: 0))
      $0.write("12", at: Point(x: 2, y: 0))
    }
    #expect(joined.first == "89 reads 8912")
  }
}

/// A number of which the screen shows a part, or more than it.
private struct CutNumber: CustomStringConvertible {
  let number, shown: String

  var description: String { "\(number) reads \(shown)" }

  static func all(of entries: [TextLog.Entry], on canvas: Canvas) -> [CutNumber] {
    // A single sign is a mark of a picture, such as that of a class.
    joined(entries.filter { $0.text.count > 1 }).flatMap { entry in
      numbers(in: entry).compactMap { cut($0, entry, canvas) }
    }
  }

  /// Texts that were written one behind the other are one.
  private static func joined(_ entries: [TextLog.Entry]) -> [TextLog.Entry] {
    entries.reduce(into: []) { result, entry in
      guard let last = result.last, last.point.y == entry.point.y,
        last.point.x + GlyphSet.braille.columns(of: last.text) == entry.point.x
      else { return result.append(entry) }
      result[result.count - 1] = TextLog.Entry(
        text: last.text + entry.text, point: last.point, area: last.area)
    }
  }

  /// The numbers of a text with the columns of their first signs.
  private static func numbers(in entry: TextLog.Entry) -> [(text: String, offset: Int)] {
    guard entry.text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return [] }
    // In narrow cells the 0 before the point is left out.
    let number = /([0-9]+(\.[0-9]+)?|\.[0-9]+)(e[-+]?[0-9]+)?/
    return entry.text.matches(of: number).map { match in
      let before = String(entry.text[..<match.range.lowerBound])
      return (String(match.output.0), GlyphSet.braille.columns(of: before))
    }
  }

  /// What stands where the number was written, where that is a number and another one.
  private static func cut(
    _ number: (text: String, offset: Int), _ entry: TextLog.Entry, _ canvas: Canvas
  ) -> CutNumber? {
    let (first, y) = (entry.point.x + number.offset, entry.point.y)
    let columns = (first..<first + number.text.count).filter {
      $0 >= entry.area.x && $0 < entry.area.maxX
    }
    let signs = columns.map { canvas[$0, y].character }
    let stays = zip(columns, signs).filter { column, sign in
      sign == Array(number.text)[column - first] && sign.isNumber
    }
    guard !stays.isEmpty, !signs.contains("…") else { return nil }
    let shown = reading(at: stays[0].0, y, canvas)
    let mantissa = number.text.split(separator: "e")[0]
    guard shown != mantissa, !shown.contains("…") else { return nil }
    // A text may have come to lie over its own like.
    let isOneOfIts = numbers(in: entry).contains { $0.text == shown }
    return isOneOfIts ? nil : CutNumber(number: number.text, shown: shown)
  }

  /// The longest run of figures around a column.
  private static func reading(at column: Int, _ y: Int, _ canvas: Canvas) -> String {
    func isFigure(_ x: Int) -> Bool {
      let sign = canvas[x, y].character
      return sign.isASCII && (sign.isNumber || sign == ".") || sign == "…"
    }
    var (low, high) = (column, column)
    while isFigure(low - 1) { low -= 1 }
    while isFigure(high + 1) { high += 1 }
    // A point at the end is a sentence's.
    let text = String((low...high).map { canvas[$0, y].character })
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }
}
