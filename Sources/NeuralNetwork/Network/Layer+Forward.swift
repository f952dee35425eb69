/// Where the rows of one layer lie: z, u, f(u) and a, [rows][units] each; two that are the same thing share one place.
struct LayerRows {
  let z, u, f, a: UnsafeMutablePointer<Double>
}

extension Layer {
  /// The forward pass through one layer, as it stands in a textbook: the one that runs in inference and whenever somebody
  /// looks at a step, and that judges the fast ones.
  ///
  /// z = x W + b; u = z, normalized with batch norm; a = f(u), plus x if residual, times the scale of dropout.
  /// - Parameters:
  ///   - x: what comes in, [count][inputs].
  ///   - model: the network's parameters.
  ///   - rows: where z, u, f(u) and a go.
  ///   - count: how many rows.
  ///   - scale: 0 for each dropped unit and 1/(1 − p) for each kept one; nil: nothing is dropped.
  ///   - normalize: batch norm from z to u.
  func forward(
    _ x: Kernels.Input, _ model: Kernels.Input, into rows: LayerRows, count: Int,
    scale: Kernels.Input?, normalize: (_ z: Kernels.Output, _ u: Kernels.Output) -> Void
  ) {
    Kernels.affine(
      x, model + start, hasBiases ? model + biasStart : nil, rows.z, rows: count, inputs: inputs,
      units: units)
    if hasBatchNorm { normalize(rows.z, rows.u) }
    Kernels.activate(activation, slope: slope, rows.u, rows.f, rows: count, units: units)
    guard rows.a != rows.f else { return }
    for index in 0..<count * units {
      let value = isResidual ? x[index] + rows.f[index] : rows.f[index]
      rows.a[index] = scale.map { value * $0[index] } ?? value
    }
  }
}
