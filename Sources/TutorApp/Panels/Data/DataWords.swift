import Experiments
import NeuralNetwork
import TerminalCanvas
import Workbench

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
  let chosen = model.look.sample == nil ? [] : [tableSentence(model.pinnedSample, model)]
  return ["Data: \(count) samples\(kind)\(heldOut)\(right ?? "")."] + chosen
}

/// The same with a sentence a sample.
func dataDetails(_ model: Model) -> [String] {
  let count = model.run.dataset.count
  guard count > mostSamples else { return dataWords(model) }
  let rest = count > mostToldRows ? ["And \(count - mostToldRows) more; x shows the next one."] : []
  return dataWords(model) + (0..<min(count, mostToldRows)).map { tableSentence($0, model) } + rest
}

/// A sample by its row: its inputs with their names, what it is, and what the network makes of it.
private func tableSentence(_ row: Int, _ model: Model) -> String {
  let data = model.run.dataset
  let names = model.workspace.focusedFile.inputNames ?? []
  let inputs = data.inputs.row(row).prefix(mostInputs).enumerated().map { index, value in
    (names.indices.contains(index) ? SafeText.visible(names[index]) + " " : "") + compact(value)
  }
  let target =
    data.labels.map { "class \(model.classNames[$0[row]])" }
    ?? "target \(data.targets.row(row).map { compact($0) }.joined(separator: ", "))"
  let rest = data.inputs.columns > mostInputs ? " and more" : ""
  return "Sample \(row + 1) of \(data.count): \(inputs.joined(separator: ", "))\(rest), \(target)."
}

/// So many inputs of a sample are told.
private let mostInputs = 8

/// So many samples are named one by one.
private let mostSamples = 6

private func sampleWords(_ row: Int, _ data: Dataset, _ outputs: Matrix) -> String {
  func words(_ matrix: Matrix) -> String {
    matrix.row(row).map { compact($0) }.joined(separator: ", ")
  }
  return
    "Sample x = \(words(data.inputs)): target \(words(data.targets)), output \(words(outputs))."
}
