/// Random numbers as a pure function of (seed, purpose, index): nothing is shared between two uses, so any moment of a
/// run can be drawn again without having drawn what came before.
///
/// The generator is SplitMix64 (Steele, Lea and Flood 2014), started from a hash of the three keys.
public struct RandomStream: RandomNumberGenerator, Sendable {
  /// What the numbers are for; two purposes never see the same numbers.
  public enum Purpose: UInt64, CaseIterable, Hashable, Sendable {
    /// The first weights of a layer.
    case parameters = 1
    /// The samples of a named data set.
    case data
    /// The order of the samples in an epoch.
    case order
    /// The masks of dropout.
    case dropout
    /// Which samples are held out.
    case split
    /// The noise and the shifts of a batch.
    case augmentation
  }

  private var state: UInt64

  /// The stream of a seed for one purpose; `index` counts layers, epochs or updates.
  public init(seed: UInt64, purpose: Purpose, index: Int = 0) {
    var key = Self.mixed(seed &+ Self.step)
    key = Self.mixed(key ^ (purpose.rawValue &* Self.step))
    state = Self.mixed(key ^ (UInt64(truncatingIfNeeded: index) &+ 1) &* 0xD1B5_4A32_D192_ED03)
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= Self.step
    return Self.mixed(state)
  }

  /// A number from [0, 1), one of 2⁵³ equally likely ones.
  public mutating func uniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A whole number from 0 up to but not including `bound`, each equally likely (Lemire 2019).
  public mutating func index(below bound: Int) -> Int {
    precondition(bound > 0, "there is no number from 0 below \(bound)")
    let size = UInt64(bound)
    let threshold = (0 &- size) % size
    while true {
      let product = next().multipliedFullWidth(by: size)
      if product.low >= threshold { return Int(product.high) }
    }
  }

  /// A number from the normal distribution with mean 0 and deviation 1 (Box and Muller 1958).
  public mutating func normal() -> Double {
    let radius = (-2 * Elementary.log(1 - uniform())).squareRoot()
    return radius * Elementary.cos(2 * Double.pi * uniform())
  }

  /// The whole numbers below `count` in random order.
  public mutating func permutation(of count: Int) -> [Int] {
    var order = Array(0..<count)
    shuffle(&order)
    return order
  }

  /// Puts numbers in random order, in place (Fisher and Yates).
  mutating func shuffle(_ numbers: inout [Int]) {
    for last in stride(from: numbers.count - 1, to: 0, by: -1) {
      numbers.swapAt(last, index(below: last + 1))
    }
  }

  private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

  private static func mixed(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
