import NeuralNetwork

extension Model {
  /// The parameter that chain rule and cost speak of: the selected one, or the first.
  var chainParameter: ParameterIndex? {
    selected.flatMap { run.network.contains($0) ? $0 : nil } ?? run.network.parameterIndices.first
  }
}

extension TrainingStep {
  /// The row of the batch that the pictures of one sample show: the first with the fewest zeros among its inputs, since
  /// a factor 0 hides all others.
  var tellingSample: Int {
    let zeros = (0..<inputs.rows).map { row in inputs.row(row).count { $0 == 0 } }
    return zeros.firstIndex(of: zeros.min() ?? 0) ?? 0
  }
}
