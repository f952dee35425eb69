import Lessons
import NeuralNetwork
import TerminalCanvas

/// What the plain tutor says: statements, one a line, in ASCII.
enum PlainText {
  /// The place the learner has come to.
  static func place(_ model: Model) -> [String] {
    switch model.scene {
    case .list(let selection): list(model, selection: selection)
    case .sandbox(let name, _): ["", "Sandbox: \(ascii(name))"] + state(model) + [prompt(model)]
    case .lesson(let place): lesson(place, model) + state(model) + [prompt(model)]
    }
  }

  /// The state after keys that did not lead elsewhere.
  static func change(_ model: Model) -> [String] {
    switch model.overlay {
    case .help: helpLines(for: model.baseContext).map { ascii($0.plain) }
    case .gradientCheck(let check):
      gradientCheckLines(check, name: model.run.network.symbol(check.parameter)).map {
        ascii($0.plain)
      }
    case nil:
      (model.notice.map { [ascii($0)] } ?? []) + (model.baseContext == .list ? [] : state(model))
    }
  }

  private static func list(_ model: Model, selection: Int) -> [String] {
    let rows = model.library.enumerated().map { index, lesson in
      let state = progressText(of: lesson, in: model.progress)
      return "\(index == selection ? ">" : " ") \(lesson.number) \(ascii(lesson.title)), \(state)"
    }
    return ["", "Lessons:"] + rows + ["j and k choose, Enter opens, q quits."]
  }

  private static func lesson(_ place: LessonPlace, _ model: Model) -> [String] {
    let head =
      "Lesson \(place.lesson.number), \(ascii(place.lesson.title)), page \(place.page + 1) of "
      + "\(place.lesson.pages.count)"
    var model = model
    model.glyphs = .ascii
    return ["", head] + LessonText.lines(model, width: PlainTutor.width).map { ascii($0.plain) }
  }

  /// The run in sentences: where it stands, what each panel shows, what is wrong with it.
  private static func state(_ model: Model) -> [String] {
    var lines = [statusText(model).plain]
    for panel in model.panels {
      // The network and its table of parameters say the same.
      lines += panel.words(model).filter { !lines.contains($0) }
    }
    return (lines + model.diagnoses.prefix(3).map(\.sentence)).map(ascii)
  }

  private static func prompt(_ model: Model) -> String {
    model.place?.openQuestion == nil
      ? "Enter goes on, b goes back, ? lists the keys." : "Type the number of your answer."
  }

  /// The text in the characters that every device and voice knows.
  private static func ascii(_ text: String) -> String {
    GlyphSet.ascii.written(text)
  }
}
