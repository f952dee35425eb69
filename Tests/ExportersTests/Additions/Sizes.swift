import NeuralNetwork

@testable import Exporters

extension Exporter {
  /// The units of each layer.
  static let sizes = Exporter(
    name: "sizes", title: "sizes", summary: "The units of each layer, a line each",
    fileExtension: "txt"
  ) { run in
    Array(try run.start().network.layers.map { "\($0.units)\n" }.joined().utf8)
  }
}
