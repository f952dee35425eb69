/// Moves the inputs of every batch a little, anew at each update, so that training never sees the same sample twice.
///
/// The moves are drawn from (seed, update): a run that goes back meets the same ones again. Held-out samples, and the
/// figures of the data set, are left as they are.
public struct Augmentation: Hashable, Sendable {
  /// The deviation of the normal noise on every input as the network sees it, after any scaling; 0: none.
  public var noise: Double
  /// By how many pixels, at most, an image is shifted in each direction; 0: not at all.
  ///
  /// Inputs are then square images, row by row; what moves in at an edge is 0.
  public var shift: Int

  /// Noise, shifts or both.
  public init(noise: Double = 0, shift: Int = 0) {
    self.noise = noise
    self.shift = shift
  }

  /// The side of a square image with this many pixels; nil when there is none.
  static func side(ofImageWith pixels: Int) -> Int? {
    let side = Int(Double(pixels).squareRoot().rounded())
    return side * side == pixels ? side : nil
  }
}
