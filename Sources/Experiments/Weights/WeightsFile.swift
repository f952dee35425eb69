import NeuralNetwork

/// A file of parameters that an experiment begins with.
struct WeightsFile {
  /// Where the experiment names it.
  private let value: YAMLValue
  private let path: String
  private let tensors: [String: SafeTensors.Stored]

  /// The file that a value names; nil after complaints.
  init?(_ value: YAMLValue) {
    guard value.source.mayReadFiles else {
      value.diagnose("A lesson reads no files: write the weights out in 'layers'.")
      return nil
    }
    guard let name = value.text(of: "the path of a file of weights"),
      let path = value.file(name)
    else { return nil }
    do {
      let bytes = try SourceText.bytes(path: path, name: path, limit: SafeTensors.sizeLimit)
      tensors = try SafeTensors.tensors(bytes, file: path)
    } catch {
      value.diagnose("'\(path)' cannot be used. \(error.message)")
      return nil
    }
    (self.value, self.path) = (value, path)
  }

  /// Has layers begin with the numbers of the file, or complains where these do not fit.
  func fill(_ layers: inout [LayerRecipe], inputs: Int) {
    guard layers.allSatisfy({ $0.explicit == nil }) else {
      return value.diagnose(
        "Weights are written out in 'layers' already: leave one of the two out.")
    }
    var (inputs, needed) = (inputs, Set<String>())
    for index in layers.indices {
      let recipe = layers[index]
      for kind in LayerTensor.all where kind.isPart(of: recipe) {
        let name = kind.name(layer: index + 1)
        needed.insert(name)
        let shape = kind.shape(units: recipe.units, inputs: inputs)
        if let values = values(name, shape) { kind.put(values, into: &layers[index]) }
      }
      inputs = recipe.units
    }
    rejectOthers(than: needed)
  }

  /// The numbers of a tensor of a shape; nil after a complaint.
  private func values(_ name: String, _ shape: [Int]) -> [Double]? {
    guard let tensor = tensors[name] else {
      let others = tensors.isEmpty ? "" : ", only \(names(tensors.keys.sorted()))"
      return diagnose("it has no '\(name)'\(others)")
    }
    guard tensor.shape == shape else {
      return diagnose("'\(name)' is \(Self.text(tensor.shape)), but should be \(Self.text(shape))")
    }
    guard let values = tensor.values else {
      return diagnose(
        "'\(name)' is written as \(tensor.kind.prefix(20)): only F64 and F32 are read")
    }
    guard values.allSatisfy(\.isFinite) else {
      return diagnose("'\(name)' has a number that is not finite")
    }
    return values
  }

  /// Numbers without a place would be lost without a word; those that PyTorch alone counts with are.
  private func rejectOthers(than needed: Set<String>) {
    let others = tensors.keys.filter {
      !needed.contains($0) && !$0.hasSuffix(".num_batches_tracked")
    }
    guard !others.isEmpty else { return }
    let _: Int? = diagnose("there is no place for its \(names(others.sorted()))")
  }

  private func diagnose<Value>(_ reason: String) -> Value? {
    value.reject("'\(path)' does not fit the network: \(reason).")
  }

  private func names(_ names: [String]) -> String {
    let shown = names.prefix(6).map { "'\($0.prefix(60))'" }.joined(separator: ", ")
    return names.count > 6 ? shown + " …" : shown
  }

  private static func text(_ shape: [Int]) -> String {
    shape.isEmpty ? "one number" : shape.prefix(8).map { "\($0)" }.joined(separator: " x ")
  }
}
