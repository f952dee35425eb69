import TerminalCanvas
import Testing

/// Matrices in little room: numbers, shades, half rows, and what is left out.
struct HeatMapTests {
  private let wide = HeatMap([[0.1, 0.2, 0.3, 0.4], [-0.1, -0.2, -0.3, -0.4], [1, 0, -1, 0.5]])

  private func lines(_ map: HeatMap, _ width: Int, _ height: Int, _ glyphs: GlyphSet = .braille)
    -> [String]
  {
    drawn(width, height, glyphs) { map.draw(in: $0, on: &$1) }.lines
  }

  @Test func rowsWithoutRoomAreCounted() {
    #expect(lines(wide, 28, 2) == ["+0.100 +0.200 +0.300 +0.400", "+2 rows"])
    #expect(lines(wide, 28, 3).last == "+1.000  0.000 -1.000 +0.500")
  }

  @Test func columnsWithoutRoomAreAnEllipsis() {
    #expect(lines(wide, 3, 3) == ["++…", "--…", "+0…"])
    #expect(lines(wide, 4, 3) == ["++++", "----", "+0-+"])
    #expect(lines(wide, 8, 3) == ["+░+░+▒+▒", "-░-░-▒-▒", "+█ 0-█+▓"])
    #expect(lines(wide, 8, 3, .ascii) == ["+.+.+:+:", "-.-.-:-:", "+# 0-#+*"])
  }

  @Test func theRolesOfSigns() {
    let canvas = drawn(28, 3) { wide.draw(in: $0, on: &$1) }
    #expect(
      canvas.roles == [
        "++++++ ++++++ ++++++ ++++++",
        "------ ------ ------ ------",
        "++++++  mmmmm ------ ++++++",
      ])
    #expect(
      canvas[1, 2].style == Style(.positive, .bold) && canvas[22, 2].style == Style(.positive))
    let broken = drawn(14, 1) { HeatMap([[.nan, .infinity]]).draw(in: $0, on: &$1) }
    #expect(broken.lines == ["   nan   +inf"])
    #expect(broken.cells.filter { $0.character != " " }.allSatisfy { $0.style == .warning })
  }

  @Test func largeAmountsAreBold() {
    let canvas = drawn(28, 1) { HeatMap([[1, 0.8, 0.7, -0.8]]).draw(in: $0, on: &$1) }
    let isBold = [1, 8, 15, 22].map { canvas[$0, 0].style.attributes.contains(.bold) }
    #expect(isBold == [true, true, false, true])
  }

  /// On half blocks two rows share a row of cells, and the last of an odd number is alone in its half.
  @Test func twoRowsACell() {
    let canvas = drawn(8, 2, tones: true) { wide.draw(in: $0, on: &$1) }
    #expect(canvas.lines == ["▄▄▄▄▄▄▄▄", "▀▀▀▀▀▀▀▀"])
    #expect(canvas[0, 0].style == Style(tone: Tone(.sign, -0.1), ground: Tone(.sign, 0.1)))
    #expect(canvas[6, 1].style == Style(tone: Tone(.sign, 0.5)), "no row below")
    let tall = HeatMap(Array(repeating: [0.5, 1], count: 9))
    let cut = drawn(8, 2, tones: true) { tall.draw(in: $0, on: &$1) }
    #expect(cut.lines == ["", "+7 rows"] && cut[0, 0].style.ground == Tone(.sign, 0.5))
    let narrow = drawn(3, 1, tones: true) {
      HeatMap([[1, 1, 1, 1], [0, 0, 0, 0]]).draw(in: $0, on: &$1)
    }
    #expect(narrow.lines == ["▄▄…"])
    let ascii = drawn(8, 2, .ascii, tones: true) { tall.draw(in: $0, on: &$1) }
    #expect(ascii.lines[1] == "+8 rows")
  }

  @Test func countsAreNumbersOfOneWidth() {
    let counts = HeatMap(
      [[120, 0], [3, 45]], scale: ToneScale(.magnitude, over: Axis(from: 0, to: 120)), label: .whole
    )
    #expect(lines(counts, 10, 2) == [" 120    ·", "   3   45"])
    #expect(
      lines(counts, 9, 2) == ["9 0", "0 4"], "a digit a cell, where the numbers have no room")
  }

  @Test func withoutNumbersThereAreShades() {
    let map = HeatMap([[0.1, -0.9], [0, 0.5]], label: .none)
    #expect(lines(map, 40, 2) == ["+░-█", " 0+▓"])
    #expect(map.drawnScale == ToneScale(reaching: 0.9))
    #expect(HeatMap([[.nan]]).drawnScale == ToneScale(reaching: 1))
  }

  @Test func decimalsAreChosen() {
    #expect(lines(HeatMap([[0.123, -4.5]], label: .decimals(1)), 20, 1) == ["+0.1 -4.5"])
    #expect(lines(HeatMap([[12345.6]], label: .decimals(2)), 20, 1) == [" +1e4"])
  }
}
