import Experiments
import NeuralNetwork
import Workbench

extension Question {
  /// How often it may be answered: once where only one answer is left after a miss.
  public var mostTries: Int {
    switch kind {
    case .choice(let choices, _): choices.count > 2 ? 2 : 1
    case .number, .curve: 2
    case .free: 1
    }
  }

  /// Judges a choice by its index.
  ///
  /// The workspace is as the page leaves it.
  public func judgment(choice: Int, on workspace: Workspace) -> Answer? {
    guard case .choice(let choices, let answer) = kind, choices.indices.contains(choice) else {
      return nil
    }
    let isRight = choice == answer
    let remark = isRight ? nil : remark(on: workspace) { $0 == .choice(choice) }
    return Answer(
      text: choices[choice].plainText(on: workspace), isRight: isRight, remark: remark ?? "")
  }

  /// Judges what was typed; nil when a number is asked for and this is none.
  ///
  /// The workspace is as the page leaves it.
  public func judgment(typed text: String, on workspace: Workspace) -> Answer? {
    if case .curve(let answer) = kind { return judgment(drawn: text, answer, on: workspace) }
    guard case .number(let answer) = kind else { return Answer(text: text, isRight: nil) }
    let values = Self.readings(of: text)
    guard let first = values.first else { return nil }
    guard let situation = Situation(of: answer, in: self, on: workspace) else {
      return Answer(text: text, isRight: false)
    }
    let isRight = values.contains { situation.isRight($0) }
    return Answer(
      text: text, isRight: isRight,
      remark: isRight ? "" : remark(to: first, situation, on: workspace))
  }

  /// Judges a curve by its shape; nil when there is none.
  private func judgment(
    drawn text: String, _ answer: CurveAnswer, on workspace: Workspace
  ) -> Answer? {
    guard let sketch = CurveSketch(text) else { return nil }
    let shape = sketch.shape
    let isRight = shape == answer.shape
    let remark = isRight ? "" : remark(on: workspace) { $0 == .curve(shape) }
    return Answer(
      text: sketch.text, isRight: isRight, remark: remark ?? "Yours: \(shape.name).")
  }

  /// The stretch over which its curve is drawn; nil where it asks for none, or has none here.
  public func stretch(on workspace: Workspace) -> CurveStretch? {
    guard case .curve(let answer) = kind, let after else { return nil }
    return CurveStretch(of: workspace.focusedRun, after, isHeldOut: answer.isHeldOut)
  }

  /// Judges an answer that was written down; nil when it is none any more.
  public func judgment(written text: String, on workspace: Workspace) -> Answer? {
    guard case .choice(let choices, _) = kind else { return judgment(typed: text, on: workspace) }
    return choices.firstIndex { $0.plainText(on: workspace) == text }
      .flatMap { judgment(choice: $0, on: workspace) }
  }

  /// What is told once nothing is left to guess.
  public func outcome(on workspace: Workspace) -> Outcome {
    Outcome(answer: rightAnswer(on: workspace), because: because.plainText(on: workspace))
  }

  private func rightAnswer(on workspace: Workspace) -> String? {
    switch kind {
    case .choice(let choices, let answer): choices[answer].plainText(on: workspace)
    case .number(let answer):
      expectedNumber(answer, on: workspace).map(NumberFormat.automatic.text)
    case .curve(let answer): answer.shape.name
    case .free: nil
    }
  }

  /// What the lesson says to a number, or the kind of its mistake.
  private func remark(
    to value: Double, _ situation: Situation, on workspace: Workspace
  ) -> String {
    let known = remark(on: workspace) { match in
      guard case .number(let known, let tolerance) = match else { return false }
      return abs(value - known) <= tolerance
    }
    return known ?? Mistake.all.lazy.compactMap { $0.remark(value, situation) }.first ?? ""
  }

  private func remark(
    on workspace: Workspace, to isMatch: (Feedback.Match) -> Bool
  ) -> String? {
    wrong.first { isMatch($0.match) }?.text.plainText(on: workspace)
  }

  /// The right number; nil when the workspace cannot tell it.
  func expectedNumber(_ answer: NumberAnswer, on workspace: Workspace) -> Double? {
    switch answer.value {
    case .number(let value): value
    case .reading(let reading): workspaceAtAnswer(workspace).flatMap { reading.value(on: $0) }
    }
  }

  /// The workspace after what must happen before the answer is known.
  public func workspaceAtAnswer(_ workspace: Workspace) -> Workspace? {
    guard let after else { return workspace }
    var workspace = workspace
    do { try workspace.go(after, at: position) } catch { return nil }
    return workspace
  }

  /// What lets the run show the answer; nil where it shows it already.
  public var reveal: Action? {
    after.map { Action(steps: [.init($0, at: position)], position: position) }
  }

  /// A number as people type it: its first reading.
  static func number(_ text: String) -> Double? { readings(of: text).first }

  /// What a number may mean, with any kind of minus: a comma before three digits groups them, or is a decimal one; elsewhere
  /// it is a decimal one.
  static func readings(of text: String) -> [Double] {
    let plain = String(text.filter { $0 != " " }.map { $0 == "−" ? "-" : $0 })
    guard plain.allSatisfy({ "0123456789.,+-eE".contains($0) }) else { return [] }
    let grouped = hasGroups(plain) ? [plain.filter { $0 != "," }] : []
    let decimal = String(plain.map { $0 == "," ? "." : $0 })
    return (grouped + [decimal]).compactMap { Double($0) }.filter(\.isFinite)
  }

  /// Whether every comma stands before three digits, with one to three before the first that are not 0: `47,700`.
  private static func hasGroups(_ text: String) -> Bool {
    let whole = text.drop { "+-".contains($0) }.prefix { $0 != "." }
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    guard let first = groups.first, groups.count > 1 else { return false }
    return (1...3).contains(first.count) && !first.hasPrefix("0")
      && groups.allSatisfy { $0.allSatisfy(\.isNumber) }
      && groups.dropFirst().allSatisfy { $0.count == 3 }
  }
}
