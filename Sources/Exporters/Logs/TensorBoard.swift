import Experiments
import NeuralNetwork

extension Exporter {
  /// The run's log as an event file.
  static let tensorBoard = Exporter(
    name: "tensorboard", title: "TensorBoard event file",
    summary: "The log as scalars that TensorBoard draws",
    limits: "Numbers are rounded to 32 bits, and the time of every event is 0",
    fileExtension: "tfevents", isText: false
  ) { run in
    // The name that TensorBoard looks for has 'tfevents' in it; the first event says which form follows.
    var bytes = EventFile.record(EventFile.version)
    for row in try LogRow.all(run) {
      let scalars = row.figures.compactMap { name, value in value.map { (name, $0) } }
      bytes += EventFile.record(EventFile.event(step: row.step, scalars))
    }
    return bytes
  }
}

/// TensorFlow's event files: records with their length and two checksums, each an Event message.
///
/// Source: tensorflow/core/lib/io/record_writer and core/util/event.proto.
private enum EventFile {
  /// The first message of a file.
  static let version = ProtocolBuffer {
    $0.double(1, 0)
    $0.text(3, "brain.Event:2")
  }.bytes

  /// The scalars of a step.
  static func event(step: Int, _ scalars: [(name: String, value: Double)]) -> [UInt8] {
    ProtocolBuffer { event in
      event.double(1, 0)
      event.integer(2, step)
      event.message(5) { summary in
        for (name, value) in scalars {
          summary.message(1) {
            $0.text(1, name)
            $0.float(2, Float(value))
          }
        }
      }
    }.bytes
  }

  /// A message with its length before it, and a checksum after each.
  static func record(_ message: [UInt8]) -> [UInt8] {
    let length = littleEndian(UInt64(message.count))
    return length + littleEndian(masked(crc32c(length))) + message
      + littleEndian(masked(crc32c(message)))
  }

  /// A checksum as it is stored: checksums of what holds checksums would be weak.
  private static func masked(_ checksum: UInt32) -> UInt32 {
    (checksum >> 15 | checksum << 17) &+ 0xA282_EAD8
  }

  /// CRC-32C, Castagnoli's polynomial, its bits reversed.
  private static func crc32c(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ ($0 >> 8) }
  }

  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in
      value & 1 == 1 ? value >> 1 ^ 0x82F6_3B78 : value >> 1
    }
  }
}
