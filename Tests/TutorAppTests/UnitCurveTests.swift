import Experiments
import Lessons
import NeuralNetwork
import TerminalCanvas
import Testing

@testable import TutorApp

/// The curves below the units of a small network: an activation each, with a point where the unit stands.
@Suite struct UnitCurveTests {
  /// One unit of one input without a bias: z is the weight.
  private static func unit(_ activation: Activation, z: Double, rate: Double = 1e-9) -> Experiment {
    Experiment(
      data: .explicit(inputs: [[1]], targets: [[0]]),
      layers: [
        LayerRecipe(
          units: 1, activation: activation, explicit: ExplicitParameters(weights: [[z]]),
          hasBiases: false)
      ],
      loss: .meanSquaredError, optimizer: Optimizer(.sgd, learningRate: rate))
  }

  private func points(_ tutor: Tutor, _ width: Int = 60, _ height: Int = 16) -> [Point] {
    let canvas = tutor.drawing(of: .network, width, height, .braille)
    return (0..<height).flatMap { y in (0..<width).map { Point(x: $0, y: y) } }.filter {
      canvas[$0.x, $0.y].character == "●"
    }
  }

  @Test func aChainHasItsCurvesSideBySide() throws {
    let tutor = try Tutor(Samples.twoNeurons).pressing("u")
    tutor.expect(
      .network, 60, 11,
      [
        "            +0.1496                 +0.4272",
        " x 0.100⣤⣤⣤⣤⣤⣤⣤⣤⣤⣤⣤⣤⣤⣤⡄σ 0.6013⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⡆σ 0.7045",
        "                       b +0.3959                b +0.6121",
        "                       δ +0.0097                T 0.25",
        "                                                E 0.1033",
        "                                                δ +0.0946",
        "                           ⢸ ⡠⠒⠒⠂                   ⢸ ⡠⠒⠒⠂",
        "                           ⢸⡸                       ⢸●",
        "                           ⢰●                       ⢰⠁",
        "                          ⢠⠃                       ⢠⠃",
        "                       ⠤⠤⠒⠁⠼⠤⠤⠤⠤⠄               ⠤⠤⠒⠁⠼⠤⠤⠤⠤⠄",
      ])
    tutor.expect(
      .network, 60, 11, in: .ascii,
      [
        "            +0.1496                 +0.4272",
        " x 0.100---------------s 0.6013-----------------s 0.7045",
        "                       b +0.3959                b +0.6121",
        "                       d +0.0097                T 0.25",
        "                                                E 0.1033",
        "                                                d +0.0946",
        "                           | .--                    | .--",
        "                           ||                       |*",
        "                           *'                       .'",
        "                           |                        |",
        "                       __-'|____                __-'|____",
      ])
  }

  @Test func twoUnitsOfALayerHaveACurveEach() throws {
    var experiment = Samples.classifier(shape: [3, 2, 1])
    experiment.seed = 1
    try Tutor(experiment).pressing("u").expect(
      .network, 72, 20,
      [
        " x₁ 1.000⢤-0.5977",
        "          +0.5293",
        "           ⠈⠳⣄ ⠁⠘⠃⠰⡄⢀⡀",
        "             ⠈⢳⡄    ⠈⠁⠘⠆⢠⡄⢀",
        "               ⠙⢦⡀        ⠈⠃⢀⢀⡤th -0.324⣶+1.2106",
        "                 ⠙⣦    ⣀⡠⠔⠒⠉⣠⠄ b -0.0042 ⠉⠛⠻⠿⣶⣤⣄⣀",
        "                  ⣈⠷⣔⠊⠉   ⣠⠄   δ -0.3128      ⠉⠙⠛⠿⣶⣦⣄⣀",
        "            ⢀⣀⠤⠒⠊⠉  ⠈⢳⡄ ⢀⡤        ⢸⡔⠒⠒⠂            ⠈⠙⠛⠿⢷⣦⣤⣀⡀",
        " x₂ 1.000⡆+0.2661     ⠙⢦⡀      ⣀⣀⣀⢀⠇⣀⣀⡀                 ⠈⠉⠛⢀⡠⠄σ 0.3974",
        "          -0.9110⡀   ⣠⠄ ⠙⣦        ●                   ⣀⡠⠔⠒⠉⠁  b +0.0104",
        "               ⠁⠘⠃⠸⡆⢠⡄⢀  ⠈⠳⣄   ⠒⠒⠒⠁              ⣀⠤⠔⠊⠉        T 1",
        "                 ⢀⡤ ⠈⠁⠘⠇⢰⡆⢠⡀⢳⡄             ⢀⣀⠤⠒⠊⠉             E 0.3632",
        "               ⢀⡤         ⠈⣀⣠⣴⡆th -0.364⠤+0.0962              δ -0.2886",
        "              ⣠⠄     ⢀⣀⣤⣴⡾⠿⠛⠋⠁ b +0.0003                         ⢸⢀⠖⠒⠂",
        "            ⣠⠄  ⢀⣀⣤⣶⡾⠟⠛⠉⠁      δ -0.0241                         ⢀⠎",
        "          -0.8115⠛⠉               ⢸⡔⠒⠒⠂                          ●",
        " x₃ 0.000⣶+0.9194              ⣀⣀⣀⢀⠇⣀⣀⡀                       ⠤⠤⠊⠼⠤⠤⠤⠄",
        "                                  ●",
        "                               ⠒⠒⠒⠁",
      ])
  }

