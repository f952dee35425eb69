import NeuralNetwork
import Platform

/// Numbers with a name and a shape.
package struct NamedTensor: Hashable, Sendable {
  package let name: String
  /// How many there are in each direction; [units, inputs] for weights.
  package let shape: [Int]
  /// Row by row.
  package let values: [Double]

  /// The parameters and running figures of a network, layer by layer.
  package static func all(of network: Network) -> [NamedTensor] {
    network.layers.flatMap { layer in
      LayerTensor.all.compactMap { kind in
        kind.values(of: network, layer: layer.number).map {
          NamedTensor(
            name: kind.name(layer: layer.number),
            shape: kind.shape(units: layer.units, inputs: layer.inputs), values: $0)
        }
      }
    }
  }
}

/// The form of Hugging Face's safetensors: the length of a head in JSON, the head, and the numbers.
package enum SafeTensors {
  /// The file's bytes.
  package static func bytes(_ tensors: [NamedTensor]) -> [UInt8] {
    var (entries, offset) = ([String](), 0)
    for tensor in tensors {
      let end = offset + 8 * tensor.values.count
      let shape = tensor.shape.map { "\($0)" }.joined(separator: ",")
      entries.append(
        "\"\(tensor.name)\":{\"dtype\":\"F64\",\"shape\":[\(shape)],\"data_offsets\":[\(offset),\(end)]}"
      )
      offset = end
    }
    var head = Array("{\(entries.joined(separator: ","))}".utf8)
    // Readers like the numbers to begin at a multiple of their size.
    while head.count % 8 != 0 { head.append(UInt8(ascii: " ")) }
    let numbers = tensors.flatMap(\.values).flatMap { littleEndian($0.bitPattern) }
    return littleEndian(UInt64(head.count)) + head + numbers
  }
}

// MARK: Reading

extension SafeTensors {
  /// A tensor of a file, whose numbers have not been looked at.
  struct Stored {
    let shape: [Int]
    /// How the numbers are written: F64, F32 and others.
    let kind: String
    fileprivate let bytes: ArraySlice<UInt8>

    /// The numbers, row by row; nil where they are written in a way that is not read.
    var values: [Double]? {
      switch kind {
      case "F64": numbers { Double(bitPattern: $0) }
      case "F32": numbers { Double(Float(bitPattern: $0)) }
      default: nil
      }
    }

    private func numbers<Bits: FixedWidthInteger>(_ number: (Bits) -> Double) -> [Double] {
      let size = Bits.bitWidth / 8
      return bytes.withUnsafeBytes { bytes in
        stride(from: 0, to: bytes.count, by: size).map {
          number(Bits(littleEndian: bytes.loadUnaligned(fromByteOffset: $0, as: Bits.self)))
        }
      }
    }
  }

  /// The most bytes of a head, and of a file.
  private static let headLimit = 1 << 20
  static let sizeLimit = headLimit + 8 * Limits.parameters

  /// The tensors of a file's bytes by their names; every offset is checked before it is used.
  /// - Throws: a sentence when the bytes are no such file.
  static func tensors(_ bytes: [UInt8], file: String) throws(Diagnostic) -> [String: Stored] {
    func refuse(_ reason: String) -> Diagnostic {
      Diagnostic(file: file, message: "This is not a safetensors file: \(reason).")
    }
    guard bytes.count <= sizeLimit else { throw refuse("it is too large for any network here") }
    guard bytes.count >= 8 else { throw refuse("it is shorter than the length of a head") }
    let length = bytes[..<8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard length <= UInt64(min(headLimit, bytes.count - 8)) else {
      throw refuse("the length of its head is \(length) bytes, more than there are or may be")
    }
    let data = bytes[(8 + Int(length))...]
    guard let head = try? JSONDecoder().decode(Head.self, from: Data(bytes[8..<data.startIndex]))
    else { throw refuse("its head is no JSON with 'dtype', 'shape' and 'data_offsets'") }
    guard let entries = head.entries(in: data) else {
      throw refuse("its offsets overlap, leave gaps or do not fit the shapes")
    }
    return entries
  }

  /// The head of a file.
  private struct Head: Decodable {
    private struct Entry: Decodable {
      let dtype: String
      let shape: [Int]
      let data_offsets: [Int]
    }

    private struct Name: CodingKey {
      let stringValue: String
      var intValue: Int? { nil }
      init(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }

    private var entries: [String: Entry] = [:]

    init(from decoder: any Decoder) throws {
      let members = try decoder.container(keyedBy: Name.self)
      for key in members.allKeys where key.stringValue != "__metadata__" {
        entries[key.stringValue] = try members.decode(Entry.self, forKey: key)
      }
    }

    /// The tensors in the bytes behind the head; nil where these are not laid out without gaps and overlaps.
    func entries(in data: ArraySlice<UInt8>) -> [String: Stored]? {
      var (end, tensors) = (0, [String: Stored]())
      let inOrder = entries.sorted {
        $0.value.data_offsets.lexicographicallyPrecedes($1.value.data_offsets)
      }
      for (name, entry) in inOrder {
        let offsets = entry.data_offsets
        guard offsets.count == 2, offsets[0] == end, offsets[1] >= end, offsets[1] <= data.count,
          Self.size(of: entry).map({ $0 == offsets[1] - end }) ?? true
        else { return nil }
        let bytes = data[data.startIndex + end..<data.startIndex + offsets[1]]
        tensors[name] = Stored(shape: entry.shape, kind: entry.dtype, bytes: bytes)
        end = offsets[1]
      }
      return end == data.count ? tensors : nil
    }

    /// How many bytes the numbers of an entry take; nil where they are written in a way that is not read.
    private static func size(of entry: Entry) -> Int? {
      let each = ["F64": 8, "F32": 4]
      return each[entry.dtype].map { each in
        entry.shape.reduce(each) { size, count in
          let (product, isTooLarge) = size.multipliedReportingOverflow(by: count)
          return count < 0 || isTooLarge || size < 0 ? -1 : product
        }
      }
    }
  }
}
