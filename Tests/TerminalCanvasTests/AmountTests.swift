import TerminalCanvas
import Testing

/// Bars, ridges, images and matrices where their room is short or their values are odd.
struct AmountTests {
  private func lines(
    _ width: Int, _ height: Int, _ glyphs: GlyphSet = .braille,
    _ draw: (Rect, inout Canvas) -> Void
  ) -> [String] {
    drawn(width, height, glyphs, draw).lines
  }

  @Test func barsOfBlocksHaveHalves() {
    #expect(lines(4, 1, .block) { Bar(0.6).draw(in: $0, on: &$1) } == ["██▌"])
    #expect(lines(4, 1, .block) { Bar(0.01).draw(in: $0, on: &$1) } == ["▌"])
    #expect(drawn(4, 1) { Bar(1, style: .warning).draw(in: $0, on: &$1) }[0, 0].style == .warning)
  }

  @Test func aSparklineHasItsAxisOrItsOwn() {
    func text(_ line: Sparkline, _ columns: Int) -> String { line.text(columns: columns, .braille) }
    #expect(text(Sparkline([1, 2, 4]), 3) == "▃▅█" && text(Sparkline([0, 0]), 2) == "  ")
    #expect(text(Sparkline([1, 2, 4], axis: Axis(from: 0, to: 8)), 3) == "▂▃▅")
    #expect(text(Sparkline([-1, 9], axis: Axis(from: 0, to: 8)), 2) == " █")
    #expect(text(Sparkline([.infinity, .nan]), 2) == " ?" && text(Sparkline([]), 3) == "")
    #expect(text(Sparkline([1]), 0) == "" && text(Sparkline([1]), 3) == "███")
    #expect(Sparkline([1, 8]).text(columns: 2, .ascii) == ":#")
  }

  @Test func aHistogramHasABinAtLeast() {
    let histogram = Histogram(of: [0, 1, 2], bins: 0, over: Axis(from: 0, to: 1))
    #expect(histogram.counts == [2] && histogram.outside == 1)
    #expect(histogram.sparkline(style: .accent).style == .accent)
  }

  /// Of more ridges than rows the first and the last stay, and those between are spread.
  @Test func ridgesWithoutARowAreLeftOut() {
    let ridges = (0..<9).map { index in
      Ridgeline.Ridge((0..<9).map { $0 == index ? 1 : 0 }, style: .accent)
    }
    let shown = lines(9, 3) { Ridgeline(ridges).draw(in: $0, on: &$1) }
    #expect(shown == ["█▁▁▁▁▁▁▁▁", "▁▁▁▁█▁▁▁▁", "▁▁▁▁▁▁▁▁█"])
    #expect(lines(9, 1) { Ridgeline(ridges).draw(in: $0, on: &$1) } == ["▁▁▁▁▁▁▁▁█"], "the newest")
    #expect(lines(9, 1) { Ridgeline([]).draw(in: $0, on: &$1) } == [""])
    let zero = Ridgeline([Ridgeline.Ridge([0, 0], style: .accent)])
    #expect(lines(9, 1) { zero.draw(in: $0, on: &$1) } == [""])
  }

  /// Of few ridges each has its share of the rows; of many each is four rows tall, and lies over others.
  @Test func ridgesShareTheRows() {
    func tallest(_ count: Int, _ rows: Int) -> Int {
      Ridgeline(Array(repeating: .init([1], style: .accent), count: count)).tallest(rows: rows)
    }
    #expect([tallest(1, 9), tallest(2, 36), tallest(3, 30)] == [9, 18, 10])
    #expect([tallest(8, 20), tallest(3, 5), tallest(9, 3)] == [4, 3, 1])
    let three = Ridgeline(Array(repeating: .init([1], style: .accent), count: 3))
    #expect(three.feet(rows: 12).map(\.row) == [3, 7, 11])
    #expect(three.feet(rows: 2).map(\.ridge) == [0, 2], "the ends")
    #expect(three.feet(rows: 1).map(\.ridge) == [2] && three.feet(rows: 0).isEmpty)
  }

