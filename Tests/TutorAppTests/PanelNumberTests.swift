import NeuralNetwork
import TerminalCanvas
import Testing

@testable import TutorApp

/// What the panels show, against the engine.
@Suite struct PanelNumberTests {
  /// The numbers of a chain's lines, multiplied, are the gradient to the digits shown.
  @Test func theFactorsOnScreenMultiplyToTheGradientOnScreen() throws {
    let tutor = try Tutor(Samples.twoNeurons).pressing("j")
    let lines = tutor.lines(.chain, 41, 7)
    let numbers = lines.prefix(6).compactMap {
      $0.split(separator: " ").last.flatMap { Double($0) }
    }
    #expect(numbers.count == 6)
    let product = numbers.dropLast().reduce(1, *)
    #expect(abs(product - (numbers.last ?? 0)) < 1e-3 * abs(product))
    let gradient = tutor.run.step.gradient(.weight(layer: 1, unit: 1, input: 1))
    #expect(number(gradient) == number(numbers.last ?? 0))
  }

  /// With few rows the factors nearest to the loss become one, and the product stays.
  @Test(arguments: 1...5) func mergedFactorsKeepTheProduct(count: Int) throws {
    let run = try Run(Samples.twoNeurons)
    let chain = ChainRule(.weight(layer: 1, unit: 1, input: 1), in: run.step, phase: .whole)
    let merged = chain.merged(to: count)
    #expect(merged.count == count)
    let product = merged.reduce(1) { $0 * $1.value }
    #expect(abs(product - chain.product) <= 1e-15 * abs(chain.product))
    #expect(merged[0].name == ["∂E/∂w₁", "∂E/∂z₁", "∂E/∂a₁", "∂E/∂z₂", "∂E/∂a₂"][count - 1])
  }

  /// Batch normalization, residuals and dropout are more than a product: there δ stands for the way back.
  @Test func aChainThroughMoreThanProductsStartsAtDelta() throws {
    var experiment = Samples.deep
    experiment.layers[2].isResidual = true
    let run = try Run(experiment)
    let weight = ParameterIndex.weight(layer: 2, unit: 1, input: 1)
    let sum = (0..<run.step.inputs.rows).reduce(0) {
      $0 + ChainRule(weight, in: run.step, row: $1, phase: .whole).product
    }
    #expect(abs(sum - run.step.gradient(weight)) < 1e-12 * abs(sum))
  }

  @Test func theSharesOfTheSamplesAddUpToTheGradient() throws {
    let run = try Run(Samples.xor)
    for parameter in run.network.parameterIndices {
      let shares = try #require(run.step.contributions(to: parameter))
      #expect(abs(shares.reduce(0, +) - run.step.gradient(parameter)) < 1e-15)
    }
  }

  /// Three points of a parabola give all of it: as exact as working out each cost.
  @Test func theParabolaIsTheCost() throws {
    let run = try Run(Samples.line)
    let weight = ParameterIndex.weight(layer: 1, unit: 1, input: 1)
    let curve = CostCurve(of: weight, in: run, trailLength: 12)
    for point in curve.points {
      var probe = run
      probe.apply(.parameter(weight, point.x))
      #expect(abs(probe.step.loss - point.cost) < 1e-12)
    }
    #expect(abs((curve.points.map(\.cost).min() ?? 1)) < 1e-2)
  }

  @Test func theCostCurveStandsStillWhileThePointWalks() throws {
    var run = try Run(Samples.line)
    let weight = ParameterIndex.weight(layer: 1, unit: 1, input: 1)
    let first = CostCurve(of: weight, in: run, trailLength: 12).points.map(\.x)
    run.train(updates: 5)
    let later = CostCurve(of: weight, in: run, trailLength: 12)
    #expect(zip(first, later.points.map(\.x)).allSatisfy { abs($0 - $1) < 1e-9 })
    #expect(later.trail.map { number($0.x) } == ["0.000", "0.8000", "1.280", "1.568", "1.741"])
  }

  @Test func theRangeOfTheFitHoldsTargetsAndOutputsAndZero() {
    let near = FitRange(targets: [2, 3, 4], outputs: [2.1, 3, 3.9])
    #expect(near == FitRange(targets: [2, 3, 4], outputs: [2, 3.2, 4]))
    #expect(near.lower <= 0 && near.upper >= 4)
    let far = FitRange(targets: [2, 3, 4], outputs: [-8, 16, .infinity])
    #expect(far.lower <= -8 && far.upper >= 16 && far.upper < 32)
  }

