import Experiments
import NeuralNetwork
import Workbench

extension PlaygroundCommand {
  /// Commands that lay hands on the network and its samples.
  static let hands = [weight, freeze, thaw, unit, layer, point, feed, follow, draw, wrong]

  static let weight = PlaygroundCommand(
    "weight", "NAME VALUE",
    help: "Give a parameter a value by hand, and say how the loss moves: weight layer1.w[1,1] 0.5",
    completions: { model, before in
      before.isEmpty ? model.run.network.parameterIndices.prefix(500).map(\.description) : []
    },
    run: { model, text throws(CommandProblem) in
      let words = text.split(separator: " ").map(String.init)
      guard words.count == 2, let value = Double(words[1]),
        case .parameter(let index)? = Quantity(parsing: words[0])?.kind
      else { throw CommandProblem("Write a parameter and a number: weight layer1.w[1,1] 0.5") }
      guard value.isFinite else {
        throw CommandProblem(
          "With \(words[1]) no loss could be worked out: a parameter is a finite number")
      }
      guard model.run.network.contains(index) else {
        throw CommandProblem(
          "There is no \(index) in a network of shape \(model.run.network.shape)")
      }
      model.look.selected = index
      model.notice = model.lossMove(index, to: value)
      return model.explore(.change(.parameter(index, value)))
    })

  private static let unit = PlaygroundCommand(
    "unit", "add LAYER",
    help:
      "A unit more in a hidden layer, the other weights as they are; 'unit remove LAYER UNIT' one less",
    completions: { _, before in before.isEmpty ? ["add", "remove"] : [] },
    run: { model, text throws(CommandProblem) in
      let words = text.split(separator: " ").map(String.init)
      let usage = "Write unit add LAYER, or unit remove LAYER UNIT: unit remove 1 3"
      let layer = try wholeNumber(words.dropFirst().first, usage)
      switch words.first {
      case "add" where words.count == 2:
        return model.act("the new unit") { workspace throws(Diagnostics) in
          try workspace.addUnit(toLayer: layer)
        }
      case "remove" where words.count == 3:
        let unit = try wholeNumber(words[2], usage)
        return model.act("the unit taken away") { workspace throws(Diagnostics) in
          try workspace.removeUnit(unit, fromLayer: layer)
        }
      default: throw CommandProblem(usage)
      }
    })

  private static let layer = PlaygroundCommand(
    "layer", "add UNITS",
    help:
      "A hidden layer more before the output, the earlier weights as they are; 'layer remove LAYER' one less",
    completions: { _, before in before.isEmpty ? ["add", "remove"] : [] },
    run: { model, text throws(CommandProblem) in
      let words = text.split(separator: " ").map(String.init)
      let usage = "Write layer add UNITS, or layer remove LAYER"
      let number = try wholeNumber(words.dropFirst().first, usage)
      switch words.first {
      case "add" where words.count == 2:
        return model.act("the new layer") { workspace throws(Diagnostics) in
          try workspace.addLayer(units: number)
        }
      case "remove" where words.count == 2:
        return model.act("the layer taken away") { workspace throws(Diagnostics) in
          try workspace.removeLayer(number)
        }
      default: throw CommandProblem(usage)
      }
    })

  private static let feed = PlaygroundCommand(
    "feed", "NUMBERS", help: "What the network makes of an input of your own: feed 0.3 -0.5",
    run: { model, text throws(CommandProblem) in
      let inputs = try model.ownInput(text)
      model.notice = model.answer(to: inputs, "The")
      model.playground?.tested = inputs.elements
      return []
    })

  private static let follow = PlaygroundCommand(
    "follow", "NUMBERS",
    help: "An input of your own through the layers, number by number; alone the shown sample",
    run: { model, text throws(CommandProblem) in
      guard !text.isEmpty else { return model.followSample() }
      let inputs = try model.ownInput(text)
      model.path.append(FollowScene(inputs.elements))
      return []
    })

  private static let draw = PlaygroundCommand(
    "draw", help: "Draw an image with keys or mouse, and see what the network takes it for",
    run: { model, _ throws(CommandProblem) in
      guard let side = DrawingScene.side(inputs: model.run.network.inputCount) else {
        throw CommandProblem(
          "The inputs of this network are not a square image: 'open digits' has one")
      }
      model.path.append(DrawingScene(side: side))
      return [.send(.pause)]
    })

  private static let wrong = PlaygroundCommand(
    "wrong", help: "The next sample that is classified wrong; again for the one after",
    run: { model, _ in model.selectMistake() })
}

extension Model {
  /// How the loss moves where a parameter gets another value, before it does.
  func lossMove(_ index: ParameterIndex, to value: Double) -> String {
    let now = run.network[index]
    let losses = run.objectives(index, at: [now, value])
    return
      "\(run.network.symbol(index)) \(compact(now)) → \(compact(value)): \(run.isBatchWhole ? "loss" : "batch loss") "
      + "\(compact(losses[0])) → \(compact(losses[1]))"
  }

  /// Says what the network makes of an input that the learner points at.
  mutating func test(_ inputs: [Double]) {
    let given = Matrix([inputs])
    let place = (run.scaler?.unscaled(given) ?? given).elements.map { compact($0) }
    playground?.tested = inputs
    notice = answer(to: given, "At \(place.joined(separator: " ")) the") + "; I follows it"
  }

  /// What the network makes of an input, in a sentence.
  fileprivate func answer(to inputs: Matrix, _ beginning: String) -> String {
    let target = Matrix(rows: 1, columns: run.network.outputCount)
    let outputs = run.outputs(of: run.network, on: Dataset(inputs: inputs, targets: target))
    let numbers = outputs.elements.map { compact($0) }.joined(separator: " ")
    guard run.dataset.classCount != nil else { return "\(beginning) output is \(numbers)" }
    return
      "\(beginning) output is \(numbers): class \(classNames.said(run.classes(of: outputs)[0]))"
  }

  /// An input in its own unit, as the network gets it.
  fileprivate func ownInput(_ text: String) throws(CommandProblem) -> Matrix {
    let words = text.split { $0 == " " || $0 == "," }.map { Double($0) }
    let width = run.network.inputCount
    guard words.count == width, words.allSatisfy({ $0?.isFinite == true }) else {
      throw CommandProblem(
        "An input is \(width.counted("number")): feed \((0..<min(width, 4)).map { _ in "0.5" }.joined(separator: " "))"
      )
    }
    let given = Matrix([words.compactMap(\.self)])
    return run.scaler?.scaled(given) ?? given
  }
}
