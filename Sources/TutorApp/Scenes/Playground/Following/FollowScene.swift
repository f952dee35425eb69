import Experiments
import NeuralNetwork
import TerminalCanvas
import Workbench

/// One input on its way through the network, a layer at a time, with the numbers of every unit.
public struct FollowScene: Scene {
  /// The input as the network gets it.
  private(set) var inputs: [Double]
  /// What the input is called, such as `sample 7`, and its class where one is known.
  private(set) var name: String
  /// The sample of the data set that it is, from 0; or that of those whose mistakes are known.
  private(set) var sample: Int?
  private(set) var mistake: Int?
  /// The layer that is looked at, from 1, and the unit of it, from 0.
  private(set) var layer = 1, unit = 0

  /// What happens here.
  public enum Message: Hashable, Sendable {
    /// So many layers, units or samples on.
    case layer(Int), unit(Int), sample(Int)
    /// The next sample that is classified wrong.
    case mistake
  }

  /// An input of the learner's own, as the network gets it.
  init(_ inputs: [Double], name: String = "an input of your own") {
    (self.inputs, self.name) = (inputs, name)
  }

  /// A sample of the data set, from 0.
  init(sample: Int, of run: Run, _ names: ClassNames) {
    let label = run.dataset.classCount == nil ? nil : run.dataset.labels?[sample]
    inputs = Array(run.dataset.inputs.row(sample))
    name = "sample \(sample + 1)" + (label.map { " of class \(names[$0])" } ?? "")
    self.sample = sample
  }

  /// A sample, from 0, of those that the network is judged by.
  init(_ row: Int, of guesses: Guesses, _ names: ClassNames) {
    let name = "\(guesses.name) sample \(row + 1) of class \(names[guesses.truths[row]])"
    self.init(Array(guesses.inputs.row(row)), name: name)
    mistake = row
  }

  /// The name of the screen.
  public var title: String { "\(name), layer by layer" }
  /// Its own keys.
  public var keyContext: KeyContext { .following }
  /// The runs lie beneath.
  public var hasWorkbench: Bool { false }
  /// Its session is the playground's.
  public var belongsToPlayground: Bool { true }
  /// A layer is a place.
  public var whereabouts: [String] { [name, "\(layer)"] }

  /// The layer with all its sums.
  public func words(_ model: Model) -> [String] {
    guard let way = model.way(of: inputs) else { return [Self.lost] }
    let place = way.place(layer, unit)
    return ["", title, way.heading(place)]
      + way.units(of: place.layer, most: 40) + way.sum(place, most: 12)
      + [way.verdict(model.run, model.classNames)]
  }

  static let lost = "The network takes inputs of another length now."

  fileprivate mutating func move(_ message: Message, _ model: Model) {
    let depth = model.run.depth
    switch message {
    case .layer(let steps): (layer, unit) = (min(max(1, layer + steps), depth), 0)
    case .unit(let steps):
      unit = min(max(0, unit + steps), model.run.network.shape[min(layer, depth)] - 1)
    case .sample(let steps):
      let count = model.run.dataset.count
      // An input of one's own stands before the first sample and behind the last.
      let now = sample ?? (steps > 0 ? -1 : 0)
      take(FollowScene(sample: (now + steps + count) % count, of: model.run, model.classNames))
    case .mistake: break
    }
  }

  /// Another input at the same layer and unit.
  fileprivate mutating func take(_ other: FollowScene) {
    let (layer, unit) = (layer, unit)
    self = other
    (self.layer, self.unit) = (layer, unit)
  }

  /// The next of the samples that are taken for another class; nil where there is none.
  fileprivate func nextMistake(
    _ guesses: Guesses, _ names: ClassNames
  ) -> FollowScene? {
    let mistakes = guesses.mistakes
    guard let next = mistakes.first(where: { $0 > mistake ?? -1 }) ?? mistakes.first else {
      return nil
    }
    return FollowScene(next, of: guesses, names)
  }
}

extension FollowScene {
  static let keys: [KeyBinding] = [
    key([.right, "l"], .layer(1), "layer", 1, "The next layer"),
    key([.left, "h"], .layer(-1), nil, nil, "The layer before"),
    key([.down, "j"], .unit(1), "unit", 3, "The next unit, with its sum"),
    key([.up, "k"], .unit(-1), nil, nil, "The unit before"),
    key(["x"], .sample(1), "sample", 4, "The next sample of the data set"),
    key(["X"], .sample(-1), nil, nil, "The sample before"),
    key(["N"], .mistake, "wrong", 5, "The next sample that is classified wrong"),
    KeyBinding([.escape], .close, "back", rank: 2, help: "Back to the playground", .playground),
  ]

  private static func key(
    _ keys: [Key], _ message: Message, _ short: String?, _ rank: Int?, _ help: String
  ) -> KeyBinding {
    KeyBinding(keys, .following(message), short, rank: rank, help: help, .playground)
  }
}

extension Model {
  mutating func update(_ message: FollowScene.Message) -> [Effect] {
    guard var scene = scene as? FollowScene else { return [] }
    if message == .mistake {
      guard let guesses = summary.guesses, let next = scene.nextMistake(guesses, classNames)
      else {
        notice =
          summary.guesses.map { "No \($0.name) sample is classified wrong" }
          ?? "The targets mark no classes, so none is wrong"
        return []
      }
      scene.take(next)
    } else {
      scene.move(message, self)
    }
    self.scene = scene
    return []
  }

  /// The way of an input through the network; nil where it takes inputs of another length.
  func way(of inputs: [Double]) -> InputWay? {
    InputWay(of: inputs, through: run.network, workspace.focusedFile.inputNames)
  }

  /// Follows what was tested last through the layers, or else the shown sample.
  mutating func followSample() -> [Effect] {
    if let inputs = playground?.tested {
      path.append(FollowScene(inputs))
    } else if let row = shownHeldOut, let guesses = summary.guesses {
      path.append(FollowScene(row, of: guesses, classNames))
    } else {
      path.append(FollowScene(sample: pinnedSample, of: run, classNames))
    }
    return []
  }
}
