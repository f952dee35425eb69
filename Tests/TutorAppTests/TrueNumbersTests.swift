import Lessons
import NeuralNetwork
import TerminalCanvas
import Testing

@testable import TutorApp

/// A number on the screen is a true one, rounded to the digits that are shown: never one that was cut to another.
@Suite struct TrueNumbersTests {
  /// The panels that write numbers of the step as they are.
  private static let panels: [Panel] = [.network, .parameters, .chain]

  @Test(arguments: [
    (40, 10), (60, 20), (80, 24), (100, 30), (110, 30), (119, 40), (120, 40), (160, 45), (200, 60),
  ])
  func noNumberIsCut(width: Int, height: Int) throws {
    for lesson in try Samples.lessons() {
      var tutor = try Tutor(lesson, size: Size(width: width, height: height))
      tutor.press("u", "j")
      let numbers = TrueNumbers(of: tutor.model)
      let (canvas, layout) = (view(tutor.model), tutor.model.layout)
      for placement in layout.placements where Self.panels.contains(placement.panel) {
        for token in tokens(in: placement.rect.split(top: 1).rest, canvas)
        where !numbers.contain(token) {
          Issue.record(
            "lesson \(lesson.number), \(placement.panel) at \(width)x\(height): \(token)")
        }
      }
    }
  }

  /// The numbers with a point that stand in a rectangle; whole ones may be names, such as those of layers.
  private func tokens(in rect: Rect, _ canvas: Canvas) -> [String] {
    (rect.y..<rect.maxY).flatMap { y -> [String] in
      let line = String((rect.x..<rect.maxX).map { canvas[$0, y].character })
      return line.matches(of: /[-+]?[0-9]*\.[0-9]+(e-?[0-9]+)?/).map { String($0.output.0) }
    }
  }
}

/// All numbers of a step that a panel may write.
private struct TrueNumbers {
  private let values: [Double]

  init(of model: Model) {
    let (run, step) = (model.run, model.shownStep)
    var values = [run.learningRate, step.loss, run.step.loss]
    for index in run.network.parameterIndices {
      values += [
        run.network[index], step.before(index), step.after(index), step.change(index),
        step.gradient(index),
      ]
      values += [step.firstMoment(index), step.secondMoment(index)].compactMap { $0 }
    }
    for layer in 1...run.depth {
      values +=
        step.activations(layer: layer).elements + step.activations(layer: layer - 1).elements
      values += step.deltas(layer: layer).elements + run.step.deltas(layer: layer).elements
      values += run.step.preActivations(layer: layer).elements
    }
    // Those of the pinned sample, also where the batch goes without it.
    for way in [model.shownSampleStep, model.sampleStep(in: run.step)].compactMap(\.self) {
      for layer in 1...run.depth {
        values += way.step.activations(layer: layer).elements
        // δ of one sample, as if its loss were no part of a mean.
        let rows = Double(way.step.outputs.rows)
        values += way.step.deltas(layer: layer).elements.flatMap { [$0, $0 * rows] }
        values += way.step.preActivations(layer: layer).elements
      }
    }
    values += step.targets.elements + run.dataset.targets.elements
    values += (step.contributions(to: model.chainParameter) ?? [])
    let chain = model.chainRule
    values += chain.factors.map(\.value) + (1...6).flatMap { chain.merged(to: $0).map(\.value) }
    values += [chain.product, chain.gradient]
    let picture = NetworkPicture(model, glyphs: .ascii)
    for layer in 0...run.depth {
      values += (1...run.network.shape[layer]).compactMap {
        picture.activation(layer: layer, unit: $0)
      }
    }
    let errors = picture.error
    self.values = values + [errors].compactMap { $0 }
  }

  /// Whether a text is one of them, rounded to its last digit; the sign may stand apart.
  func contain(_ text: String) -> Bool {
    guard let value = Double(text) else { return false }
    let parts = text.split(separator: "e")
    let decimals = parts[0].split(separator: ".", omittingEmptySubsequences: false).last?.count ?? 0
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let half = 0.5 * power(exponent - decimals)
    return values.contains { abs(abs($0) - abs(value)) <= half * (1 + 1e-9) }
  }

  private func power(_ exponent: Int) -> Double { Double("1e\(exponent)") ?? 1 }
}
