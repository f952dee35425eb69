import NeuralNetwork

extension ExperimentField {
  static let inputs = ExperimentField(
    "inputs", .list(.list(.number(.any))), summary: "the samples' inputs, written out",
    help: "The inputs of the samples written out, a row each: `[[0, 1], [1, 1]]`",
    usual: "`data` brings them", examples: ["[[0, 1], [1, 1], [1, 0]]"], parts: [.data],
    excludes: ["data": "a named data set brings its own inputs"],
    read: { value, reading in
      if !reading.isPartial {
        _ = reading.fields.required("targets", in: "An experiment with 'inputs'")
      }
      if let rows = value.rows() {
        let targets = reading.experiment.data.written?.targets ?? []
        reading.experiment.data = .explicit(inputs: rows, targets: targets)
      }
    },
    write: { $0.data.written.map { YAMLNode($0.inputs) } },
    value: { _ in nil })

  static let targets = ExperimentField(
    "targets",
    .either([.list(.list(.number(.any))), .list(.integer(0...Limits.unitsPerLayer - 1))]),
    summary: "what the network shall say, written out",
    help:
      "The targets of the samples, a row each; with `loss: cce` a plain list of classes from 0 is enough",
    usual: "`data` brings them", examples: ["[[1], [0], [1]]"], parts: [.data],
    excludes: ["data": "a named data set brings its own targets"],
    read: { value, reading in
      if !reading.isPartial {
        _ = reading.fields.required("inputs", in: "An experiment with 'targets'")
      }
      let parser = DataParser(source: reading.source, demand: reading.demand)
      if let rows = parser.targets(value) {
        let inputs = reading.experiment.data.written?.inputs ?? []
        reading.experiment.data = .explicit(inputs: inputs, targets: rows)
      }
    },
    write: { $0.data.written.map { YAMLNode($0.targets) } },
    value: { _ in nil })
}

extension DataRecipe {
  /// Samples that are no data set with a name.
  var written: (inputs: [[Double]], targets: [[Double]])? {
    switch self {
    case .explicit(let inputs, let targets): (inputs, targets)
    case .samples(let samples): (samples.inputs.rowsOfNumbers, samples.targets.rowsOfNumbers)
    case .named: nil
    }
  }
}
