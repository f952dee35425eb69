import NeuralNetwork
import TerminalCanvas
import Testing
import Workbench

@testable import TutorApp

/// The panels that show a run's way, and those that show curves.
@Suite struct TimePanelTests {
  private static var heldOut: Experiment {
    var experiment = Samples.deep
    experiment.layers = [LayerRecipe(units: 4, activation: .tanh), experiment.layers[7]]
    experiment.holdout = .share(0.25)
    return experiment
  }

  /// One panel alone on a terminal with tones.
  private static func canvas(_ panel: Panel, _ tutor: Tutor, _ size: Size) -> Canvas {
    var canvas = Canvas(size: size, showsTones: true)
    panel.draw(tutor.model, canvas.bounds, &canvas)
    return canvas
  }

  // MARK: - What runs keep

  /// A run keeps what panels want that the lesson names or that may fill room, from its beginning, and nothing else.
  @Test func runsKeepWhatPanelsWant() throws {
    let deep = try Tutor(Samples.deep).pressing("u", "u")
    #expect(deep.run.history.observations.map(\.update) == [0, 1])
    #expect(deep.run.history.observations.allSatisfy { $0.weightGradientNorms.count == 8 })
    #expect(deep.run.history.observations.allSatisfy { $0.trainingLoss == nil })
    let reseeded = deep.pressing("s", "u")
    #expect(reseeded.run.history.observations.map(\.update) == [0])
    let flat = try Tutor(Samples.xor).pressing("u", "u")
    #expect(
      flat.run.history.observations.allSatisfy {
        $0.updateRatios.isEmpty && $0.trainingLoss == nil
      })
    let heldOut = try Tutor(Self.heldOut).pressing("u")
    #expect(heldOut.run.history.observations.allSatisfy { $0.heldOutLoss != nil })
  }

  // MARK: - Heat

  @Test func heat() throws {
    let tutor = try Tutor(Samples.deep).pressing("u", "u", "u", "u", "U", "U")
    #expect(
      tutor.lines(.heat, 41, 10) == [
        " 1 666666666666                    3.8e-6",
        " 2 555666666666                    2.4e-6",
        " 3 555555555666                    1.8e-5",
        " 4 444444444555                    1.4e-4",
        " 5 333333444444                    6.9e-4",
        " 6 333333333333                    2.9e-3",
        " 7 222222222333                    1.5e-2",
        " 8 111111222222                    9.7e-2",
        "   0     ▲2       5            10",
        "   3: from 1e-3 to 1e-2",
      ])
    #expect(
      tutor.lines(.heat, 72, 18, .ascii) == [
        " 1 6666666666666666666666666                                      3.8e-6",
        "   6666666666666666666666666",
        " 2 5555555666666666666666666                                      2.4e-6",
        "   5555555666666666666666666",
        " 3 5555555555555555555666666                                      1.8e-5",
        "   5555555555555555555666666",
        " 4 4444444444444444444555555                                      1.4e-4",
        "   4444444444444444444555555",
        " 5 3333333333333444444444444                                      6.9e-4",
        "   3333333333333444444444444",
        " 6 3333333333333333333333333                                      2.9e-3",
        "   3333333333333333333333333",
        " 7 2222222222222222222333333                                      1.5e-2",
        "   2222222222222222222333333",
        " 8 1111111111111222222222222                                      9.7e-2",
        "   1111111111111222222222222",
        "   0           ^2          4           6           8          10",
        "   3: from 1e-3 to 1e-2 * +: 10 or more * .: 0",
      ])
  }

  /// Later layers have larger gradients here, so their bands are lighter; what lies beyond the present has no color.
  @Test func heatTones() throws {
    let tutor = try Tutor(Samples.deep).pressing("u", "u", "u", "u", "U", "U")
    let canvas = Self.canvas(.heat, tutor, Size(width: 72, height: 18))
    let tones = (0..<8).compactMap { canvas[5, 2 * $0].style.ground }
    #expect(tones.count == 8 && tones.allSatisfy { $0.ramp == .magnitude })
    #expect(
      tones.map(\.level) == tones.map(\.level).sorted() && tones[0].level < tones[7].level)
    let future = (0..<72).filter { canvas[$0, 0].style.ground?.ramp == .gray }
    let past = (0..<72).filter { canvas[$0, 0].style.ground?.ramp == .magnitude }
    #expect(!future.isEmpty && (past.max() ?? 72) < (future.min() ?? 0))
  }

  /// The digit of a gradient is its power of ten without the minus.
  @Test(arguments: [
    (0.0, "."), (1e-12, "9"), (9.9e-9, "9"), (1e-8, "8"), (2e-5, "5"), (0.0099, "3"), (0.5, "1"),
    (1, "0"),
    (9.9, "0"), (10, "+"), (1e9, "+"), (.infinity, "!"),
  ])
  func heatDigits(value: Double, digit: Character) {
    #expect(LayerHeat.digit(value, Axis(.logarithmic, from: 1e-8, to: 1e2)) == digit)
  }

  // MARK: - Scores and ratios

  @Test func trainval() throws {
    let tutor = try Tutor(Self.heldOut).pressing("u", "u", "u", "u", "u", "u", "U", "U")
    #expect(
      tutor.lines(.trainval, 41, 10) == [
        " train 0.546 held out 0.569 gap +0.0232",
        "                lowest at 4",
        "1.0 ┤⡀          ┊",
        "0.8 ┤⠉⠒⠄⢄⣀      ┊",
        "0.6 ┤     ⠉⠁⠢⠒⠢⠤●⢄⡀⡀              ▌ 0.569",
        "0.4 ┤           ┊                 ▌ 0.546",
        "0.2 ┤           ┊",
        "0.0 ┤           ┊",
        "    └┬─────────────┬────────────┬",
        "     0             5           10",
      ])
    #expect(
      tutor.lines(.trainval, 72, 20, .ascii) == [
        " -- training 0.546 - - held out 0.569 gap +0.0232 lowest 0.569 at 4",
        "                            lowest at 4",
        "    |                       :",
        "1.0 +_                      :",
        "    |'''-___                :",
        "    |       '''----______   :",
        "0.5 +                    '''*''-'''                              | 0.569",
        "    |                       :                                    | 0.546",
        "    |                       :",
        "0.0 +                       :",
        "    ++----------------------------+----------------------------+",
        "     0                            5                           10",
        " right: training 83 % held out 76 % gap -6.7 points",
        "1.0 +",
        "    |          _-__-''--''--*-''---                              | 0.827",
        "0.5 +       _-''                                                 | 0.760",
        "    |----'''",
        "0.0 +",
        "    ++----------------------------+----------------------------+",
        "     0                            5                           10",
      ])
    let plain = try Tutor(Samples.xor).pressing("u")
    #expect(
      plain.lines(.trainval, 41, 3) == [
        " No samples are held out, so nothing",
        " tells what becomes of new ones.",
        "",
      ])
  }

  /// The gap is held out less training, both over all their samples, at the present.
  @Test func trainvalFigures() throws {
    let tutor = try Tutor(Self.heldOut).pressing("u", "u", "u")
    let run = tutor.run
    let heldOut = try #require(run.heldOutLoss)
    let gap = (heldOut - run.datasetLoss).formatted(significant: 3, signed: true)
    #expect(tutor.lines(.trainval, 72, 10)[0].contains("gap \(gap)"))
    let lowest = try #require(
      (run.history.observations.compactMap(\.heldOutLoss) + [heldOut]).min())
    #expect(
      tutor.lines(.trainval, 100, 10)[0].contains("lowest \(lowest.formatted(significant: 3))"))
  }

  /// Of several runs every one has its held-out curve, in its own hue; beside it stand the present loss of the run in the
  /// title and the names of the others.
  @Test func heldOutLossesOfSeveralRuns() throws {
    let tutor = try Tutor(Self.heldOut).pressing("u", "u", "c", "+", "u", "u", "u")
    let losses = tutor.model.workspace.runs.compactMap { $0.run.heldOutLoss }
    #expect(Set(losses).count == 2)
    for index in 0..<2 {
      let chart = ScoreHistory(tutor.model).lossChart(scale: .linear)
      let series = chart.series.first { $0.style == tutor.model.workspace.runs[index].look.style }
      #expect(series?.points.last?.last == losses[index])
      let isFocus = index == tutor.model.workspace.focus
      let name = tutor.model.workspace.runNames[index]
      #expect(series?.name == (isFocus ? losses[index].formatted(significant: 3) : name))
    }
    let legend = Panel.trainval.legend(tutor.model).map(\.meaning)
    #expect(legend.filter { $0.hasPrefix("over the held-out samples: ") }.count == 2)
  }

  @Test func ratio() throws {
    let tutor = try Tutor(Samples.deep).pressing("u", "u", "u")
    #expect(
      tutor.lines(.ratio, 41, 10) == [
        " 1 ████             │              8.5e-7",
        " 2 ███              │              5.1e-7",
        " 3 █████▎           │              1.7e-6",
        " 4 █████████▎       │              1.4e-5",
        " 5 ████████████▎    │              7.4e-5",
        " 6 ██████████████▋  │              2.6e-4",
        " 7 █████████████████│              1.5e-3",
        " 8 █████████████████│██████▎       4.7e-2",
        "                  1e-3",
        "",
      ])
    #expect(
      tutor.lines(.ratio, 72, 5, .ascii) == [
        " 1 :::::::::              #####                |                  8.5e-7",
        " 2 :::::....              ####                 |                  5.1e-7",
        " :",
        " 7 *******++              #####################|-                 1.5e-3",
        " 8 ###%%%%%%              #####################|#########         4.7e-2",
      ])
  }

  // MARK: - Curves

  @Test func curve() throws {
    let tutor = try Tutor(Samples.twoNeurons).pressing("u", "j", "j", "j")
    #expect(
      tutor.lines(.curve, 41, 11) == [
        " z +0.8690  f +0.7045  ─ f′ 0.2082",
        "  1 ┤                      ⢀⡠⠔⠂⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤",
        "    │                  ⣀⠤●⠊⠁",
        "    │             ⣀⡠⠤⠒⠉",
        "  0 ┤⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠚⠉⠉⠁",
        "    │                  ⡀",
        "0.2 ┤             ⢀⡤⠒⠋⠉⠉⠙●⢤⡀",
        "    │         ⣀⣠⠴⠚⠁        ⠈⠓⠦⣄⣀",
        "0.0 ┤⠒⠒⠒⠒⠒⠒⠒⠋⠉⠁                ⠈⠉⠙⠒⠒⠒⠒⠒⠒⠒",
        "    └───┬──────────────┬──────────────┬──",
        "       -5              0              5",
      ])
    #expect(
      tutor.lines(.curve, 72, 16, .ascii) == [
        " unit 1: z +0.8690  f +0.7045  - f' 0.2082",
        "1.0 +                                            __-_____.--------------",
        "0.8 +                                      *_--''''",
        "0.6 +                                __--'''",
        "0.4 +                            _-''''",
        "0.2 +                     ___.-'''",
        "0.0 +--------------''''''''",
        "    +-----+-------------+-------------+-------------+-------------+-----",
        "        -5.0          -2.5           0.0           2.5           5.0",
        "    |                              _______",
        "0.2 +                          _.'''     ''*._",
        "    |                      _.'''             '''._",
        "    |               ___--''                       ''--___",
        "0.0 +--------'''''''                                     '''''''--------",
        "    +-----+-------------+-------------+-------------+-------------+-----",
        "        -5.0          -2.5           0.0           2.5           5.0",
      ])
    // Nothing is said of a layer that was not walked through.
    let start = try Tutor(Samples.twoNeurons).pressing(
      "j", "u", "U", "r", ",", ",", ",", ",", ",", ",")
    #expect(start.run.shownPhase == .start)
    #expect(start.lines(.curve, 41, 11)[0] == " forward first: . walks a phase")
  }

  @Test func losscurve() throws {
    let tutor = try Tutor(Samples.line).pressing("u")
    #expect(
      tutor.lines(.losscurve, 41, 10) == [
        " sample 1: loss 1.440  slope +2.400",
        "5.0 ┤",
        "    │⡄                                  ⢠",
        "    │⠈⠲⡀                              ⢀⠔⠁",
        "2.5 ┤  ⠈⠳⢄                          ⣀⠄⠁",
        "    │     ⠑⠢○                    ●⠤⠊",
        "    │        ⠉⠲⠤⣀⡀           ⣀⡠⠔⠊⠁",
        "0.0 ┤            ○⠉⠒⠒⠒⠒○⠒⠒⠒⠉○",
        "    └┬─────────────────┬────────────────┬",
        "    -2                 0                2",
      ])
    // Of classes the output itself is along the axis.
    let xor = try Tutor(Samples.xor).pressing("u")
    let way = try #require(xor.model.shownSampleStep)
    let (step, row) = (way.step, way.row)
    let (y, t) = (step.outputs[row, 0], step.targets[row, 0])
    let loss = Loss.binaryCrossEntropy
    #expect(
      xor.lines(.losscurve, 72, 14, .ascii)[0]
        == " sample \(way.sample + 1): a \(number(y, signed: true))  "
        + "loss \(number(loss.value(y, t)))  slope \(number(loss.derivative(y, t), signed: true))")
  }

  /// Each of two curves says whose it is; an output stands at its place before it has a loss.
  @Test func losscurveOfClasses() throws {
    var tutor = try Tutor(Samples.xor)
    #expect(tutor.lines(.losscurve, 60, 10)[1].contains("T = 1"))
    #expect(tutor.lines(.losscurve, 60, 10)[1].contains("T = 0"))
    tutor.press(",", ",", ",")
    #expect(tutor.run.position.phase == .forward(layer: 2))
    let lines = tutor.lines(.losscurve, 60, 10)
    let output = try #require(tutor.model.shownSampleStep?.step.outputs[0, 0])
    #expect(lines[0] == " a \(number(output, signed: true)), loss not worked out yet")
    let upright = lines[1...6].map { $0.dropFirst(6).prefix { $0 == " " }.count }
    #expect(!upright.isEmpty)
    tutor.press(",")
    #expect(tutor.lines(.losscurve, 60, 10)[0] == " loss of one output, not worked out yet")
  }

  /// A tangent that leaves the picture at once is no loss below 0.
  @Test func theTangentOfASureMistake() throws {
    let tutor = try Tutor.playground("xor", "weight layer2.b[1] 6")
    let lines = tutor.lines(.losscurve, 60, 12)
    #expect(lines[0].contains("slope") && !lines.joined().contains("beyond"), "\(lines)")
  }

  /// The slope of the curve is the error that goes back, up to the mean.
  @Test func losscurveSlope() throws {
    let tutor = try Tutor(Samples.line).pressing("u", "x")
    let way = try #require(tutor.model.shownSampleStep)
    let step = way.step
    let slope = step.outputGradient[way.row, 0] * Double(step.outputs.rows)
    let line = tutor.lines(.losscurve, 60, 10)[0]
    #expect(line.hasSuffix("slope \(number(slope, signed: true))"))
  }
}
