import Experiments
import NeuralNetwork

extension Exporter {
  /// The trained network as a graph that other programs run.
  static let onnx = Exporter(
    name: "onnx", title: "ONNX",
    summary:
      "The trained network as a graph, from inputs as the data has them to outputs in their unit",
    limits: "Numbers are rounded to 32 bits, which every runtime takes; training is left out",
    fileExtension: "onnx", isText: false
  ) { run in
    try ONNXModel(of: run.trained()).bytes
  }
}

/// A graph of operators, written as ONNX has it in onnx.proto3: a node a line.
private struct ONNXModel {
  /// The version of the operators, and of the form of the file that goes with it.
  private static let (operators, form) = (13, 7)
  private static let floatType = 1

  private var nodes: [[UInt8]] = []
  private var constants: [[UInt8]] = []
  /// The name of the value that was made last.
  private var last = "inputs"
  private let inputCount, outputCount: Int

  init(of run: Run) throws {
    let network = run.network
    (inputCount, outputCount) = (network.inputCount, network.outputCount)
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

  // MARK: Layers

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
    try add(layer.activation, slope: layer.slope, to: "f\(n)")
    if layer.isResidual { add("Add", [last, before], "a\(n)") }
  }

  private mutating func add(_ activation: Activation, slope: Double, to name: String) throws {
    let z = last
    if let simple = Self.simple[activation.name] {
      let floats = activation.hasSlope ? ["alpha": slope] : [:]
      let integers = simple == "Softmax" ? ["axis": 1] : [:]
      return add(simple, [z], name, integers: integers, floats: floats)
    }
    switch activation {
    case .silu:
      add("Sigmoid", [z], "share_\(name)")
      add("Mul", [z, last], name)
    case .gelu:
      // z Φ(z) = z (1 + erf(z / √2)) / 2
      add("Mul", [z, constant("root_\(name)", [Double(0.5).squareRoot()])], "part_\(name)")
      add("Erf", [last], "erf_\(name)")
      add("Add", [last, constant("one_\(name)", [1])], "sum_\(name)")
      add("Mul", [last, constant("half_\(name)", [0.5])], "share_\(name)")
      add("Mul", [z, last], name)
    case .step:
      add("Less", [z, constant("zero_\(name)", [0])], "below_\(name)")
      add("Not", [last], "fires_\(name)")
      add("Cast", [last], name, integers: ["to": Self.floatType])
    default: throw ExportError("The activation \(activation) cannot be written in ONNX.")
    }
  }

  /// The activations that are operators.
  private static let simple = [
    "linear": "Identity", "sigmoid": "Sigmoid", "tanh": "Tanh", "relu": "Relu",
    "leaky_relu": "LeakyRelu", "elu": "Elu", "softplus": "Softplus", "softmax": "Softmax",
  ]

  // MARK: Messages

  private mutating func add(
    _ kind: String, _ inputs: [String], _ output: String, integers: [String: Int] = [:],
    floats: [String: Double] = [:]
  ) {
    let node = ProtocolBuffer { node in
      for input in inputs { node.text(1, input) }
      node.text(2, output)
      node.text(3, output)
      node.text(4, kind)
      for (name, value) in integers {
        node.message(5) {
          $0.text(1, name)
          $0.integer(3, value)
          $0.integer(20, 2)
        }
      }
      for (name, value) in floats {
        node.message(5) {
          $0.text(1, name)
          $0.float(2, Float(value))
          $0.integer(20, 1)
        }
      }
    }
    nodes.append(node.bytes)
    last = output
  }

  /// Adds numbers to the graph; their name.
  private mutating func constant(_ name: String, _ values: [Double], shape: [Int]? = nil) -> String
  {
    let tensor = ProtocolBuffer { tensor in
      for size in shape ?? [values.count] { tensor.integer(1, size) }
      tensor.integer(2, Self.floatType)
      tensor.text(8, name)
      tensor.data(9, values.flatMap { littleEndian(Float($0).bitPattern) })
    }
    constants.append(tensor.bytes)
    return name
  }

  /// The file.
  var bytes: [UInt8] {
    ProtocolBuffer { model in
      model.integer(1, Self.form)
      model.text(2, "downhill")
      model.message(7) { graph in
        for node in nodes { graph.data(1, node) }
        graph.text(2, "network")
        for constant in constants { graph.data(5, constant) }
        graph.data(11, Self.value("inputs", columns: inputCount))
        graph.data(12, Self.value("outputs", columns: outputCount))
      }
      model.message(8) {
        $0.text(1, "")
        $0.integer(2, Self.operators)
      }
    }.bytes
  }

  /// What goes in or comes out: any number of rows.
  private static func value(_ name: String, columns: Int) -> [UInt8] {
    ProtocolBuffer { value in
      value.text(1, name)
      value.message(2) {
        $0.message(1) { tensor in
          tensor.integer(1, floatType)
          tensor.message(2) { shape in
            shape.message(1) { $0.text(2, "samples") }
            shape.message(1) { $0.integer(1, columns) }
          }
        }
      }
    }.bytes
  }
}
