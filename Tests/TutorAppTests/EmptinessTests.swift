import Lessons
import NeuralNetwork
import TerminalCanvas
import Testing

@testable import TutorApp

/// How much of the screen is left unused: the room right of and below what each part shows.
@Suite struct EmptinessTests {
  @Test(arguments: [(80, 24), (100, 30), (120, 40), (140, 45), (160, 50), (200, 60)])
  func noScreenIsMoreThanHalfEmpty(width: Int, height: Int) throws {
    let lessons = try Samples.lessons()
    for lesson in lessons {
      var tutor = try Tutor(lesson, size: Size(width: width, height: height))
      // What earlier lessons have explained fills room.
      tutor.model.library = lessons
      tutor.press("u")
      let share = unusedShare(of: tutor)
      #expect(
        share <= 0.5, "lesson \(lesson.number) at \(width)x\(height): \(percent(share))")
    }
  }

  @Test(arguments: [(80, 24), (120, 40), (200, 60)])
  func noPlaygroundIsMoreThanHalfEmpty(width: Int, height: Int) throws {
    for experiment in Samples.all {
      let tutor = try Tutor(experiment, size: Size(width: width, height: height)).pressing("u")
      let share = unusedShare(of: tutor)
      #expect(
        share <= 0.5,
        "\(experiment.layers.count) layers at \(width)x\(height): \(percent(share))")
    }
  }

  /// Zoom shows more, not larger emptiness.
  @Test(arguments: [(80, 24), (140, 45), (200, 60)])
  func noZoomedPanelIsMoreThanHalfEmpty(width: Int, height: Int) throws {
    var momentum = Samples.valley
    momentum.optimizer = Optimizer(.momentum, learningRate: 0.005)
    var classes = Samples.classifier(shape: [2, 3, 3])
    classes.layers[1].activation = .softmax
    classes.loss = .categoricalCrossEntropy
    let shown: [(Panel, Experiment)] = [
      (.moments, momentum), (.check, Samples.twoNeurons), (.check, Samples.xor),
      (.shares, classes), (.shares, Samples.xor), (.network, Samples.xor),
      (.network, Samples.twoNeurons),
      (.confusion, Samples.xor), (.units, Samples.xor), (.diagnosis, Samples.xor),
      (.chain, Samples.twoNeurons), (.chain, Samples.xor),
    ]
    for (panel, experiment) in shown {
      var tutor = try Tutor(experiment, size: Size(width: width, height: height))
        .pressing("u", "u", "u", "u")
      (tutor.model.look.focusedPanel, tutor.model.look.isZoomed) = (panel, true)
      let share = unusedShare(of: tutor)
      #expect(share <= 0.5, "\(panel) at \(width)x\(height): \(percent(share))")
    }
  }

  private func unusedShare(of tutor: Tutor) -> Double {
    let (canvas, layout) = (view(tutor.model), tutor.model.layout)
    let rects = layout.placements.map(\.rect) + [layout.text]
    let room = rects.reduce(0) { $0 + $1.width * $1.height }
    let used = rects.reduce(0) { $0 + usedCells($1, canvas) }
    return 1 - Double(used) / Double(max(1, room))
  }

  /// The cells up to the last row and the last column that show something.
  private func usedCells(_ rect: Rect, _ canvas: Canvas) -> Int {
    let body = rect.split(top: 1).rest
    let rows = (body.y..<body.maxY).filter { y in
      (body.x..<body.maxX).contains { isShown(canvas[$0, y]) }
    }
    let columns = (body.x..<body.maxX).filter { x in
      (body.y..<body.maxY).contains { isShown(canvas[x, $0]) }
    }
    let height = rows.last.map { $0 - body.y + 2 } ?? 0
    return height * (columns.last.map { $0 - body.x + 1 } ?? 0)
  }

  private func isShown(_ cell: Cell) -> Bool { cell.character != " " }
}
