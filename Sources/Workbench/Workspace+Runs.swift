import Experiments
import NeuralNetwork

/// Runs side by side: made, left, sorted, and told apart.
extension Workspace {
  /// The most runs that stand side by side.
  public static let mostRuns = 8

  /// Puts a copy of the focused run beside the others, and turns the focus to it.
  ///
  /// Without a name the runs are A, B, C …
  /// - Throws: a name that is taken, or too many runs.
  public mutating func fork(_ name: String? = nil) throws(Diagnostics) {
    try checkRoom(for: 1)
    if runs.count == 1, runs[0].label.isEmpty { runs[0].label = Self.letters[0] }
    var copy = runs[focus]
    copy.isPinned = false
    copy.label = try free(name)
    runs.append(copy)
    tellApart()
    focus = runs.count - 1
  }

  /// Takes a run away; the last one stays.
  /// - Throws: when there is no such run, or no other.
  public mutating func drop(_ name: String) throws(Diagnostics) {
    let index = try self.index(of: name)
    guard runs.count > 1 else {
      throw Self.problem("It is the only run: there is none to go on with.")
    }
    runs.remove(at: index)
    focus = min(focus > index ? focus - 1 : focus, runs.count - 1)
    if runs.count == 1 { (runs[0].label, runs[0].isPinned, runs[0].hue) = ("", false, 0) }
    forgetLostSelection()
  }

  /// Turns the focus to a run.
  /// - Throws: when there is no such run.
  public mutating func pick(_ name: String) throws(Diagnostics) { focus(on: try index(of: name)) }

  /// Makes the focused run one that stands where it is, to be compared with; or lets it go on.
  public mutating func togglePin() { runs[focus].isPinned.toggle() }

  /// The same with a run of a name.
  /// - Throws: when there is no such run.
  public mutating func togglePin(_ name: String) throws(Diagnostics) {
    runs[try index(of: name)].isPinned.toggle()
  }

  /// Lays runs of the focused run's experiment from one start in the place of all, each with edits of its own.
  /// - Throws: what is wrong with one of them; then nothing has changed.
  public mutating func race(_ variants: [(name: String, edits: [ExperimentEdit])])
    throws(Diagnostics)
  {
    let file = fileInForce
    var fresh: [LabeledRun] = []
    for variant in variants {
      let changed = try file.replacing(variant.edits)
      do { fresh.append(try LabeledRun(label: variant.name, file: changed)) } catch {
        throw Self.problem("\(variant.name): \(error.sentence)")
      }
    }
    guard (1...Self.mostRuns).contains(fresh.count), Set(fresh.map(\.label)).count == fresh.count
    else {
      throw Self.problem("Name from 1 to \(Self.mostRuns) runs, each once.")
    }
    (runs, focus, survey) = (fresh, 0, nil)
    tellApart()
    askRuns()
    forgetLostSelection()
  }

  /// Gives settings of every run other values.
  /// - Throws: what is wrong with the values for one of them; then nothing has changed.
  public mutating func editAll(_ edits: [ExperimentEdit]) throws(Diagnostics) {
    var copy = self
    for index in copy.runs.indices {
      copy.focus = index
      try copy.edit(edits)
    }
    copy.focus = focus
    self = copy
  }

  /// Puts the runs in the order of a quantity, the smallest first or last; runs that lack it come last.
  public mutating func sort(by quantity: Quantity, descending: Bool = false) {
    sort(descending: descending) { quantity.value(in: $0.run) }
  }

  /// The same with any figure of a run.
  package mutating func sort(descending: Bool, by value: (LabeledRun) -> Double?) {
    let name = focusedLabel
    let keyed = runs.map { ($0, value($0)) }
    let known = keyed.filter { $0.1 != nil }.sorted {
      descending ? ($0.1 ?? 0) > ($1.1 ?? 0) : ($0.1 ?? 0) < ($1.1 ?? 0)
    }
    runs = (known + keyed.filter { $0.1 == nil }).map(\.0)
    focus = runs.firstIndex { $0.label == name } ?? 0
  }

  /// The first update that two runs make differently, from 1; nil as far as both have come they are the same.
  ///
  /// Once parameters differ they stay different, so it is found by halving.
  public func firstDifference(_ left: Int, _ right: Int) -> Int? {
    var (one, other) = (runs[left].run, runs[right].run)
    func differ(at update: Int) -> Bool {
      one.seek(to: Position(update: update))
      other.seek(to: Position(update: update))
      return one.network != other.network
    }
    var (same, different) = (0, min(one.position.update, other.position.update))
    if differ(at: 0) { return 0 }
    guard differ(at: different) else { return nil }
    while different - same > 1 {
      let middle = (same + different) / 2
      if differ(at: middle) { different = middle } else { same = middle }
    }
    return different
  }

  // MARK: Names

  private static let letters = (0..<26).map { String(UnicodeScalar(UInt8(65 + $0))) }

  private func checkRoom(for count: Int) throws(Diagnostics) {
    guard runs.count + count <= Self.mostRuns else {
      throw Self.problem(
        "There are \(runs.count) runs, and \(Self.mostRuns) at most: drop one first.")
    }
  }

  /// The name, where nobody has it; without one the next letter.
  private func free(_ name: String?) throws(Diagnostics) -> String {
    let taken = Set(runs.map(\.label))
    guard let name else { return Self.letters.first { !taken.contains($0) } ?? "run" }
    guard !taken.contains(name), name.allSatisfy({ $0.isLetter || $0.isNumber }), name.count <= 12
    else {
      throw Self.problem("A run's name is new, of up to 12 letters and digits.")
    }
    return name
  }

  /// The index of the run of a name, or of the number, from 1, that it has in the order of the runs; nil where there is none.
  public func place(of name: String) -> Int? {
    runs.firstIndex { $0.label == name } ?? runs.indices.first { "\($0 + 1)" == name }
  }

  private func index(of name: String) throws(Diagnostics) -> Int {
    if let index = place(of: name) { return index }
    let names = runs.map { $0.label.isEmpty ? "this one alone" : $0.label }.joined(separator: ", ")
    throw Self.problem("There is no run '\(SafeText.visible(name))': there is \(names).")
  }

  private static func problem(_ sentence: String) -> Diagnostics {
    Diagnostics([Diagnostic(file: "runs", message: sentence)])
  }
}
