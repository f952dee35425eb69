/// A short name for much text and many numbers: two that differ have different names but for a chance of one in 2⁶⁴.
///
/// FNV-1a (Fowler, Noll and Vo): it tells apart, it does not keep anyone from forging.
package struct Digest {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Of nothing yet.
  package init() {}

  /// Takes a text in.
  package mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
    add(0)
  }

  /// Takes bytes in, as they are.
  package mutating func add(_ bytes: some Sequence<UInt8>) { for byte in bytes { add(byte) } }

  /// Takes numbers in, by their bits.
  package mutating func add(_ numbers: [Double]) {
    for number in numbers {
      for shift in stride(from: 0, to: 64, by: 8) {
        add(UInt8(truncatingIfNeeded: number.bitPattern >> UInt64(shift)))
      }
    }
  }

  private mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }

  /// Sixteen hexadecimal digits.
  package var name: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
