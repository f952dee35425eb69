import Experiments
import NeuralNetwork
import Workbench

/// The curve of a loss, drawn before the run goes: its shape is what counts.
public struct CurveQuestion: QuestionKind {
  /// Whether it is the loss over the held-out samples, and not that of the batches.
  public let isHeldOut: Bool
  /// How it goes.
  public let shape: CurveShape

  /// Whose curve, and its shape.
  public var form: [String] { ["curve", shape.name, "\(isHeldOut)"] }

  /// It must be a shape, and not the right one.
  public func objection(toWrong answer: String) -> String? {
    guard let shape = CurveShape.named(answer) else {
      let hint = Suggestion.hint(for: answer, among: CurveShape.names)
      return "There is no shape called '\(answer)'.\(hint)"
    }
    return shape == self.shape ? "This is the right answer." : nil
  }

  /// Holds the shape against the run's own.
  public func problems(of question: Question, before: Workspace, after: Workspace) -> [String] {
    guard let stretch = question.stretch(on: before) else {
      return [
        "A curve is drawn over a stretch whose end is known, of \(CurveSketch.columns) updates or more, that begins with "
          + "a loss above 0: 'after: 40 updates'."
      ]
    }
    let isHidden = !before.panels.contains("loss")
    return (isHidden ? ["A curve is drawn in the panel 'loss': show it here."] : [])
      + mismatch(of: question, before, stretch)
  }

  private func mismatch(
    of question: Question, _ before: Workspace, _ stretch: CurveStretch
  ) -> [String] {
    var workspace = before
    if isHeldOut { workspace.observe { _ in .scores } }
    let shape = question.workspaceAtAnswer(workspace).flatMap { stretch.shape(of: $0.focusedRun) }
    guard shape != self.shape else { return [] }
    return [
      "The answer is '\(self.shape.name)', but the curve's shape is '\(shape?.name ?? "none")'."
    ]
  }
}

extension Question {
  /// The stretch over which its curve is drawn; nil where it asks for none, or has none here.
  public func stretch(on workspace: Workspace) -> CurveStretch? {
    guard let curve = kind as? CurveQuestion, let after else { return nil }
    return CurveStretch(of: workspace.focusedRun, after, isHeldOut: curve.isHeldOut)
  }
}

// What is right.

extension CurveQuestion {
  /// Judges a curve by its shape; by the run's own losses where that is flat, and its drawing has to choose between two heights.
  public func judgment(of text: String, to question: Question, on workspace: Workspace) -> Answer? {
    guard let sketch = CurveSketch(text) else { return nil }
    let shape = sketch.shape
    guard shape != self.shape, !isAsFlat(sketch, question, workspace) else {
      return Answer(text: sketch.text, isRight: true)
    }
    let remark = question.remark(on: workspace) { $0 == shape.name }
    return Answer(text: sketch.text, isRight: false, remark: remark ?? "Yours: \(shape.name).")
  }

  /// Whether a flat run's own curve lies between the heights of a drawing and the next ones.
  private func isAsFlat(
    _ sketch: CurveSketch, _ question: Question, _ workspace: Workspace
  ) -> Bool {
    guard shape == .flat, let stretch = question.stretch(on: workspace) else { return false }
    var workspace = workspace
    if isHeldOut { workspace.observe { _ in .scores } }
    return question.workspaceAtAnswer(workspace).map { stretch.isNear(sketch, $0.focusedRun) }
      ?? false
  }

  /// The name of its shape.
  public func rightAnswer(to question: Question, on workspace: Workspace) -> String? { shape.name }

  /// The loss.
  public func asked(by question: Question) -> [Quantity] {
    [Quantity(isHeldOut ? .heldOutLoss : .loss)]
  }
}

// In words.

extension CurveQuestion {
  /// The arrows are the pen.
  public var invitation: String { "arrows draw, Enter commits" }

  /// A shape, or heights.
  public func plainInvitation(pass: String) -> String {
    "Type how it goes: \(CurveShape.names.joined(separator: ", ")); or eight heights from 0 to "
      + "\(CurveSketch.top), where \(CurveSketch.beginning) is the loss now; and Enter. "
      + "\(pass) tells the answer without a guess."
  }

  /// What is a curve, or begins as one.
  public func isMeant(by line: String, isWord: Bool) -> Bool {
    CurveSketch(line) != nil || line.count > 1 && TypedNumber.begins(line)
  }

  /// That it is no curve.
  public func refusal(of typed: String) -> String {
    "'\(SafeText.visible(typed))' is not a curve; type \(CurveShape.names[0]), or eight heights such as "
      + "3 2 2 1 1 1 0 0"
  }
}

extension QuestionForm {
  /// What can be drawn.
  private static let predictions = ["curve"]
  /// Whose curve can be.
  private static let losses = ["loss", "heldout_loss"]

  static let curve = QuestionForm(
    key: "predict",
    fields: [
      .init("predict", .choice(predictions), "a curve of the loss, to be drawn"),
      .init("of", .choice(losses), "whose curve; the loss of the batches unless told otherwise"),
    ],
    help:
      "`predict: curve`, which asks for the loss to be drawn before it runs (`of: heldout_loss` for that of held-out samples), "
      + "`answer` being its shape: \(CurveShape.names.map { "`\($0)`" }.joined(separator: ", "))",
    read: { fields, _ in
      guard let value = fields["predict"], value.name(among: predictions, "prediction") != nil
      else { return nil }
      guard fields["choices"] == nil else { return value.reject("A curve has no choices.") }
      guard fields["after"] != nil else {
        return value.reject("A curve is drawn before it runs: say how far with 'after'.")
      }
      let loss = fields["of"].map { $0.name(among: losses, "loss") } ?? losses[0]
      let answer = fields.required("answer", in: "An 'ask' block with a curve")
      guard let loss, let name = answer?.name(among: CurveShape.names, "shape"),
        let shape = CurveShape.named(name)
      else { return nil }
      return CurveQuestion(isHeldOut: loss != losses[0], shape: shape)
    })
}
