extension TrainingStep {
  /// How large the update of each layer's weights is beside the weights themselves: ‖ΔW‖ / ‖W‖, L2 norms.
  ///
  /// About a thousandth is usual; far more and a step tramples on what is learned, far less and the layer stands still.
  /// Nil where all weights are 0.
  public var updateRatios: [Double?] {
    let (before, after) = (network, nextNetwork)
    return before.layers.map { layer in
      let offsets = layer.start..<layer.biasStart
      let old = Norm.of(offsets.lazy.map { before.model[$0] })
      return old > 0 ? Norm.of(offsets.lazy.map { after.model[$0] - before.model[$0] }) / old : nil
    }
  }
}
