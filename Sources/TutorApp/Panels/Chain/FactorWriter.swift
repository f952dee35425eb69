import NeuralNetwork

/// Writes the factors of a step, layer by layer from the output back.
struct FactorWriter {
  let step: TrainingStep
  let sample: Int
  let phase: Phase

  private var network: Network { step.network }
  private var depth: Int { network.depth }

  func factors(of parameter: ParameterIndex) -> [ChainRule.Factor] {
    switch parameter.kind {
    case .gamma, .beta: []
    case .weight, .bias: weightFactors(of: parameter)
    }
  }

  private func weightFactors(of parameter: ParameterIndex) -> [ChainRule.Factor] {
    arrival(at: parameter.layer, unit: parameter.unit) + [lastFactor(parameter)]
  }

  /// The factors whose product is δ of a unit for the sample.
  private func arrival(at layer: Int, unit: Int) -> [ChainRule.Factor] {
    guard isPlain(from: layer) else { return [deltaFactor(layer: layer, unit: unit)] }
    if layer == depth { return outputFactors(unit: unit) }
    guard network.layers[layer].units == 1 else {
      return [sumFactor(layer: layer, unit: unit), slopeFactor(layer: layer, unit: unit)]
    }
    return arrival(at: layer + 1, unit: 1)
      + [weightFactor(layer: layer, unit: unit), slopeFactor(layer: layer, unit: unit)]
  }

  /// Whether each unit from a layer on is f(W a + b) and no more: no batch normalization, residual or dropout.
  private func isPlain(from layer: Int) -> Bool {
    network.layers[(layer - 1)...].allSatisfy {
      $0.batchNormEpsilon == nil && !$0.isResidual && $0.dropoutRate == 0
    }
  }

  /// δ as backpropagation found it, where the way to it is more than a product.
  private func deltaFactor(layer: Int, unit: Int) -> ChainRule.Factor {
    factor(
      "∂E/∂\(symbol("z", layer: layer, unit: unit))", "δ\(ofBatch), sent back",
      step.deltas(layer: layer)[sample, unit - 1], from: .backward(layer: layer))
  }

  private func outputFactors(unit: Int) -> [ChainRule.Factor] {
    if step.lossKind.isFromPreActivations {
      let name = symbol("z", layer: depth, unit: unit)
      let a = symbol("a", layer: depth, unit: unit)
      let value = step.deltas(layer: depth)[sample, unit - 1]
      var logit = factor(
        "∂E/∂\(name)", logitFormula(a), short: logitFormula("a"), value,
        from: .backward(layer: depth))
      logit.isLogit = true
      return [logit]
    }
    // Each output of softmax hangs on every z: no slope of one alone leads back.
    guard network.layers[depth - 1].activation != .softmax else {
      return [deltaFactor(layer: depth, unit: unit)]
    }
    let name = symbol("a", layer: depth, unit: unit)
    let value = step.outputGradient[sample, unit - 1]
    return [
      factor(
        "∂E/∂\(name)", lossFormula(unit: unit, name), short: lossFormula(unit: unit, "a"), value,
        from: .loss),
      slopeFactor(layer: depth, unit: unit),
    ]
  }

  private func logitFormula(_ a: String) -> String {
    let divisor = step.lossKind.divisor(rows: step.outputs.rows, outputs: step.outputs.columns)
    let difference = "\(a) − T"
    return divisor == 1 ? difference : "(\(difference))/\(compact(divisor))"
  }

  private func lossFormula(unit: Int, _ a: String) -> String {
    let divisor = step.lossKind.divisor(rows: step.outputs.rows, outputs: step.outputs.columns)
    let (loss, targets) = (step.lossKind, step.targets)
    let formula =
      loss.derivativeCase?(step.outputs[sample, unit - 1], targets[sample, unit - 1])
      ?? loss.derivativeFormula
    let numerator = Self.naming(["y": a, "t": "T"], in: formula)
    guard divisor != 1 else { return numerator }
    return "\(Self.isDifference(formula) ? "(\(numerator))" : numerator)/\(compact(divisor))"
  }

  /// Whether a formula subtracts outside all parentheses, so that a divisor behind it would be read as that of its end.
  private static func isDifference(_ formula: String) -> Bool {
    var depth = 0
    return formula.enumerated().contains { offset, sign in
      depth += sign == "(" ? 1 : sign == ")" ? -1 : 0
      return depth == 0 && sign == "−" && offset > 0
    }
  }

