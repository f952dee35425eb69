import Lessons
import NeuralNetwork
import TerminalCanvas

/// Text, panels and status around the runs in the workspace.
func drawWorkbench(_ model: Model, on canvas: inout Canvas) {
  let layout = model.layout
  drawTitle(model, in: layout.title, on: &canvas)
  drawText(model, in: layout.text, on: &canvas)
  drawSettings(model, in: layout.settings, on: &canvas)
  for placement in layout.placements { drawPanel(placement, model, on: &canvas) }
  if let panel = model.look.focusedPanel, !layout.notes.isEmpty {
    drawZoomNotes(of: panel, model, in: layout.notes, on: &canvas)
  }
  layout.drawRules(on: &canvas)
  model.timeLine.draw(in: layout.timeLine, on: &canvas)
  let panels = layout.placements.map(\.panel)
  drawStatus(model, in: layout.status, beside: panels, on: &canvas)
  drawKeys(model, in: layout.keys, on: &canvas)
}

/// Program, lesson and position, so that the learner always knows where this is.
private func drawTitle(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let row = rect.inset(left: 1, right: 1)
  let line = TitleLine(name: model.scene.title, positions: model.place?.positions ?? [""])
  let (name, position) = line.fitted(to: row.width, canvas.glyphs)
  canvas.write(name, in: row)
  canvas.write(position, in: row, alignment: .trailing)
}

/// The head of a screen: what is open, and where in it the learner is, as far as there is room.
///
/// The position is never given up: its words become shorter, then the program's name goes, then the end of the title.
struct TitleLine {
  let name: String
  /// The position in words, the longest first.
  let positions: [String]

  func fitted(to width: Int, _ glyphs: GlyphSet) -> (name: StyledText, position: StyledText) {
    let names = [
      StyledText("Downhill", .heading) + StyledText("  \(name)", .text), StyledText(name),
    ]
    for name in names {
      for position in positions {
        let needed = glyphs.columns(of: name) + glyphs.columns(of: position)
        if needed + (position.isEmpty ? 0 : 2) <= width {
          return (name, StyledText(position, .muted))
        }
      }
    }
    let position = positions.last ?? ""
    let room = max(0, width - glyphs.columns(of: position) - 2)
    return (glyphs.truncated(names[1], to: room), StyledText(position, .muted))
  }
}

extension LessonScene {
  /// Where in the lesson this is, the longest words first.
  fileprivate var positions: [String] {
    if let review { return [review.words, "\(review.position)/\(review.count)"] }
    let (page, count) = (page + 1, lesson.pages.count)
    let words = TutorLanguage(of: current)(.page, "\(page)", "\(count)")
    guard isExploring else { return [words, "\(page)/\(count)"] }
    return [
      "g returns to the page's numbers · \(words)", "g returns · \(words)",
      "g returns · \(page)/\(count)",
    ]
  }
}

private func drawPanel(_ placement: Layout.Placement, _ model: Model, on canvas: inout Canvas) {
  let style: Style = placement.panel == model.look.focusedPanel ? .accent : .muted
  let (top, body) = placement.rect.split(top: 1)
  // A title may hold numbers of the run.
  let title =
    model.isAhead
    ? placement.panel.numberlessTitle(in: model)
    : placement.panel.title(in: model, width: top.width - 3, canvas.glyphs)
  canvas.titledRule(top, title: StyledText(title, style), style: style)
  guard !placement.isVeiled else {
    return drawVeil(of: placement.panel, model, in: body, on: &canvas)
  }
  guard !model.isBehind(placement.panel) else {
    let words = StyledText("training …", .muted)
    canvas.write(words, in: body, row: body.height / 2, alignment: .center)
    return
  }
  let isZoomed = model.look.isZoomed && placement.panel == model.look.focusedPanel
  let draw = isZoomed ? placement.panel.drawZoomed : placement.panel.draw
  draw(model, body, &canvas)
}

/// The runs in sentences: where they stand, what each panel shows, what is wrong.
func workbenchWords(_ model: Model) -> [String] {
  var lines = model.dials.map(\.words) + [statusWords(model)]
  for panel in model.isAhead ? [] : model.panels {
    // The network and its table of parameters say the same.
    lines += panel.words(model).filter { !lines.contains($0) }
  }
  return lines + model.diagnosisWords
}

extension Model {
  /// What is wrong with the run, the worst first; a lesson's page without a diagnosis leaves it to be found out.
  var diagnosisWords: [String] {
    guard scene.belongsToPlayground || panels.contains(.diagnosis) else { return [] }
    return diagnoses.prefix(3).compactMap { tellings(of: $0).first }
  }
}
