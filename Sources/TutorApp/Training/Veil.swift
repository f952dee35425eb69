import Lessons
import NeuralNetwork
import Workbench

/// What the open question asks for: where a picture or a line would say it, it waits until the question is answered.
///
/// What the update brings waits anyway while a question is open; what the page tells itself need not.
struct Veil: Hashable {
  private let kinds: Set<Quantity.Kind>

  /// Nothing waits.
  init() { kinds = [] }

  init(_ question: Question, on page: Page) {
    let asked = question.asked.map(\.kind)
    // The gradient is all that is missing to work the next value out.
    let present = question.awaitsUpdates ? asked.compactMap(Self.gradient) : asked
    kinds = Set(present).subtracting(page.told.map(\.kind))
  }

  private static func gradient(of kind: Quantity.Kind) -> Quantity.Kind? {
    if case .parameter(let index) = kind { return .gradient(index) }
    return nil
  }

  /// Whether a number waits.
  func hides(_ kind: Quantity.Kind) -> Bool { kinds.contains(kind) }

  /// Whether the loss at hand waits.
  var hidesLoss: Bool { hides(.loss) || hides(.dataLoss) || hides(.batchLoss) }

  /// Whether what a unit puts out waits, in a network of so many layers.
  func hidesActivation(layer: Int, unit: Int, depth: Int) -> Bool {
    hides(.activation(layer: layer, unit: unit)) || (layer == depth && hides(.output(unit)))
  }

  /// Whether the gradient of a parameter waits, or a part of it that says as much.
  func hidesGradient(_ index: ParameterIndex) -> Bool {
    hides(.gradient(index)) || hides(.numericGradient(index))
  }
}

extension Model {
  /// Whether the learner has seen more of the runs than the page shows while its question asks for what comes next: then
  /// all that tells of them waits, until the question is answered or passed, or `g` goes back.
  ///
  /// Who shows it to a class decides when it is told.
  var isAhead: Bool {
    guard let place, place.isExploring, !isTeaching, place.openQuestion?.after != nil,
      let page = place.workspaces[place.page]
    else { return false }
    let last = page.runs.map(\.run.position).max()
    return workspace.runs.enumerated().contains { index, labeled in
      let own = page.runs.indices.contains(index) ? page.runs[index].run.position : last
      guard let own else { return false }
      return labeled.run.position > own || lastSeenUpdate(ofRun: index) > own.update
    }
  }

  /// What waits for the answer to the open question.
  var veil: Veil {
    guard let place, let question = place.openQuestion else { return Veil() }
    return Veil(question, on: place.current)
  }
}
