import Experiments
import Lessons
import NeuralNetwork
import TerminalCanvas
import Workbench

/// What a page lets the learner turn.
extension Model {
  /// Turns the dial in hand by so many values.
  mutating func turnDial(by places: Int) -> [Effect] {
    guard let place, place.current.dials.indices.contains(place.dial) else {
      notice = "This page has no dial to turn"
      return []
    }
    let dial = place.current.dials[place.dial]
    // Where it stands is the worker's to say: two quick turns are two.
    return explore(
      .act(dial.label) { workspace throws(Diagnostics) in try workspace.turn(dial, by: places) })
  }

  /// Takes the other dial in hand.
  mutating func takeOtherDial() {
    let dials = place?.current.dials ?? []
    guard let place, dials.count > 1 else {
      notice = "This page has no other dial"
      return
    }
    let next = (place.dial + 1) % dials.count
    self.place?.dial = next
    notice = "} and { turn \(dials[next].label) now"
  }

  /// The dials of the page as the focused run has them.
  var dials: [DialLine] {
    guard let place else { return [] }
    let values = place.dialValues.flatMap { $0.page == place.page ? $0.values : nil }
    return DialLine.all(of: place.current, at: values ?? [], inHand: place.dial)
  }

  /// Works out which values of the dials the focused run has, where that may have changed.
  mutating func readDials() {
    guard let place, !place.current.dials.isEmpty else { return }
    let recipe = run.activeExperiment
    guard place.dialValues?.page != place.page || place.dialValues?.recipe != recipe else { return }
    let values = place.current.dials.map(workspace.place)
    self.place?.dialValues = DialValues(page: place.page, recipe: recipe, values: values)
  }
}

/// Which of their values the dials of a page have: worked out once for a recipe, since the layout asks at each frame.
struct DialValues: Hashable {
  let page: Int
  let recipe: Experiment
  let values: [Int?]
}

/// A dial with all its values, and which of them the run has.
struct DialLine {
  let dial: Dial
  /// The index of the run's value; nil where it has another one.
  let now: Int?
  /// Whether the keys turn it.
  let isInHand: Bool

  /// The dials of a page at some values, the one of an index in hand.
  static func all(of page: Page, at values: [Int?] = [], inHand: Int = 0) -> [DialLine] {
    page.dials.enumerated().map { index, dial in
      let now = values.indices.contains(index) ? values[index] : nil
      return DialLine(dial: dial, now: now, isInHand: index == inHand)
    }
  }

  /// Its keys, its label and its values, the present one in brackets; each keeps its place.
  var text: StyledText {
    dial.texts.indices.reduce(StyledText(isInHand ? "{ } " : " o  ", .accent) + head) {
      $0 + value($1)
    }
  }

  private var head: StyledText { StyledText(dial.label + " ", .text) }

  private func value(_ index: Int) -> StyledText {
    let text = dial.texts[index]
    return index == now
      ? StyledText("[\(text)]", Style(.accent, .bold)) : StyledText(" \(text) ", .muted)
  }

  /// The same as a sentence, with what is typed to turn it.
  var words: String {
    let value = now.map { "is \(dial.texts[$0])" } ?? "has another value"
    let way =
      isInHand ? "turn takes the next value, turn back the one before" : "other takes it in hand"
    return "Dial \(dial.label): it \(value), of \(dial.texts.joined(separator: ", ")); \(way)."
  }

  /// The signs of a page's dials.
  static func legend(of count: Int) -> [LegendRow] {
    guard count > 0 else { return [] }
    let rows = [
      LegendRow(StyledText("{ }", .accent), "these keys turn it; each turn is a new run"),
      LegendRow(StyledText("[1]", Style(.accent, .bold)), "the value that the run has"),
    ]
    let other = LegendRow(StyledText(" o ", .accent), "this key takes the other dial in hand")
    return count > 1 ? rows + [other] : rows
  }
}
