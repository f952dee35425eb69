import NeuralNetwork

extension Exporter {
  /// The run as a script for PyTorch.
  static let pytorch = Exporter(
    name: "pytorch", title: "PyTorch script",
    summary:
      "One script in double precision that builds the network, trains it and prints the same losses",
    limits: "What is drawn at random (orders, dropout masks, moved inputs) is written out as data",
    fileExtension: "py", carries: PythonScript.keys
  ) { run in
    let script = try PythonScript(run)
    guard script.layers.contains(where: { !$0.trainable.isDisjoint(with: $0.parts) }) else {
      throw ExportError(
        "All parameters are frozen, and PyTorch has no optimizer of none: train one.")
    }
    return Array((PyTorchScript(script: script).lines.joined(separator: "\n") + "\n").utf8)
  }
}

extension Layer {
  /// The kinds of parameters that the layer has.
  fileprivate var parts: ParameterParts {
    var parts = ParameterParts.weights
    if hasBiases { parts.insert(.biases) }
    if batchNormEpsilon != nil { parts.insert(.normalization) }
    return parts
  }
}

/// The lines of a script for PyTorch.
private struct PyTorchScript {
  let script: PythonScript

  var lines: [String] {
    let start = [
      "import math", "", "import torch", "import torch.nn.functional as F", "",
      "torch.set_default_dtype(torch.float64)", "",
    ]
    let definition = script.optimizer.torchDefinition.map { [""] + [$0] + ["", ""] } ?? []
    return script.title("PyTorch") + start + script.data(Self.tensor) + module + firstValues
      + frozen + definition + script.learningRate + optimizer + loop
      + script.goingBack(["network.load_state_dict(best)"])
  }

  private static func tensor(_ list: String) -> String { "torch.tensor(\(list))" }

  // MARK: The network

  private var module: [String] {
    let parts = script.layers.flatMap { layer in
      [
        "self.layer\(layer.number) = torch.nn.Linear(\(layer.inputs), \(layer.units)"
          + (layer.hasBiases ? ")" : ", bias=False)")
      ]
        + (layer.batchNormEpsilon.map {
          ["self.norm\(layer.number) = torch.nn.BatchNorm1d(\(layer.units), eps=\($0))"]
        } ?? [])
    }
    let last = script.layers.count
    return ["", "class Network(torch.nn.Module):", "    def __init__(self):"]
      + PythonText.indented(["super().__init__()"] + parts, by: 2)
      + ["", "    def forward(self, a0, k):"]
      + PythonText.indented(
        script.layers.flatMap(forward) + ["return z\(last), a\(last)"], by: 2)
      + ["", "", "network = Network()"]
  }

  private func forward(_ layer: Layer) -> [String] {
    let (n, before) = (layer.number, "a\(layer.number - 1)")
    var lines = ["z\(n) = self.layer\(n)(\(before))"]
    var u = "z\(n)"
    if layer.batchNormEpsilon != nil {
      u = "u\(n)"
      lines.append("u\(n) = self.norm\(n)(z\(n))")
    }
    lines.append("a\(n) = " + script.activation(of: layer).torch(u, layer.slope))
    if layer.isResidual { lines.append("a\(n) = a\(n) + \(before)") }
    if layer.dropoutRate > 0 {
      lines.append("a\(n) = a\(n) * \(Self.tensor("dropout\(n)[k]")) if self.training else a\(n)")
    }
    return lines
  }

  private var firstValues: [String] {
    let network = script.first.network
    let lines = script.layers.flatMap { layer in
      let n = layer.number
      func set(_ name: String, _ list: String) -> String {
        "network.\(name).copy_(\(Self.tensor(list)))"
      }
      return [set("layer\(n).weight", PythonText.rows(network.weights(layer: n)))]
        + [
          network.biases(layer: n).map { set("layer\(n).bias", PythonText.list($0)) },
          network.gamma(layer: n).map { set("norm\(n).weight", PythonText.list($0)) },
          network.beta(layer: n).map { set("norm\(n).bias", PythonText.list($0)) },
          network.runningMean(layer: n).map { set("norm\(n).running_mean", PythonText.list($0)) },
          network.runningVariance(layer: n).map {
            set("norm\(n).running_var", PythonText.list($0))
          },
        ].compactMap { $0 }
    }
    return ["with torch.no_grad():"]
      + PythonText.indented(lines.flatMap { $0.split(separator: "\n").map(String.init) })
  }

  private var frozen: [String] {
    script.layers.flatMap { layer in
      let n = layer.number
      let parts: [(ParameterParts, [String])] = [
        (.weights, ["layer\(n).weight"]), (.biases, layer.hasBiases ? ["layer\(n).bias"] : []),
        (
          .normalization,
          layer.batchNormEpsilon == nil ? [] : ["norm\(n).weight", "norm\(n).bias"]
        ),
      ]
      return parts.filter { !layer.trainable.contains($0.0) }.flatMap(\.1).map {
        "network.\($0).requires_grad = False"
      }
    } + ["trained = [p for p in network.parameters() if p.requires_grad]", "", ""]
  }

  // MARK: Training

  private var optimizer: [String] {
    let optimizer = script.experiment.optimizer
    var call = script.optimizer.torch(optimizer, "learning_rate(0)")
    if !optimizer.rule.isDecoupled, optimizer.weightDecay != 0 {
      call = call.dropLast() + ", weight_decay=\(optimizer.weightDecay))"
    }
    return ["optimizer = " + call, ""]
  }

  private var loop: [String] {
    var lines = script.keeping(
      "{name: value.clone() for name, value in network.state_dict().items()}")
    lines += script.batch(Self.tensor)
    if !script.isRateConstant {
      lines += ["for group in optimizer.param_groups:", "    group[\"lr\"] = learning_rate(k)"]
    }
    lines += ["z, y = network(x, k)", "loss = " + script.mean(of: script.loss.torch)] + penalties
    lines += ["optimizer.zero_grad()", "loss.backward()"] + clipping
    lines += ["optimizer.step()", "print(k, loss.item())"]
    return ["for k in range(\(script.draws.updates)):"] + PythonText.indented(lines)
  }

  private var penalties: [String] {
    let (l1, l2) = (script.experiment.l1, script.experiment.l2)
    return script.penalized.flatMap { n in
      [
        l1 == 0 ? nil : "loss = loss + \(l1) * network.layer\(n).weight.abs().sum()",
        l2 == 0 ? nil : "loss = loss + \(l2) / 2 * (network.layer\(n).weight ** 2).sum()",
      ].compactMap { $0 }
    }
  }

  private var clipping: [String] {
    switch script.experiment.clipping {
    case nil: []
    case .norm(let limit): ["torch.nn.utils.clip_grad_norm_(trained, \(limit))"]
    case .value(let limit): ["torch.nn.utils.clip_grad_value_(trained, \(limit))"]
    }
  }
}
