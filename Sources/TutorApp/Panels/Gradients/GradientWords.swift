import NeuralNetwork
import TerminalCanvas
import Workbench

/// The bars in sentences: while somebody walks back through a step one for each layer that is known, of a whole step one
/// for all.
func gradientWords(_ model: Model) -> [String] {
  zip(model.workspace.runs, gradientColumns(model)).flatMap { labeled, column in
    labeled.run.shownPhase == .whole ? column.summaryWords : column.layerWords
  }
}

extension GradientColumn {
  private var ofRun: String { label.isEmpty ? "" : " of \(label)" }

  /// All norms, from the first layer; none while one of them waits for a guess.
  fileprivate var summaryWords: [String] {
    let texts = norms.indices.compactMap { index -> String? in
      let length = norms.count > 1 ? length(layer: index + 1).map { " (\($0))" } : nil
      return norms[index].map { $0.formatted(significant: 3) + (length ?? "") }
    }
    guard texts.count == norms.count else { return [] }
    let scale = norms.count > 1 ? " (as a length, if layer \(norms.count) is a meter)" : ""
    return [
      "Gradient norm of the weights\(ofRun) by layer\(scale): \(texts.joined(separator: ", "))."
    ]
  }

  /// A sentence for each layer that is known, the last first, as the error comes to them.
  fileprivate var layerWords: [String] {
    norms.indices.reversed().compactMap { index in
      guard norms[index] != nil else { return nil }
      let layer = index + 1
      let length =
        layer < norms.count
        ? length(layer: layer).map { "\($0) if layer \(norms.count) is a meter" } : nil
      let verdict = verdict(layer: layer)
      let parts = ["norm \(text(layer: layer))", length, share(layer: layer)].compactMap(\.self)
      return "Gradient of layer \(layer)\(ofRun): \(parts.joined(separator: ", "))"
        + (verdict.isEmpty ? "." : ", \(verdict).")
    }
  }

  /// What a layer's norm is beside that of the layer behind it: "layer 7's divided by 5.6".
  private func share(layer: Int) -> String? {
    let factor = factor(layer: layer, of: norms)
    guard let sign = factor.first else { return nil }
    return "layer \(layer + 1)'s \(sign == "÷" ? "divided by" : "times") \(factor.dropFirst())"
  }
}
