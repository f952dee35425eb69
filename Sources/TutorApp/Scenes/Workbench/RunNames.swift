import NeuralNetwork
import Workbench

extension Workspace {
  /// What each run is called: by its label, and a fork also by what its learner has made of it.
  var runNames: [String] {
    let labels = runs.map(\.label)
    guard labels == Self.forkLabels else { return labels }
    let settings = runs.map { Self.settings(of: $0.run) }
    return zip(labels, settings).map { label, own in
      let different = own.indices.filter { index in settings.contains { $0[index] != own[index] } }
      return ([label] + different.map { own[$0] }).joined(separator: " ")
    }
  }

  /// What the keys can change in a run, in words.
  private static func settings(of run: Run) -> [String] {
    [
      "η \(compact(run.baseLearningRate))", run.hiddenActivation?.title ?? "",
      run.loss.shortTitle,
    ]
  }
}
