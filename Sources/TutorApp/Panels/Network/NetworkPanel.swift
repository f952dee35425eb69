import Lessons
import NeuralNetwork
import TerminalCanvas

/// The network: units with their activations, weights with sign, size and number, dead and saturated units marked.
///
/// Small networks are drawn as a graph; larger ones as columns of units with their weights as shaded cells between them,
/// and without the weights where even those do not fit.
func drawNetwork(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let picture = NetworkPicture(model)
  let graph = NetworkGraph(picture, in: rect)
  if graph.fits {
    graph.draw(on: &canvas)
  } else {
    NetworkColumns(picture, in: rect).draw(on: &canvas)
  }
}

/// What the drawings of a network need to know of a run: one sample's way through it, as far as the learner has walked.
struct NetworkPicture {
  let network: Network
  let step: TrainingStep
  let phase: Phase
  let selected: ParameterIndex?
  private let dead: Set<[Int]>
  private let saturated: Set<[Int]>

  init(_ model: Model) {
    network = model.run.network
    step = model.shownStep
    phase = model.shownPhase
    selected = model.selected
    var (dead, saturated): (Set<[Int]>, Set<[Int]>) = ([], [])
    for diagnosis in model.run.diagnoses {
      switch diagnosis {
      case .deadUnit(let layer, let unit, _): dead.insert([layer, unit])
      case .saturatedUnit(let layer, let unit, _): saturated.insert([layer, unit])
      default: break
      }
    }
    (self.dead, self.saturated) = (dead, saturated)
  }

  /// Units of a layer; layer 0 are the inputs.
  func unitCount(layer: Int) -> Int { network.shape[layer] }

  /// The activation of a unit for the first sample of the batch; nil while the learner has not got there.
  func activation(layer: Int, unit: Int) -> Double? {
    guard layer == 0 || phase >= .forward(layer: layer) else { return nil }
    return step.activations(layer: layer)[0, unit - 1]
  }

  /// A word for what is wrong with a unit.
  func fault(layer: Int, unit: Int) -> StyledText? {
    if dead.contains([layer, unit]) { return StyledText("✗ dead", .warning) }
    return saturated.contains([layer, unit]) ? StyledText("= flat", .warning) : nil
  }

  /// The weight into a unit of a layer (from 1).
  func weight(layer: Int, unit: Int, input: Int) -> Double {
    network[.weight(layer: layer, unit: unit, input: input)]
  }

  func isSelected(_ index: ParameterIndex) -> Bool { selected == index }
}
