import TerminalCanvas
import Testing

struct CanvasShapesTests {
  private func joined(_ glyphs: GlyphSet) -> [String] {
    var canvas = Canvas(size: Size(width: 13, height: 5), glyphs: glyphs)
    let inside = canvas.frame(canvas.bounds, title: StyledText("loss", .heading))
    canvas.horizontalRule(at: Point(x: 0, y: 2), length: 13)
    canvas.verticalRule(at: Point(x: 8, y: 0), length: 5)
    canvas.fill(Rect(x: inside.x, y: 3, width: 3, height: 1), with: "x")
    return canvas.lines
  }

  @Test func rulesJoinWhereTheyMeet() {
    #expect(
      joined(.braille) == [
        "┌ loss ─┬───┐",
        "│       │   │",
        "├───────┼───┤",
        "│xxx    │   │",
        "└───────┴───┘",
      ])
  }

  @Test func asciiKeepsTheShape() {
    #expect(
      joined(.ascii) == [
        "+ loss -+---+",
        "|       |   |",
        "+-------+---+",
        "|xxx    |   |",
        "+-------+---+",
      ])
  }

  @Test func aTitleIsCutToItsFrame() {
    var canvas = Canvas(size: Size(width: 9, height: 3))
    canvas.frame(canvas.bounds, title: "gradients")
    #expect(canvas.lines[0] == "┌ grad… ┐")
  }

  @Test func aTitledRuleLeavesTheRest() {
    var canvas = Canvas(size: Size(width: 12, height: 3))
    let rest = canvas.titledRule(canvas.bounds, title: "loss")
    #expect(canvas.lines[0] == "─ loss ─────" && rest.height == 2)
  }
}