  /// Eight rows, 16 columns: z from −6 on the left to 6 on the right, and a from 0 at the bottom to 1 at the top.
  @Test(arguments: [(0.0, 7, 4), (2.0, 10, 1), (5.5, 14, 0), (-5.5, 0, 7)])
  func thePointStandsWhereTheUnitDoes(z: Double, column: Int, row: Int) throws {
    let tutor = try Tutor(Self.unit(.sigmoid, z: z)).pressing("u")
    let point = try #require(points(tutor, 60, 13).first)
    #expect(point == Point(x: 43 + column, y: 5 + row))
  }

  /// Far out the range is wider, and the point lies on the flat part.
  @Test func aSaturatedUnitStandsOnTheFlatPart() throws {
    let tutor = try Tutor(Self.unit(.sigmoid, z: 9)).pressing("u")
    let lines = tutor.lines(.network, 60, 13)
    #expect(lines[5].hasSuffix("⠔⠒⠒●⠒⠂"), "\(lines)")
  }

  /// A run that blows up leaves its curves behind, and they are drawn all the same.
  @Test(arguments: [1e9, -1e140, 1e200, -1e308])
  func numbersOfAnySizeAreDrawn(z: Double) throws {
    for activation in Activation.all where activation != .softmax {
      let tutor = try Tutor(Self.unit(activation, z: z))
      #expect(points(tutor).count <= 1)
      #expect(abs(z) > 1e100 || points(tutor).count == 1, "\(activation.name)")
    }
  }

  /// While the point walks, nothing else does.
  @Test func theCurveStandsStill() throws {
    func curve(_ tutor: Tutor) -> [Character] {
      let canvas = tutor.drawing(of: .network, 60, 16)
      return (5 * 60..<16 * 60).map { canvas[$0 % 60, $0 / 60].character }
    }
    let tutor = try Tutor(Self.unit(.linear, z: 10, rate: 0.05))
    let (first, later) = (curve(tutor.pressing("u")), curve(tutor.pressing("u", "u", "u")))
    let changed = zip(first, later).filter { $0 != $1 }
    #expect(changed.count == 2 && changed.allSatisfy { $0 == "●" || $1 == "●" }, "\(changed)")
  }

  /// A unit has its point when the walk has got to it.
  @Test func thePointComesWithTheNumber() throws {
    var tutor = try Tutor(Samples.twoNeurons)
    var counts = [points(tutor).count]
    for _ in 0..<3 {
      tutor.press(".")
      counts.append(points(tutor).count)
    }
    #expect(counts == [2, 0, 1, 2])
    #expect(tutor.lines(.network, 60, 16).contains { $0.contains("⠼⠤⠤") })
  }

  /// No point tells a number that is asked for.
  @Test func thePointOfWhatIsAskedWaits() throws {
    let lesson = try #require(try Samples.lessons().first { $0.id == "two-neurons" })
    for (index, page) in lesson.pages.enumerated() {
      guard case .delta(1, 1)? = page.question?.asked.first?.kind else { continue }
      let tutor = try Tutor(lesson, page: index)
      #expect(points(tutor).count == 1)
      return
    }
    Issue.record("no page asks for δ")
  }

  /// What softmax makes of a z hangs on the others; where there are maps, there are no curves.
  @Test func softmaxAndMapsHaveNoCurves() throws {
    var classes = Samples.classifier(shape: [3, 3, 3])
    classes.layers[1].activation = .softmax
    classes.loss = .categoricalCrossEntropy
    #expect(points(try Tutor(classes).pressing("u"), 90, 50).count == 3)
    #expect(points(try Tutor(Samples.xor).pressing("u"), 90, 50).isEmpty)
  }

  /// Every number of a graph has as many digits with curves as without, and none of them is lost.
  @Test(arguments: [[3, 2, 1], [3, 3, 2], [3, 4, 1], [4, 4, 4]])
  func curvesTakeNoRoomOfNumbers(shape: [Int]) throws {
    let tutor = try Tutor(Samples.classifier(shape: shape)).pressing("u")
    let picture = NetworkPicture(tutor.model, glyphs: .braille)
    func words(_ width: Int, _ height: Int) -> [Substring] {
      var canvas = Canvas(size: Size(width: width, height: height))
      drawNetwork(picture, tutor.model, in: canvas.bounds, on: &canvas)
      return canvas.lines.flatMap { $0.matches(of: /[-+]?\d\.\d+/).map(\.output) }.sorted()
    }
    for width in stride(from: 40, to: 120, by: 19) {
      let plain = (12...80).first { height in
        let rect = Rect(size: Size(width: width, height: height))
        return NetworkGraph(picture, tutor.model, in: rect).fits && words(width, height).count > 0
      }
      guard let plain else { continue }
      for height in stride(from: plain + 7, through: 80, by: 9) {
        #expect(words(width, height) == words(width, plain + 6), "\(width)x\(height)")
      }
    }
  }
}
