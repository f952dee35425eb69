import NeuralNetwork
import TerminalCanvas
import Testing

@testable import TutorApp

/// What the panels say with color, looked at by the roles of their cells; and that a sign says it, too.
@Suite struct PanelRolesTests {
  /// A text in a row of a drawing, and the role of its first character.
  private struct Token {
    let text: String
    let style: Style
  }

  /// What stands between blanks.
  private func tokens(_ canvas: Canvas) -> [Token] {
    (0..<canvas.size.height).flatMap { y -> [Token] in
      var tokens: [Token] = []
      var (text, style) = ("", Style.text)
      for x in 0...canvas.size.width {
        let cell = canvas[x, y]
        if cell.character == " " || x == canvas.size.width {
          if !text.isEmpty { tokens.append(Token(text: text, style: style)) }
          text = ""
        } else {
          if text.isEmpty { style = cell.style }
          text.append(cell.character)
        }
      }
      return tokens
    }
  }

  private func cells(_ canvas: Canvas, _ characters: String) -> [Cell] {
    canvas.cells.filter { characters.contains($0.character) }
  }

  /// In tables of parameters a number has the color of its sign, whatever has become of it; the selected row is one bar.
  @Test(arguments: [Panel.parameters, .moments], PanelState.allCases)
  func numbersHaveTheColorOfTheirSign(panel: Panel, state: PanelState) throws {
    let canvas = try state.tutor().drawing(of: panel, 78, 14)
    for token in tokens(canvas) where token.text.count > 2 {
      guard "+-".contains(token.text.first ?? " "), token.text.last?.isNumber == true else {
        continue
      }
      let isSelected = token.style.attributes.contains(.reversed)
      let role: Role = isSelected ? .text : token.text.hasPrefix("-") ? .negative : .positive
      #expect(token.style.role == role, "\(panel): \(token.text)")
    }
  }

  /// Steps to the left of the middle are down, those to the right up: the side says what the color says.
  @Test(arguments: PanelState.allCases) func barsHaveTheColorOfTheirSide(state: PanelState) throws {
    let canvas = try state.tutor().drawing(of: .moments, 60, 12)
    for y in 0..<12 {
      let row = (0..<60).map { canvas[$0, y] }
      guard let middle = row.lastIndex(where: { $0.character == "│" }) else { continue }
      for (x, cell) in row.enumerated() where cell.character == "█" {
        #expect(cell.style.role == (x < middle ? .negative : .positive), "row \(y)")
      }
    }
  }

  /// Frames of charts carry nothing, so they have the role of what can be overlooked.
  @Test(
    arguments: [Panel.loss, .parabola, .trainval, .curve, .losscurve, .range, .contour],
    PanelState.allCases)
  func axesAreRules(panel: Panel, state: PanelState) throws {
    let canvas = try state.tutor().drawing(of: panel, 60, 14)
    for cell in cells(canvas, "│┤└┬") {
      #expect(cell.style.role == .rule || cell.style.role == .muted, "\(panel): \(cell)")
    }
  }

  /// What has gone wrong is said in the color of warnings, and with a sign that is read without it.
  @Test func warningsHaveASign() throws {
    for state in PanelState.allCases {
      let tutor = try state.tutor()
      for panel in [Panel.loss, .diagnosis] {
        let canvas = tutor.drawing(of: panel, 60, 12)
        for (y, line) in canvas.lines.enumerated() where line.hasPrefix(" ! ") {
          #expect(canvas[1, y].style.role == .warning, "\(panel)")
        }
      }
      let check = tutor.drawing(of: .check, 60, 12)
      for (y, line) in check.lines.enumerated() where line.hasPrefix(" ✓") || line.hasPrefix(" ✗") {
        let isSelected = check[1, y].style.attributes.contains(.reversed)
        let role: Role = isSelected ? .text : line.hasPrefix(" ✓") ? .right : .warning
        #expect(check[1, y].style.role == role, "\(state): \(line)")
      }
    }
  }

  /// Each run has the color of its line in the table, in the loss and over its gradients.
  @Test func runsKeepTheirColor() throws {
    let tutor = try PanelState.compared.tutor()
    let table = tutor.drawing(of: .comparison, 60, 5)
    for (index, y) in [1, 2].enumerated() {
      let look = RunStyle(hue: index)
      let line = (0..<12).map { table[$0, y] }.filter { "─-AB".contains($0.character) }
      #expect(!line.isEmpty && line.allSatisfy { $0.style.role == look.style.role })
    }
    #expect(cells(table, "▶").map(\.style.role) == [.accent])
    let loss = tutor.drawing(of: .loss, 60, 12)
    let curves = loss.cells.filter { ("⠁"..."⣿").contains($0.character) || $0.character == "●" }
    #expect(Set(curves.map(\.style.role)) == [.series1, .series2])
  }

  /// The line that runs in the loop is marked, alone, and has its color to the end.
  @Test(arguments: PanelState.allCases) func oneLineOfTheLoopRuns(state: PanelState) throws {
    let canvas = try state.tutor().drawing(of: .loop, 64, 14)
    let marked = canvas.lines.indices.filter { canvas.lines[$0].hasPrefix("▶") }
    #expect(marked.count == 1)
    for y in canvas.lines.indices {
      for x in 0..<64 where canvas[x, y].character != " " {
        #expect((canvas[x, y].style.role == .accent) == marked.contains(y), "row \(y)")
      }
    }
  }

  /// The true class has the color of what is right and a T, the guess is bold and has a sign.
  @Test(arguments: [PanelState.manyClasses, .unhidden, .compared])
  func theTrueClassIsMarkedTwice(state: PanelState) throws {
    let tutor = try state.tutor()
    let shares = OutputShares(tutor.model)
    // A row each, with one for the head and one for the sum.
    let canvas = tutor.drawing(of: .shares, 64, shares.rows.count + 2)
    for (index, row) in shares.rows.enumerated() {
      let line = canvas.lines[index + 1]
      let cell = canvas[1, index + 1]
      #expect(line.hasPrefix(" \(row.name) "))
      #expect((cell.style.role == .right) == row.isTrue, "\(line)")
      #expect(cell.style.attributes.contains(.bold) == row.isGuess, "\(line)")
      #expect(row.isTrue == line.prefix(7).contains("T"))
      #expect(row.isTrue || row.isGuess == line.prefix(7).contains("◂"), "\(line)")
    }
  }

  /// Nothing hangs on the set of characters: every panel has as many words and numbers in each.
  @Test(
    arguments: [Panel.comparison, .parameters, .check, .diagnosis, .shares],
    [PanelState.compared, .oneSample, .wrong])
  func everySetOfCharactersSaysTheSame(panel: Panel, state: PanelState) throws {
    let tutor = try state.tutor()
    func numbers(_ glyphs: GlyphSet) -> [String] {
      tutor.drawing(of: panel, 78, 12, glyphs).lines.flatMap { line in
        line.matches(of: /[-+]?[0-9]+\.[0-9]+(e-?[0-9]+)?/).map { String($0.output.0) }
      }
    }
    #expect(numbers(.braille) == numbers(.block) && numbers(.block) == numbers(.ascii))
  }
}
