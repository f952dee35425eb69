import Experiments
import Lessons
import NeuralNetwork
import TerminalCanvas

/// A value for the selected parameter, typed by hand: the run's journal keeps it as a change of the learner's.
extension Model {
  /// The keys that select a parameter: in the playground the arrows belong to the settings.
  var selectionKeys: String { scene is PlaygroundScene ? "j and k" : "the up and down keys" }

  mutating func beginValue() {
    guard look.selected != nil else {
      notice = "Select a parameter first, with \(selectionKeys)"
      return
    }
    look.typedValue = ""
  }

  mutating func typeValue(_ character: Character) {
    guard let typed = look.typedValue, typed.count < 24 else { return }
    guard Self.isPartOfANumber(character) else {
      notice = "'\(character)' is not part of a number; Esc leaves the parameter alone"
      return
    }
    look.typedValue = typed + String(character)
  }

  mutating func eraseValue() {
    guard let typed = look.typedValue else { return }
    look.typedValue = typed.isEmpty ? nil : String(typed.dropLast())
  }

  mutating func commitValue() -> [Effect] {
    guard let typed = look.typedValue, let parameter = look.selected else { return [] }
    look.typedValue = nil
    let plain = typed.replacing("−", with: "-").replacing(",", with: ".")
    guard let value = YAMLValue.number(plain), value.isFinite else {
      notice = TypedNumber.refusal(of: typed)
      return []
    }
    notice =
      "\(run.network.symbol(parameter)) is \(compact(value)) now; the next update starts from it"
    return explore(.change(.parameter(parameter, value)))
  }

  /// What the status line says while a value is typed.
  var typedValueSentence: String? {
    guard let typed = look.typedValue, let parameter = look.selected else { return nil }
    return "\(run.network.symbol(parameter)) = \(typed)_  Enter sets it, Esc leaves it"
  }

  private static func isPartOfANumber(_ character: Character) -> Bool {
    character.isASCII && (character.isNumber || "+-.,eE".contains(character)) || character == "−"
  }
}
