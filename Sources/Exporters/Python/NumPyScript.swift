import NeuralNetwork

extension Exporter {
  /// The run as a script for NumPy, its backward pass written out.
  static let numpy = Exporter(
    name: "numpy", title: "NumPy script",
    summary:
      "One script that trains the network and prints the same losses, its backward pass written out",
    limits: "What is drawn at random (orders, dropout masks, moved inputs) is written out as data",
    fileExtension: "py", carries: PythonScript.keys
  ) { run in
    let script = try PythonScript(run)
    return Array((NumPyScript(script: script).lines.joined(separator: "\n") + "\n").utf8)
  }
}

/// The lines of a script for NumPy.
private struct NumPyScript {
  let script: PythonScript

  var lines: [String] {
    script.title("NumPy") + ["import math", "", "import numpy as np", "", ""] + helpers
      + script.data(Self.array) + firstValues + script.learningRate + memory + loop
      + script.goingBack(["for p, value in zip(trained, best):", "    p[...] = value"])
  }

  private static func array(_ list: String) -> String { "np.array(\(list))" }

  private var helpers: [String] {
    let needed = script.layers.flatMap { script.activation(of: $0).helpers } + script.loss.helpers
    return PythonHelper.allCases.filter(needed.contains).flatMap { [$0.rawValue, "", ""] }
  }

  // MARK: Parameters

  private var firstValues: [String] {
    let network = script.first.network
    let lines = script.layers.flatMap { layer in
      let n = layer.number
      func set(_ name: String, _ list: String) -> String { "\(name)\(n) = \(Self.array(list))" }
      return [set("W", PythonText.rows(network.weights(layer: n)))]
        + [
          network.biases(layer: n).map { set("b", PythonText.list($0)) },
          network.gamma(layer: n).map { set("gamma", PythonText.list($0)) },
          network.beta(layer: n).map { set("beta", PythonText.list($0)) },
        ].compactMap { $0 }
    }
    return ["# The first parameters: a row of W leads into each unit."] + lines
      + ["trained = [\(trained.joined(separator: ", "))]", "", ""]
  }

  /// The names of the parameters that training changes.
  private var trained: [String] {
    script.layers.flatMap { layer in
      let parts: [(ParameterParts, [String])] = [
        (.weights, ["W"]), (.biases, layer.hasBiases ? ["b"] : []),
        (.normalization, layer.batchNormEpsilon == nil ? [] : ["gamma", "beta"]),
      ]
      return parts.filter { layer.trainable.contains($0.0) }.flatMap(\.1).map {
        "\($0)\(layer.number)"
      }
    }
  }

  private var memory: [String] {
    let memory = script.optimizer.memory(script.experiment.optimizer)
    guard !memory.isEmpty else { return [] }
    return ["# What the optimizer remembers of each parameter."]
      + memory.map { "\($0.name)_all = [\($0.first) for p in trained]" } + [""]
  }

  // MARK: Training

  private var loop: [String] {
    var lines = script.keeping("[p.copy() for p in trained]") + script.batch(Self.array)
    lines += ["a0 = x", "", "# Forward."] + script.layers.flatMap(forward)
    lines += ["z, y = z\(script.layers.count), a\(script.layers.count)", ""] + lossLines
    lines += ["", "# Backward: the error of each layer's z, and the gradients."] + backward
    lines += ["", "# Update."] + update + ["print(k, float(loss))"]
    return ["for k in range(\(script.draws.updates)):"] + PythonText.indented(lines)
  }

  private func forward(_ layer: Layer) -> [String] {
    let (n, before) = (layer.number, "a\(layer.number - 1)")
    var lines = ["z\(n) = \(before) @ W\(n).T" + (layer.hasBiases ? " + b\(n)" : "")]
    if let epsilon = layer.batchNormEpsilon {
      lines += [
        "inverse\(n) = 1 / np.sqrt(z\(n).var(axis=0) + \(epsilon))",
        "normal\(n) = (z\(n) - z\(n).mean(axis=0)) * inverse\(n)",
        "u\(n) = gamma\(n) * normal\(n) + beta\(n)",
      ]
    }
    let value = script.activation(of: layer).numpy(u(layer), layer.slope)
    lines.append("\(f(layer)) = \(value)")
    guard f(layer) != "a\(n)" else { return lines }
    let sum = layer.isResidual ? "(\(f(layer)) + \(before))" : f(layer)
    let scale = layer.dropoutRate > 0 ? " * " + Self.array("dropout\(n)[k]") : ""
    return lines + ["a\(n) = \(sum)\(scale)"]
  }

