import Experiments
import NeuralNetwork
import Workbench

extension PlaygroundCommand {
  /// The command that adds, moves, flips and deletes samples.
  static let point = PlaygroundCommand(
    "point", "add X Y CLASS",
    help:
      "A sample more; alone with keys and mouse; 'point delete X Y', 'point flip X Y' and 'point move X Y to X Y' change the one nearest to a place",
    completions: { _, before in before.isEmpty ? ["add", "delete", "flip", "move"] : [] },
    run: { model, text throws(CommandProblem) in
      guard !text.isEmpty else { return model.openPoints() }
      return model.lay(try model.pointEdit(text.split(separator: " ").map(String.init)))
    })
}

extension Model {
  /// What is to be done to the samples.
  fileprivate func pointEdit(_ words: [String]) throws(CommandProblem) -> Workspace.PointEdit {
    let width = run.network.inputCount
    let rest = words.dropFirst().filter { $0 != "to" }
    switch words.first {
    case "add" where rest.count > width:
      return .add(try place(rest.prefix(width)), targets: try targets(rest.dropFirst(width)))
    case "delete" where rest.count == width: return .delete(try place(rest[...]))
    case "flip" where rest.count == width: return .flip(try place(rest[...]))
    case "move" where rest.count == 2 * width:
      return .move(try place(rest.prefix(width)), to: try place(rest.suffix(width)))
    default: throw CommandProblem(pointUsage(words.first))
    }
  }

  /// What follows a word about samples, or which words there are.
  private func pointUsage(_ word: String?) -> String {
    let width = run.network.inputCount
    let place = "a place of \(width.counted("number"))"
    let example = Array(repeating: "0.5", count: min(width, 4)).joined(separator: " ")
    let here = width > 4 ? example + " …" : example
    switch word {
    case "add":
      let targets = run.dataset.targets.columns
      let isClass = run.dataset.classCount != nil
      return "After 'add' come \(place) and \(isClass ? "the class" : targets.counted("target")): "
        + "point add \(here) 1"
    case "move": return "After 'move' come two places of \(width): point move \(here) to \(here)"
    case "delete"?, "flip"?:
      return "After '\(word ?? "")' comes \(place): point \(word ?? "") \(here)"
    default: return "Write add, move, flip or delete, and \(place): point flip \(here)"
    }
  }

  private func place(_ words: ArraySlice<String>) throws(CommandProblem) -> [Double] {
    try words.map { word throws(CommandProblem) in try number(word, of: "place") }
  }

  private func number(_ word: String, of owner: String) throws(CommandProblem) -> Double {
    guard let number = Double(word), number.isFinite else {
      throw CommandProblem("A \(owner) is made of numbers: '\(SafeText.visible(word))' is none")
    }
    return number
  }

  /// The targets of a sample: its class, by its name or its number, or what the outputs are to be.
  private func targets(_ words: ArraySlice<String>) throws(CommandProblem) -> [Double] {
    let (columns, name) = (run.dataset.targets.columns, words.joined(separator: " "))
    if let count = run.dataset.classCount, columns == 1 || words.count != columns {
      return try targets(ofClass: name, among: count)
    }
    guard words.count == columns else { throw CommandProblem(pointUsage("add")) }
    return try words.map { word throws(CommandProblem) in try number(word, of: "target") }
  }

  private func targets(ofClass name: String, among count: Int) throws(CommandProblem) -> [Double] {
    guard let label = classNames.label(of: name) ?? Int(name), (0..<count).contains(label) else {
      let classes = (0..<count).map { classNames[$0] }.joined(separator: ", ")
      throw CommandProblem(
        "There is no class '\(SafeText.visible(name))': the classes are \(classes)")
    }
    return run.dataset.targets(ofClass: label)
  }
}
