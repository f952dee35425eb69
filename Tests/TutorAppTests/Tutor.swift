import Experiments
import Foundation
import Lessons
import NeuralNetwork
import TerminalCanvas
import Testing
import Workbench

@testable import TutorApp

/// The program without a terminal and without threads: keys in, model and screen out.
struct Tutor {
  var model: Model
  private var worker = TrainingLoop()
  var hasQuit = false
  var kept: Session?
  var saved: [Lessons.LearnerProgress] = []

  init(
    _ experiment: Experiment, panels: [String] = [], size: Size = Size(width: 80, height: 24),
    glyphs: GlyphSet = .braille
  ) throws {
    let workspace = try Workspace(experiment, panels: panels)
    model = Model(
      size: size, glyphs: glyphs, library: [], progress: Lessons.LearnerProgress(),
      scene: PlaygroundScene(name: "test"), workspace: workspace)
    perform(model.start())
  }

  /// The playground of an example.
  init(_ preset: Preset, size: Size = Size(width: 80, height: 24)) throws {
    try self.init(preset.file(), name: preset.name, panels: preset.panelNames, size: size)
  }

  /// The playground of an experiment file.
  init(
    _ file: ExperimentFile, name: String = "test", panels: [String] = [],
    size: Size = Size(width: 80, height: 24)
  ) throws {
    let workspace = try Workspace(file, panels: panels)
    model = Model(
      size: size, library: [], progress: Lessons.LearnerProgress(),
      scene: PlaygroundScene(name: name), workspace: workspace)
    perform(model.start())
  }

  /// The playground of the example of a name, after some commands.
  static func playground(_ name: String, _ commands: String...) throws -> Tutor {
    var tutor = try Tutor(#require(Preset.named(name)))
    for command in commands {
      tutor.press(":")
      tutor.enter(command)
    }
    return tutor
  }

  /// The same on a screen of another size.
  func resized(_ width: Int, _ height: Int) -> Tutor {
    var tutor = self
    tutor.model.size = Size(width: width, height: height)
    return tutor
  }

  /// The examples to begin with.
  static func gallery(size: Size = Size(width: 80, height: 24)) throws -> Tutor {
    var tutor = try Tutor(Preset.all[0], size: size)
    tutor.model.path = [GalleryScene()]
    return tutor
  }

  /// Types a text, and ends it with Enter.
  mutating func enter(_ text: String) {
    for character in text { press(.character(character)) }
    press(.enter)
  }

  /// A lesson opened at a page, from 0.
  init(_ lesson: Lesson, size: Size = Size(width: 80, height: 24), page: Int = 0) throws {
    model = Model(
      size: size, library: [lesson], progress: Lessons.LearnerProgress(),
      scene: LessonScene(lesson: lesson).moved(to: page), workspace: lesson.workspace)
    perform(model.start())
  }

  mutating func press(_ keys: Key...) {
    for key in keys {
      guard let message = model.keyContext.message(for: key) else { continue }
      send(message)
    }
  }

  mutating func point(_ mouse: Mouse) { perform(update(&model, mouse: mouse)) }

  mutating func send(_ message: Message) { perform(update(&model, message)) }

  mutating func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .send(let command):
        worker.perform(command)
        while worker.target != nil { worker.trainIfDue() }
        if let snapshot = worker.snapshot { perform(update(&model, trained: snapshot)) }
      case .save(let progress): saved.append(progress)
      case .findLessons: model.library = (try? Samples.lessons()) ?? []
      case .quit: hasQuit = true
      // Whatever a walk types, nothing is written into the folder at hand.
      case .write(let file, let replaces, let remark) where file.name.hasPrefix("/"):
        model.write(file, replacing: replaces, remark: remark)
      case .write: break
      case .keep(let session): kept = session()
      case .study(let study): perform(study.make()(&model))
      case .redraw, .suspend, .endWork: break
      }
    }
  }

  var screen: String { view(model).text }
  var run: Run { model.run }
}

