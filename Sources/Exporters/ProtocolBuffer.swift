import Experiments

/// Writes the wire format of Protocol Buffers: fields by number, as variable-length integers, fixed-width numbers, and bytes
/// with their length before them.
///
/// Source: the encoding as protobuf.dev documents it.
struct ProtocolBuffer {
  private(set) var bytes: [UInt8] = []

  /// A message that `fill` writes.
  init(_ fill: (inout ProtocolBuffer) -> Void) { fill(&self) }

  /// A whole number.
  mutating func integer(_ field: Int, _ value: Int) {
    tag(field, wire: 0)
    variable(UInt64(bitPattern: Int64(value)))
  }

  /// A number of 64 bits.
  mutating func double(_ field: Int, _ value: Double) {
    tag(field, wire: 1)
    bytes += littleEndian(value.bitPattern)
  }

  /// A number of 32 bits.
  mutating func float(_ field: Int, _ value: Float) {
    tag(field, wire: 5)
    bytes += littleEndian(value.bitPattern)
  }

  /// Bytes.
  mutating func data(_ field: Int, _ value: some Collection<UInt8>) {
    tag(field, wire: 2)
    variable(UInt64(value.count))
    bytes += value
  }

  /// Text.
  mutating func text(_ field: Int, _ value: String) { data(field, Array(value.utf8)) }

  /// A message inside this one.
  mutating func message(_ field: Int, _ fill: (inout ProtocolBuffer) -> Void) {
    data(field, ProtocolBuffer(fill).bytes)
  }

  private mutating func tag(_ field: Int, wire: Int) { variable(UInt64(field << 3 | wire)) }

  private mutating func variable(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}
