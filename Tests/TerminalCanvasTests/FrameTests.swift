import TerminalCanvas
import Testing

struct FrameTests {
  private func frame(_ width: Int, _ height: Int, title: StyledText = "") -> [String] {
    drawn(width, height) { $1.frame($0, title: title) }.lines
  }

  @Test func smallFramesHaveTheEdgesTheyHaveRoomFor() {
    #expect(frame(2, 2) == ["┌┐", "└┘"] && frame(1, 3) == ["╷", "│", "╵"])
    #expect(frame(3, 1) == ["╶─╴"] && frame(3, 2) == ["┌─┐", "└─┘"])
  }

  @Test func whatIsInsideAFrame() {
    var canvas = Canvas(size: Size(width: 9, height: 5))
    let rect = Rect(x: 1, y: 1, width: 6, height: 3)
    #expect(canvas.frame(rect) == Rect(x: 2, y: 2, width: 4, height: 1))
    #expect(canvas.lines == ["", " ┌────┐", " │    │", " └────┘", ""])
    let none = Rect(x: 3, y: 3, width: 0, height: 2)
    #expect(canvas.frame(none) == none)
  }

  @Test func titlesNeedRoomForTwoLetters() {
    #expect(frame(6, 2, title: "loss")[0] == "┌ l… ┐" && frame(5, 2, title: "loss")[0] == "┌───┐")
    let canvas = drawn(12, 2) {
      $1.frame($0, title: StyledText("loss", .heading), style: .accent)
    }
    #expect(canvas.lines[0] == "┌ loss ────┐" && canvas.roles[0] == "a hhhh aaaaa")
  }

  @Test func aTitledRuleIsOneRow() {
    let canvas = drawn(8, 2) {
      #expect(
        $1.titledRule($0.inset(left: 1), title: "lr") == Rect(x: 1, y: 1, width: 7, height: 1))
    }
    #expect(canvas.lines == [" ─ lr ──", ""])
    #expect(drawn(4, 1) { $1.titledRule($0, title: "lr") }.lines == ["────"])
  }

  /// Arms are joined, whichever line came first.
  @Test(arguments: [true, false]) func crossingLines(horizontalFirst: Bool) {
    for (glyphs, cross) in [
      (GlyphSet.braille, ["  │", "──┼──", "  │"]), (.ascii, ["  |", "--+--", "  |"]),
    ] {
      let canvas = drawn(5, 3, glyphs) { _, canvas in
        if horizontalFirst { canvas.horizontalRule(at: Point(x: 0, y: 1), length: 5) }
        canvas.verticalRule(at: Point(x: 2, y: 0), length: 3)
        if !horizontalFirst { canvas.horizontalRule(at: Point(x: 0, y: 1), length: 5) }
      }
      #expect(canvas.lines == cross)
      #expect(canvas[2, 1].style == .rule)
    }
  }

  /// A rule that ends at another has an arm to it and none beyond.
  @Test func rulesEndAtOneAnother() {
    let canvas = drawn(5, 3) { _, canvas in
      canvas.verticalRule(at: Point(x: 0, y: 0), length: 3)
      canvas.verticalRule(at: Point(x: 4, y: 0), length: 3)
      canvas.horizontalRule(at: Point(x: 0, y: 1), length: 5, style: .accent)
    }
    #expect(canvas.lines == ["│   │", "├───┤", "│   │"] && canvas[0, 1].style == .accent)
    let across = drawn(5, 3) { _, canvas in
      canvas.horizontalRule(at: Point(x: 0, y: 0), length: 5)
      canvas.horizontalRule(at: Point(x: 0, y: 2), length: 5)
      canvas.verticalRule(at: Point(x: 2, y: 0), length: 3)
    }
    #expect(across.lines == ["──┬──", "  │", "──┴──"])
  }

  @Test func rulesAreClipped() {
    let clip = Rect(x: 1, y: 0, width: 3, height: 2)
    let canvas = drawn(6, 3) { _, canvas in
      canvas.horizontalRule(at: Point(x: -2, y: 1), length: 20, within: clip)
      canvas.horizontalRule(at: Point(x: 0, y: 2), length: 20, within: clip)
      canvas.verticalRule(at: Point(x: 5, y: 0), length: 9, within: clip)
      canvas.verticalRule(at: Point(x: 2, y: -1), length: 9, within: clip)
    }
    #expect(canvas.lines == ["  │", " ─┼─", ""])
  }

  @Test func aFillIsClipped() {
    let canvas = drawn(4, 2) {
      $1.fill(Rect(x: 2, y: 1, width: 9, height: 9), with: "#", style: .muted)
    }
    #expect(
      canvas.lines == ["", "  ##"] && canvas[3, 1].style == .muted && canvas[1, 1].style == .text)
  }
}