  @Test func lossAxesMoveInRoundSteps() {
    func top(_ value: Double) -> Double { LossAxis.roundedUp(value) }
    #expect([0.69, 1.0, 1.01, 3, 0.0012, 8e9].map(top) == [0.8, 1, 1.5, 3, 0.0015, 8e9])
    #expect(top(.nan) == 1 && top(0) == 1)
    #expect(
      [0, 10, 11, 21, 999, 1_000_001].map { LossAxis.lastUpdate(atLeast: $0) }
        == [10, 10, 15, 30, 1000, 1_500_000])
  }

  @Test func lossAxesHoldTheLargestNumbers() {
    for scale in Scale.allCases {
      let series = Series("", [Bucket(x: 0, y: 2), Bucket(x: 1, y: 8.9e307)])
      let axis = LossAxis(scale, [series]).axis
      #expect(axis.upper >= 8.9e307 && axis.lower <= 2, "\(scale)")
    }
  }

  @Test func eightLayersInFewRowsKeepTheFirstAndTheLast() {
    #expect(LayerRows(depth: 2, height: 6).rows == [1, 2])
    #expect(LayerRows(depth: 8, height: 8).rows == [1, 2, 3, 4, 5, 6, 7, 8])
    #expect(LayerRows(depth: 8, height: 6).rows == [1, 2, 3, nil, 7, 8])
    #expect(LayerRows(depth: 8, height: 1).rows == [1])
    #expect(LayerRows(depth: 8, height: 0).rows == [])
  }

  @Test func theBoundaryRunsWhereTheOutputIsOneHalf() throws {
    let run = try Run(Samples.xor)
    let axis = Axis(from: -0.2, to: 1.2)
    let surface = OutputSurface(
      of: run.network, x: axis, y: axis, size: Size(width: 48, height: 24), sides: OutputSides(run))
    #expect(!surface.contour.places.isEmpty)
    for place in surface.contour.places {
      let inputs = [axis.value(at: place.x), axis.value(at: 1 - place.y)]
      let output = run.network.outputs(for: Matrix([inputs]))[0, 0]
      #expect(abs(output - 0.5) < 0.02)
    }
  }

  /// Where a graph is drawn, no number of a weight lies over another.
  @Test(arguments: [[2, 2, 1], [2, 3, 1], [2, 4, 1], [3, 3, 2], [4, 4, 1], [1, 4, 3]])
  func everyWeightOfAGraphHasItsNumber(shape: [Int]) throws {
    let tutor = try Tutor(Samples.classifier(shape: shape)).pressing("u")
    let run = tutor.run
    for (width, height) in [(41, 9), (41, 14), (60, 12), (72, 24)] {
      let picture = NetworkPicture(tutor.model, glyphs: .braille)
      let rect = Rect(x: 0, y: 0, width: width, height: height)
      guard NetworkGraph(picture, tutor.model, in: rect).fits else { continue }
      let text = tutor.lines(.network, width, height).joined(separator: "\n")
      for index in run.network.parameterIndices {
        guard case .weight = index.kind else { continue }
        let texts = (3...7).map { run.network[index].fitted(width: $0, decimals: 4, signed: true) }
        #expect(texts.contains { text.contains($0) }, "\(index) at \(width)x\(height)")
      }
    }
  }

  @Test func theRawCurveStaysBehindTheSmoothedOne() throws {
    var experiment = Samples.classifier(shape: [2, 3, 1])
    experiment.batches = .size(1)
    let tutor = try Tutor(experiment).pressing("e", "e", "e")
    #expect(Panel.loss.title(in: tutor.model) == "smoothed batch loss: mean squared error")
    var canvas = Canvas(size: Size(width: 41, height: 9))
    Panel.loss.draw(tutor.model, canvas.bounds, &canvas)
    let curves = canvas.cells.filter {
      $0.style.role == .series1 && ("⠁"..."⣿").contains($0.character)
    }
    #expect(curves.contains { $0.style.attributes.contains(.dim) })
    #expect(curves.contains { !$0.style.attributes.contains(.dim) })
    // The learner has the last word.
    #expect(
      Panel.loss.title(in: tutor.pressing("f", "f", "f").model)
        == "batch loss: mean squared error")
    #expect(Panel.loss.title(in: try Tutor(Samples.line).model) == "loss: mean squared error")
  }
}