  @Test func oneRidgeHasAllRows() {
    let ridge = Ridgeline([Ridgeline.Ridge([0, 1, 2, .nan, 4], style: .accent)])
    #expect(
      lines(5, 6) { ridge.draw(in: $0, on: &$1) } == [
        "    █", "    █", "    █", "  █ █", " ▄█ █", "▁██▁█",
      ])
    #expect(
      lines(5, 4, .ascii) { ridge.draw(in: $0, on: &$1) } == [
        "    #",
        "    #",
        "  # #",
        "_##_#",
      ])
  }

  @Test func timeHasAnEndOnBothSides() {
    func text(_ scrubber: Scrubber, _ width: Int = 14) -> String {
      drawn(width, 1) { scrubber.draw(in: $0, on: &$1) }.text
    }
    #expect(text(Scrubber(last: 8, now: 0)) == "0 ●───────── 8")
    #expect(text(Scrubber(last: 8, now: 8)) == "0 ━━━━━━━━━● 8")
    #expect(text(Scrubber(last: 8, now: 99)) == text(Scrubber(last: 8, now: 8)))
    #expect(text(Scrubber(last: 8, now: -4)) == text(Scrubber(last: 8, now: 0)))
    #expect(text(Scrubber(last: 0, now: 0)) == "0 ●───────── 0")
    #expect(text(Scrubber(last: 8, now: 0, marks: [-1, 4, 9])) == "0 ●────┼──── 8")
    #expect(
      text(Scrubber(last: 8, now: 4), 5) == "" && text(Scrubber(last: 8, now: 4), 6) == "0 ━● 8")
    let canvas = drawn(14, 1) { Scrubber(last: 8, now: 4, marks: [6]).draw(in: $0, on: &$1) }
    #expect(canvas.roles == ["m aaaaaarmrr m"])
    #expect(canvas.cells.first { $0.character == "●" }?.style == Style(.accent, .bold))
  }

  @Test func imagesShrinkByAverages() {
    let checks = PixelImage((0..<64).map { ($0 + $0 / 8) % 2 == 0 ? 1 : 0 }, columns: 8)
    let canvas = drawn(4, 2, tones: true) { checks.draw(in: $0, on: &$1) }
    #expect(canvas.cells.allSatisfy { $0.style.ground == Tone(.gray, 0.5) })
    let rows = PixelImage([1, 1, 0, 0, 0.5], columns: 2)
    #expect(rows.rows == 3)
    #expect(
      lines(8, 3, .ascii) { rows.draw(in: $0, on: &$1) } == [
        "@@@@",
        "",
        "++",
      ])
    #expect(PixelImage([1], columns: 0).columns == 1)
    var empty = Canvas(size: Size(width: 4, height: 2))
    let rect = Rect(x: 1, y: 1, width: 3, height: 1)
    #expect(PixelImage([], columns: 2).draw(in: rect, on: &empty).isEmpty)
  }

  /// Where an image is: as tall as its rows take, with two of them a row of half blocks.
  @Test(arguments: [
    (20, 20, true, 20, 10), (20, 20, false, 20, 10), (7, 9, true, 6, 3), (3, 9, true, 2, 1),
    (9, 1, true, 2, 1),
  ])
  func thePlaceOfAnImage(width: Int, height: Int, tones: Bool, columns: Int, rows: Int) {
    var canvas = Canvas(size: Size(width: width, height: height), showsTones: tones)
    let place = PixelImage([1, 0, 0, 1], columns: 2).draw(in: canvas.bounds, on: &canvas)
    #expect(place == Rect(x: 0, y: 0, width: columns, height: rows))
  }

  @Test func theEndsOfASignedScale() {
    let bar = ScaleBar(ToneScale(reaching: 0.5))
    #expect(
      lines(34, 1) { bar.draw(in: $0, on: &$1) } == [
        "-0.50 ≡≡≡≡===---·░░░▒▒▒████ +0.50"
      ])
    #expect(drawn(34, 1) { bar.draw(in: $0, on: &$1) }[0, 0].style == .muted)
    #expect(lines(14, 1) { bar.draw(in: $0, on: &$1) } == [""])
    #expect(
      lines(15, 1) { bar.draw(in: $0, on: &$1) } == [
        "-0.50 ≡·█ +0.50"
      ])
  }

  @Test func scalesHaveTonesForAll() {
    let even = ToneScale(.gray, over: Axis(from: 0, to: 10))
    #expect([-5, 0, 5, 10, 99].map { even.tone($0)?.level } == [0, 0, 10, 20, 20])
    #expect(even.tone(.infinity)?.level == 20 && even.tone(-.infinity)?.level == 0)
    let decades = ToneScale(.magnitude, over: Axis(.logarithmic, from: 0.01, to: 100))
    #expect(
      [-1, 0, 0.01, 1, 100, .infinity].map { decades.tone($0)?.level } == [0, 0, 0, 10, 20, 20])
    for broken in [0, -1, .nan, .infinity] {
      #expect(ToneScale(reaching: broken) == ToneScale(reaching: 1))
    }
    #expect(ToneScale(reaching: 4).tone(2) == Tone(.sign, 0.5))
  }
}
