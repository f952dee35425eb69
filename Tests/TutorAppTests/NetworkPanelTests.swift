import Lessons
import NeuralNetwork
import TerminalCanvas
import Testing

@testable import TutorApp

/// What the network's drawings say with color, and that nothing hangs on color alone.
@Suite struct NetworkPanelTests {
  private func canvas(
    _ panel: Panel, _ model: Model, _ width: Int, _ height: Int, isZoomed: Bool = false
  ) -> Canvas {
    var canvas = Canvas(size: Size(width: width, height: height), showsTones: true)
    (isZoomed ? panel.drawZoomed : panel.draw)(model, canvas.bounds, &canvas)
    return canvas
  }

  private func tones(_ canvas: Canvas, in rect: Rect) -> [Tone] {
    (rect.y..<rect.maxY).flatMap { y in
      (rect.x..<rect.maxX).flatMap { x in
        [canvas[x, y].style.tone, canvas[x, y].style.ground].compactMap { $0 }
      }
    }
  }

  /// Where a guess takes a row, the sample's loss gives way, not the δ that was asked for.
  @Test func deltaOutlastsTheLoss() throws {
    let lesson = try #require(try Samples.lessons().first { $0.id == "two-by-two" })
    let page = try #require(lesson.pages.firstIndex { $0.title == "Back to the outputs" })
    let tutor = try Tutor(lesson, page: page).pressing("1", .enter, "1", .enter)
    let lines = tutor.lines(.network, 40, 11)
    #expect(lines.contains { $0.contains("? 1") } && lines.contains { $0.contains("δ -0.038") })
    #expect(!lines.contains { $0.contains("E 0.298") })
    #expect(tutor.lines(.network, 40, 12).contains { $0.contains("E 0.298") })
  }

  /// Where units share a row, it says how many of them are dead.
  @Test func deadUnitsOfARowAreCounted() throws {
    let units = 16
    let biases = (0..<units).map { $0 < 5 ? 1.0 : -9 }
    var experiment = Samples.xor
    experiment.layers[0] = LayerRecipe(
      units: units, activation: .relu,
      explicit: ExplicitParameters(
        weights: Array(repeating: [1, 1], count: units), biases: biases))
    let tutor = try Tutor(experiment).pressing("u")
    let marks = tutor.lines(.network, 40, 6).compactMap {
      $0.firstMatch(of: /†\d*/).map { $0.output }
    }
    #expect(marks == ["†3", "†4", "†4"])
  }

  /// Where a number and a weight stand beside a mark, it has a blank on either side: it is no part of a sum.
  @Test(arguments: [54, 70]) func marksStandApart(width: Int) throws {
    var experiment = Samples.xor
    experiment.layers[0] = LayerRecipe(
      units: 4, activation: .relu,
      explicit: ExplicitParameters(
        weights: Array(repeating: [1, 1], count: 4), biases: [1, -9, -9, -9]))
    let lines = try Tutor(experiment).pressing("u").lines(.network, width, 12)
    #expect(lines.count { $0.contains(/\d † [+-]\d/) } == 3, "\(lines)")
  }

  @Test(arguments: [(0.9995, 5, 6, "1.00"), (-0.9995, 4, 5, "-1"), (0.003, 4, 5, "3e-3")])
  func aNumberMakesRoomForAMark(value: Double, width: Int, room: Int, text: String) {
    #expect(value.besideMark(width: width, decimals: 3, room: room) == text)
  }

  /// Headings of one picture all have the activation's name, or all its sign, or none.
  @Test(arguments: [Samples.deep, Samples.images, Samples.classifier(shape: [2, 5, 1])])
  func headingsHaveOneForm(experiment: Experiment) throws {
    let picture = NetworkPicture(try Tutor(experiment).pressing("u").model, glyphs: .braille)
    let forms = (3...14).map { room in
      Set(
        picture.headings(rooms: Array(repeating: room, count: picture.depth + 1)).dropFirst()
          .map { $0.split(separator: " ").last?.count ?? 0 }.map { $0 > 2 })
    }
    #expect(forms.allSatisfy { $0.count == 1 } && forms.first != forms.last)
  }

  @Test func crowdsAreThoseOfTheirLayer() {
    let crowds = [(1, 1, 3), (2, 1, 2), (3, 1, 1)].map {
      CellCrowd(layer: $0.0, across: $0.1, down: $0.2)
    }
    #expect(CellCrowd.note(crowds, width: 40) == "1x3 a cell in layer 1, 1x2 in layer 2")
    #expect(CellCrowd.note(crowds, width: 30) == "1x3 a cell in layer 1")
    #expect(CellCrowd.note(crowds, width: 18) == "up to 1x3 a cell")
    #expect(CellCrowd.note([crowds[0], crowds[2]], width: 18) == "1x3 a cell")
    #expect(CellCrowd.note([crowds[0], crowds[2]], width: 21) == "1x3 a cell in layer 1")
    #expect(CellCrowd.note([crowds[2]], width: 40).isEmpty)
  }

