import Experiments
import NeuralNetwork

/// A graph of operators, written as ONNX has it in onnx.proto3: a node a line.
struct ONNXGraph {
  /// The version of the operators, and of the form of the file that goes with it.
  private static let (operators, form) = (13, 7)
  /// Numbers of 32 bits.
  static let floatType = 1

  private var nodes: [[UInt8]] = []
  private var constants: [[UInt8]] = []
  /// The name of the value that was made last.
  private(set) var last = "inputs"

  /// A graph without a node.
  init() {}

  /// Adds an operator on some values, whose result gets a name.
  mutating func add(
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
  mutating func constant(_ name: String, _ values: [Double], shape: [Int]? = nil) -> String {
    let tensor = ProtocolBuffer { tensor in
      for size in shape ?? [values.count] { tensor.integer(1, size) }
      tensor.integer(2, Self.floatType)
      tensor.text(8, name)
      tensor.data(9, values.flatMap { littleEndian(Float($0).bitPattern) })
    }
    constants.append(tensor.bytes)
    return name
  }

  /// The file of a graph that takes so many numbers a sample, and gives so many.
  func bytes(inputs: Int, outputs: Int) -> [UInt8] {
    ProtocolBuffer { model in
      model.integer(1, Self.form)
      model.text(2, "downhill")
      model.message(7) { graph in
        for node in nodes { graph.data(1, node) }
        graph.text(2, "network")
        for constant in constants { graph.data(5, constant) }
        graph.data(11, Self.value("inputs", columns: inputs))
        graph.data(12, Self.value("outputs", columns: outputs))
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
