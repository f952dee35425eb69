import NeuralNetwork
import TerminalCanvas

/// The samples in words: few ones each with what the network makes of it, many by how well they are told apart.
func dataWords(_ model: Model) -> [String] {
  let run = model.run
  let count = run.dataset.count
  guard count > mostSamples else {
    let outputs = run.network.outputs(for: run.dataset.inputs)
    return (0..<count).map { sampleWords($0, run.dataset, outputs) }
  }
  let kind = run.dataset.classCount.map { ", \($0) classes" } ?? ""
  let heldOut = run.heldOut.map { ", \($0.count) held out" } ?? ""
  let right = model.isGuessing ? nil : model.summary.accuracy.map { ", right: \(percent($0))" }
  return ["Data: \(count) samples\(kind)\(heldOut)\(right ?? "")."]
}

/// So many samples are named one by one.
private let mostSamples = 6

private func sampleWords(_ row: Int, _ data: Dataset, _ outputs: Matrix) -> String {
  func words(_ matrix: Matrix) -> String {
    matrix.row(row).map { compact($0) }.joined(separator: ", ")
  }
  return
    "Sample x = \(words(data.inputs)): target \(words(data.targets)), output \(words(outputs))."
}
