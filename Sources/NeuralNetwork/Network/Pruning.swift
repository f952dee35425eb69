extension Network {
  /// The network with its smallest weights set to 0: this share of all weights, by magnitude.
  ///
  /// Biases, γ and β stay.
  ///
  /// Of equal magnitudes the first in order go first.
  public func pruned(share: Double) -> Network {
    let offsets = layers.flatMap { Array($0.start..<$0.biasStart) }
    let count = Int((max(0, min(1, share)) * Double(offsets.count)).rounded())
    let smallest = offsets.sorted { (abs(model[$0]), $0) < (abs(model[$1]), $1) }.prefix(count)
    var result = self
    for offset in smallest { result.model[offset] = 0 }
    return result
  }
}
