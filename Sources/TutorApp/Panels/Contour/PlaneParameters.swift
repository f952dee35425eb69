import NeuralNetwork
import TerminalCanvas

/// The two parameters that a plane is laid out by: all others stay as they are.
struct PlaneParameters: Hashable {
  /// To the right.
  let x: ParameterIndex
  /// Upwards.
  let y: ParameterIndex

  /// The first weight and the next parameter of its unit, or the selected one; nil where there is only one parameter.
  init?(_ network: Network, selected: ParameterIndex?) {
    let all = network.parameterIndices
    guard let first = all.first else { return nil }
    let unit = all.dropFirst().first { $0.layer == first.layer && $0.unit == first.unit }
    guard let usual = unit ?? all.dropFirst().first else { return nil }
    x = first
    y = selected.flatMap { $0 != first && network.contains($0) ? $0 : nil } ?? usual
  }

  /// Where a network is on the plane.
  func place(of network: Network) -> PlanePath.Place {
    PlanePath.Place(x: network[x], y: network[y])
  }

  /// Where the next update of a run leads; nil where it cannot be made.
  func next(of run: Run) -> PlanePath.Place? {
    let place = PlanePath.Place(x: run.step.after(x), y: run.step.after(y))
    return place.x.isFinite && place.y.isFinite ? place : nil
  }

  /// Whether a run has both.
  func belong(to run: Run) -> Bool { run.network.contains(x) && run.network.contains(y) }
}

extension Model {
  /// The plane that the pictures of the loss speak of; nil where there is none.
  var plane: PlaneParameters? { PlaneParameters(run.network, selected: look.selected) }
}