  /// The name of what the activation is applied to.
  private func u(_ layer: Layer) -> String {
    layer.batchNormEpsilon == nil ? "z\(layer.number)" : "u\(layer.number)"
  }

  /// The name of what the activation gives, which a residual connection or dropout makes something else.
  private func f(_ layer: Layer) -> String {
    layer.isResidual || layer.dropoutRate > 0 ? "f\(layer.number)" : "a\(layer.number)"
  }

  private var lossLines: [String] {
    let (l1, l2) = (script.experiment.l1, script.experiment.l2)
    let penalties = script.penalized.flatMap { n in
      [
        l1 == 0 ? nil : "loss += \(l1) * np.abs(W\(n)).sum()",
        l2 == 0 ? nil : "loss += \(l2) / 2 * (W\(n) ** 2).sum()",
      ].compactMap { $0 }
    }
    return ["loss = " + script.mean(of: script.loss.numpy)] + penalties
  }

  private var backward: [String] {
    var lines = [outputError]
    if let last = script.layers.last {
      let n = last.number
      let error =
        script.loss.original.isFromPreActivations
        ? "error" : script.activation(of: last).back("error", "z\(n)", "a\(n)", last.slope)
      lines.append("delta\(n) = \(error)")
    }
    return lines + script.layers.reversed().flatMap(backward)
  }

  private var outputError: String {
    let size = script.loss.original.mean == .overSamples ? "len(x)" : "y.size"
    guard script.experiment.classWeights != nil else {
      return "error = (\(script.loss.error)) / \(size)"
    }
    let weights = script.draws.batches == nil ? "C" : "C[chosen]"
    return "error = \(weights) * (\(script.loss.error)) / \(size)"
  }

  private func backward(through layer: Layer) -> [String] {
    let n = layer.number
    let (l1, l2) = (script.experiment.l1, script.experiment.l2)
    var gradient = "g_W\(n) = delta\(n).T @ a\(n - 1)"
    if l1 != 0 { gradient += " + \(l1) * np.sign(W\(n))" }
    if l2 != 0 { gradient += " + \(l2) * W\(n)" }
    var lines = [gradient]
    if layer.hasBiases { lines.append("g_b\(n) = delta\(n).sum(axis=0)") }
    guard n > 1 else { return lines }
    lines.append("error = delta\(n) @ W\(n)" + (layer.isResidual ? " + around\(n)" : ""))
    return lines + errorOfZ(script.layers[n - 2])
  }

  /// The error of z, given that of a.
  private func errorOfZ(_ layer: Layer) -> [String] {
    let n = layer.number
    var lines: [String] = []
    if layer.dropoutRate > 0 { lines.append("error = error * " + Self.array("dropout\(n)[k]")) }
    if layer.isResidual { lines.append("around\(n) = error") }
    let back = script.activation(of: layer).back("error", u(layer), f(layer), layer.slope)
    lines.append("delta\(n) = \(back)")
    guard layer.batchNormEpsilon != nil else { return lines }
    return lines + [
      "g_gamma\(n) = (delta\(n) * normal\(n)).sum(axis=0)", "g_beta\(n) = delta\(n).sum(axis=0)",
      "delta\(n) = gamma\(n) * inverse\(n) / len(x) * "
        + "(len(x) * delta\(n) - g_beta\(n) - normal\(n) * g_gamma\(n))",
    ]
  }

  private var update: [String] {
    let (record, optimizer) = (script.optimizer, script.experiment.optimizer)
    let names = record.memory(optimizer).map(\.name)
    var body = record.numpy(optimizer)
    if !optimizer.rule.isDecoupled, optimizer.weightDecay != 0 {
      body.insert("g = g + \(optimizer.weightDecay) * p", at: 0)
    }
    let items = (["p", "g"] + names).joined(separator: ", ")
    let lists = (["trained", "gradients"] + names.map { "\($0)_all" }).joined(separator: ", ")
    return ["gradients = [\(trained.map { "g_\($0)" }.joined(separator: ", "))]"] + clipping
      + ["rate = learning_rate(k)"] + record.preparation(optimizer)
      + ["for \(items) in zip(\(lists)):"] + PythonText.indented(body)
  }

  private var clipping: [String] {
    switch script.experiment.clipping {
    case nil: []
    case .norm(let limit):
      [
        "norm = np.sqrt(sum((g**2).sum() for g in gradients))",
        "gradients = [g * min(1, \(limit) / (norm + 1e-6)) for g in gradients]",
      ]
    case .value(let limit): ["gradients = [np.clip(g, -\(limit), \(limit)) for g in gradients]"]
    }
  }
}
