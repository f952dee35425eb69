import Experiments
import NeuralNetwork

extension Exporter {
  /// The trained network as a graph that other programs run.
  static let onnx = Exporter(
    name: "onnx", title: "ONNX",
    summary:
      "The trained network as a graph, from inputs as the data has them to outputs in their unit",
    limits: "Numbers are rounded to 32 bits, which every runtime takes; training is left out",
    fileExtension: "onnx", isText: false, carries: networkKeys + trainingKeys
  ) { run in
    let trained = try run.trained()
    return try ONNXGraph(of: trained).bytes(
      inputs: trained.network.inputCount, outputs: trained.network.outputCount)
  }

  /// The keys that decide what a trained network makes of inputs, or which samples there are.
  private static let networkKeys = [
    "data", "inputs", "targets", "input_names", "class_names", "holdout", "test", "scaling",
    "target_scaling", "augment",
    "layers", "layers.units", "layers.weights", "layers.biases", "layers.activation",
    "layers.init", "layers.scale", "layers.slope", "layers.batch_norm", "layers.residual",
    "layers.dropout", "layers.trainable",
  ]

  /// What is said of training alone decides no more than the parameters, which are written.
  private static let trainingKeys = ExperimentField.Section.training.fields.map(\.name)
}

extension ONNXGraph {
  /// The way from inputs to outputs through a trained network.
  fileprivate init(of run: Run) throws {
    self.init()
    let network = run.network
    if let scaler = run.scaler {
      add("Sub", [last, constant("input_offsets", scaler.offsets)], "centered")
      add("Div", [last, constant("input_sizes", scaler.sizes)], "scaled")
    }
    for layer in network.layers { try add(layer, of: network) }
    if let scaler = run.targetScaler {
      add("Mul", [last, constant("output_sizes", scaler.sizes)], "sized")
      add("Add", [last, constant("output_offsets", scaler.offsets)], "unscaled")
    }
    add("Identity", [last], "outputs")
  }

  private mutating func add(_ layer: Layer, of network: Network) throws {
    let (n, before) = (layer.number, last)
    let weights = network.weights(layer: n)
    var inputs = [
      before, constant("W\(n)", weights.elements, shape: [weights.rows, weights.columns]),
    ]
    if let biases = network.biases(layer: n) { inputs.append(constant("b\(n)", biases)) }
    add("Gemm", inputs, "z\(n)", integers: ["transB": 1])
    if let epsilon = layer.batchNormEpsilon {
      let figures = [
        ("gamma", network.gamma(layer: n)), ("beta", network.beta(layer: n)),
        ("mean", network.runningMean(layer: n)), ("variance", network.runningVariance(layer: n)),
      ].map { constant("\($0)\(n)", $1 ?? []) }
      add("BatchNormalization", [last] + figures, "u\(n)", floats: ["epsilon": epsilon])
    }
    try ExportedActivation.of(layer.activation).onnx(&self, last, "f\(n)", layer.slope)
    if layer.isResidual { add("Add", [last, before], "a\(n)") }
  }
}
