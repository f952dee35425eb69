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

  /// The run in sentences: where it stands, its parameters as far as there are few, its gradients.
  private static func state(_ model: Model) -> [String] {
    let run = model.run
    var lines = [ascii(statusText(model).plain)]
    let indices = run.network.parameterIndices
    if indices.count <= 9 {
      let parameters = indices.map { "\(run.network.symbol($0)) \(number(run.network[$0]))" }
      lines.append(ascii("Parameters: " + parameters.joined(separator: ", ")))
    }
    if run.shownPhase == .whole {
      let norms = run.shownStep.weightGradientNorms.map { $0.formatted(significant: 3) }
      lines.append("Gradient norm by layer: " + norms.joined(separator: ", "))
    }
    if model.panels.contains(.chain) { lines += chain(model.chainParameter, model) }
    return lines + model.diagnoses.prefix(3).map { ascii($0.sentence) }
  }

  /// The known factors of a parameter's gradient, one statement each.
  private static func chain(_ parameter: ParameterIndex, _ model: Model) -> [String] {
    let chain = ChainRule(
      parameter, in: model.shownStep, sample: model.shownSample, phase: model.shownPhase)
    let factors = chain.factors.filter(\.isKnown).map {
      "\($0.name) = \($0.formula) = \(number($0.value))"
    }
    let name = model.run.network.symbol(parameter)
    let product = chain.isKnown ? ["Gradient of \(name) = \(number(chain.gradient))"] : []
    return (factors + product).map(ascii)
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