/// Experiments that many tests share.
enum Samples {
  static let line = Experiment(
    data: .explicit(
      inputs: [[-1], [-0.5], [0], [0.5], [1]], targets: [[-2], [-1], [0], [1], [2]]),
    layers: [
      LayerRecipe(
        units: 1, activation: .linear, explicit: ExplicitParameters(weights: [[0]]),
        hasBiases: false)
    ],
    loss: .meanSquaredError, optimizer: Optimizer(.sgd, learningRate: 0.4))

  static let twoNeurons = Experiment(
    data: .explicit(inputs: [[0.1]], targets: [[0.25]]),
    layers: [
      LayerRecipe(
        units: 1, activation: .sigmoid,
        explicit: ExplicitParameters(weights: [[0.15]], biases: [0.4])),
      LayerRecipe(
        units: 1, activation: .sigmoid,
        explicit: ExplicitParameters(weights: [[0.45]], biases: [0.65])),
    ],
    loss: .halfMeanSquaredError, optimizer: Optimizer(.sgd, learningRate: 0.4))

  static let xor = Experiment(
    data: .named(.xor),
    layers: [
      LayerRecipe(units: 2, activation: .relu, initializer: .he),
      LayerRecipe(units: 1, activation: .sigmoid, initializer: .he),
    ],
    loss: .binaryCrossEntropy, optimizer: Optimizer(.sgd, learningRate: 0.1))

  /// Two weights, whose inputs differ in size: a narrow valley with its lowest place at (1, 0.4).
  static let valley = Experiment(
    data: .explicit(
      inputs: [[1, 10], [1, -10], [-1, 10], [-1, -10]], targets: [[5], [-3], [3], [-5]]),
    layers: [
      LayerRecipe(
        units: 1, activation: .linear, explicit: ExplicitParameters(weights: [[0, 0]]),
        hasBiases: false)
    ],
    loss: .meanSquaredError, optimizer: Optimizer(.sgd, learningRate: 0.005))

  static let deep = Experiment(
    data: .named(.moons),
    layers: (0..<7).map { _ in LayerRecipe(units: 8, activation: .sigmoid) }
      + [LayerRecipe(units: 1, activation: .sigmoid)],
    loss: .binaryCrossEntropy, optimizer: Optimizer(.sgd, learningRate: 0.5))

  /// XOR-like classes for a small network of any shape.
  static func classifier(shape: [Int]) -> Experiment {
    let inputs = (0..<6).map { row in (0..<shape[0]).map { Double((row >> $0) & 1) } }
    let targets = (0..<6).map { row in (0..<shape[2]).map { Double((row + $0) % 2) } }
    return Experiment(
      data: .explicit(inputs: inputs, targets: targets),
      layers: [
        LayerRecipe(units: shape[1], activation: .tanh),
        LayerRecipe(units: shape[2], activation: .sigmoid),
      ],
      loss: .meanSquaredError, optimizer: Optimizer(.sgd, learningRate: 0.3))
  }

  /// Three classes of images of 6 by 6 pixels: a bar that stands in one of three places; some are held out.
  static let images: Experiment = {
    let samples = (0..<24).map { index -> (pixels: [Double], kind: Int) in
      let kind = index % 3
      let pixels = (0..<36).map { pixel in
        pixel % 6 / 2 == kind
          ? 1 - Double((pixel + index) % 4) / 8 : Double((pixel * index) % 5) / 10
      }
      return (pixels, kind)
    }
    return Experiment(
      data: .explicit(
        inputs: samples.map(\.pixels),
        targets: samples.map { sample in (0..<3).map { $0 == sample.kind ? 1 : 0 } }),
      layers: [
        LayerRecipe(units: 9, activation: .relu, initializer: .he),
        LayerRecipe(units: 3, activation: .softmax),
      ],
      loss: .categoricalCrossEntropy, optimizer: Optimizer(.sgd, learningRate: 0.1),
      holdout: .share(0.25))
  }()

  /// The project's own lessons.
  static func lessons() throws -> [Lesson] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try LessonLibrary(folder: root.appending(path: "lessons").path).lessons
  }

  static let all = [line, twoNeurons, xor, deep, images]
}