  /// What all units of the layer above send back, where there is more than one way.
  private func sumFactor(layer: Int, unit: Int) -> ChainRule.Factor {
    let above = step.deltas(layer: layer + 1)
    let weights = network.weights(layer: layer + 1)
    let sum = (0..<above.columns).reduce(0) { $0 + above[sample, $1] * weights[$1, unit - 1] }
    return factor(
      "∂E/∂\(symbol("a", layer: layer, unit: unit))",
      "Σ w\(subscripted(layer + 1)) δ\(subscripted(layer + 1))\(ofBatch)",
      short: "Σ w δ\(ofBatch)", sum,
      from: .backward(layer: layer + 1))
  }

  /// A sample's δ is that of the sample alone; what it sends back to the batch's mean is as many times less.
  private var ofBatch: String {
    step.samplesPerMean == 1 ? "" : "/\(compact(step.samplesPerMean))"
  }

  private func weightFactor(layer: Int, unit: Int) -> ChainRule.Factor {
    let weight = ParameterIndex.weight(layer: layer + 1, unit: 1, input: unit)
    return factor(
      "∂\(symbol("z", layer: layer + 1, unit: 1))/∂\(symbol("a", layer: layer, unit: unit))",
      symbol(weight), network[weight], from: nil)
  }

  private func slopeFactor(layer: Int, unit: Int) -> ChainRule.Factor {
    let recipe = network.layers[layer - 1]
    let z = step.normalized(layer: layer)[sample, unit - 1]
    let a = step.unitOutputs(layer: layer)[sample, unit - 1]
    let activation = recipe.activation
    let name = symbol("a", layer: layer, unit: unit)
    let formula = Self.holdingCase(of: activation.derivativeFormula, z: z)
    return factor(
      "∂\(name)/∂\(symbol("z", layer: layer, unit: unit))",
      Self.naming(["a": name], in: formula), short: formula,
      activation.derivative(z, a, recipe.slope),
      from: .forward(layer: layer))
  }

  /// A formula with other names for its letters; a letter inside a word, such as `step`, is none of them.
  static func naming(_ names: [Character: String], in formula: String) -> String {
    let signs = Array(formula)
    func isLetter(_ place: Int) -> Bool {
      signs.indices.contains(place) && signs[place].isASCII && signs[place].isLetter
    }
    return signs.indices.map { place in
      let stands = !isLetter(place - 1) && !isLetter(place + 1)
      return (stands ? names[signs[place]] : nil) ?? String(signs[place])
    }.joined()
  }

  /// Of "1 if z > 0, else slope" the case that z is in: "1, z > 0" or "slope, z ≤ 0".
  static func holdingCase(of formula: String, z: Double) -> String {
    guard let above = formula.firstRange(of: " if z > 0, else ") else { return formula }
    return z > 0
      ? "\(formula[..<above.lowerBound]), z > 0" : "\(formula[above.upperBound...]), z ≤ 0"
  }

  private func lastFactor(_ parameter: ParameterIndex) -> ChainRule.Factor {
    let name = "∂\(symbol("z", layer: parameter.layer, unit: parameter.unit))/∂\(symbol(parameter))"
    guard case .weight(_, let input) = parameter.kind else {
      return factor(name, "1", 1, from: nil)
    }
    let below = step.activations(layer: parameter.layer - 1)[sample, input - 1]
    let formula =
      parameter.layer == 1
      ? inputSymbol(input) : symbol("a", layer: parameter.layer - 1, unit: input)
    let origin: Phase? = parameter.layer == 1 ? nil : .forward(layer: parameter.layer - 1)
    return factor(name, formula, below, from: origin)
  }

  private func inputSymbol(_ input: Int) -> String {
    network.inputCount == 1 ? "x" : "x" + subscripted(input)
  }

  private func symbol(_ letter: String, layer: Int, unit: Int) -> String {
    network.symbol(letter, layer: layer, unit: unit)
  }

  private func symbol(_ parameter: ParameterIndex) -> String { network.symbol(parameter) }

  /// A factor that a phase finds out; nil for one that is known from the start.
  private func factor(
    _ name: String, _ formula: String, short: String? = nil, _ value: Double, from origin: Phase?
  ) -> ChainRule.Factor {
    ChainRule.Factor(
      name: name, formula: formula, shortFormula: short, value: value,
      isKnown: origin.map { phase >= $0 } ?? true,
      phase: origin)
  }
}