  /// The weights into a unit stand beside it, the first above the others, where there are fewer of them than lead on from
  /// one before it.
  @Test func weightsStandWhereTheirListsAreShort() throws {
    var experiment = Samples.xor
    experiment.layers[0] = LayerRecipe(
      units: 3, activation: .tanh,
      explicit: ExplicitParameters(
        weights: [[1, 2], [3, 4], [5, 6]], biases: [0, 0, 0]))
    let lines = try Tutor(experiment).lines(.network, 54, 11)
    let weights = lines.compactMap { $0.prefix(24).firstMatch(of: /\+([1-6])\.0/)?.output.1 }
    #expect(weights == ["1", "2", "3", "4", "5", "6"], "\(lines)")
  }

  /// Every weight of a layer has a cell of its own where there is room, with the color of its sign.
  @Test func aCellHasTheSignOfItsWeight() throws {
    let network = try Tutor(Samples.images).run.network
    let weights = network.weightsByInput(layer: 1)
    var canvas = Canvas(size: Size(width: 9, height: 18), showsTones: true)
    let scale = ToneScale(reaching: weights.elements.map(abs).max() ?? 1)
    let cells = WeightCells(weights, scale: scale, in: canvas.bounds, on: canvas)
    #expect(cells.across == 1 && cells.down == 1)
    cells.draw(in: canvas.bounds, on: &canvas)
    for row in stride(from: 0, to: 36, by: 2) {
      for column in 0..<9 {
        let style = canvas[column, row / 2].style
        let (top, bottom) = (scale.tone(weights[row, column]), scale.tone(weights[row + 1, column]))
        #expect(style.ground == top && (style.tone ?? style.ground) == bottom)
      }
    }
  }

  /// Cells that stand for several weights show the largest, and no weight is left out.
  @Test(arguments: [1, 3, 7, 20, 36]) func aCrowdedCellShowsItsLargestWeight(height: Int) throws {
    let network = try Tutor(Samples.images).run.network
    let weights = network.weightsByInput(layer: 1)
    let largest = weights.elements.map(abs).max() ?? 1
    var canvas = Canvas(size: Size(width: 4, height: height), showsTones: true)
    let scale = ToneScale(reaching: largest)
    WeightCells(weights, scale: scale, in: canvas.bounds, on: canvas).draw(
      in: canvas.bounds, on: &canvas)
    let levels = tones(canvas, in: canvas.bounds).map { abs($0.value) }
    #expect(levels.max() == 1)
  }

  /// Ten hidden layers keep cells for the weights of every layer.
  @Test(arguments: [(38, 9), (38, 14), (80, 20), (120, 40)])
  func deepNetworksShowAllTheirWeights(width: Int, height: Int) {
    let shape = [2] + Array(repeating: 8, count: 10) + [1]
    let plan = NetworkCellsPlan.best(
      for: shape, imageSide: nil, in: Size(width: width, height: height), samplesPerRow: 2)
    let shown = plan.bands.flatMap { $0 }
    #expect(
      shown
        == shape.indices.flatMap { layer -> [NetworkCellsPlan.Part] in
          layer == 0 ? [.units(layer: 0)] : [.weights(layer: layer), .units(layer: layer)]
        })
    for band in plan.bands {
      let needed = band.reduce(0) { $0 + plan.width(of: $1) + ($1.isWeights ? 1 : 0) }
      #expect(needed <= width)
    }
    // Bands that need the same have the same: a row may be left.
    let spare = height - plan.heights.reduce(0, +)
    #expect((0..<plan.bands.count).contains(spare))
  }

  /// The lines into the selected unit are lighter than all others.
  @Test func theSelectedUnitsLinesAreBright() throws {
    let tutor = try Tutor(Samples.classifier(shape: [2, 5, 1])).pressing("j")
    let picture = NetworkPicture(tutor.model, glyphs: .braille)
    let (own, other) = (
      picture.lineStyle(layer: 1, unit: 1, input: 1), picture.lineStyle(layer: 1, unit: 2, input: 1)
    )
    #expect(!own.attributes.contains(.dim) && other.attributes.contains(.dim))
    #expect(abs(own.tone?.value ?? 0) >= 0.4)
    #expect(picture.thickness(layer: 1, unit: 1, input: 1) >= 1)
  }

  /// The input of an image classifier is drawn as gray pixels.
  @Test func anImageIsDrawnInGray() throws {
    let model = try Tutor(Samples.images).pressing("u").model
    let picture = canvas(.network, model, 60, 14)
    let grays = tones(picture, in: Rect(x: 1, y: 1, width: 6, height: 3)).filter {
      $0.ramp == .gray
    }
    let signs = tones(picture, in: picture.bounds).filter { $0.ramp == .sign }
    #expect(grays.count >= 18 && signs.count > 36 * 9 / 4)
  }

  /// On the whole screen there is more to see than in a part of it.
  @Test func zoomedItHasAllLayersInFigures() throws {
    let model = try Tutor(Samples.deep).pressing("j").model
    let text = canvas(.network, model, 120, 40, isZoomed: true).text
    #expect(text.contains("mean |w|") && text.contains("w₁[1,2]"))
    for layer in 1...8 { #expect(text.contains("\(layer)  sigmoid")) }
  }
}
