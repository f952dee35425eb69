import NeuralNetwork
import TerminalCanvas

/// What the plain tutor says: statements, one a line, in the characters that every device and voice knows.
enum PlainText {
  /// The place the learner has come to.
  static func place(_ model: Model) -> [String] { model.scene.words(model).map(ascii) }

  /// The state after keys that did not lead elsewhere.
  static func change(_ model: Model) -> [String] {
    let lines: [String]
    switch model.overlay {
    case .help: lines = helpSheet(model).groups.flatMap { $0 }.map(\.plain)
    case .legend: lines = legendSheet(model).groups.flatMap { $0 }.map(\.plain)
    case .gradientCheck(let check):
      let name = model.run.network.symbol(check.parameter)
      lines = gradientCheckLines(check, name: name).map(\.plain)
    case nil:
      let notice = model.notice.map { [$0] } ?? []
      let shortfall = model.place?.shortfall.map { [$0] } ?? []
      lines = notice + shortfall + (model.scene.hasWorkbench ? workbenchWords(model) : [])
    }
    return lines.map(ascii)
  }

  /// What came of a command: what it has to say, and where the run stands.
  static func answer(_ model: Model) -> [String] {
    ((model.notice.map { [$0] } ?? []) + [statusWords(model)]).map(ascii)
  }

  private static func ascii(_ text: String) -> String { GlyphSet.ascii.written(text) }
}
