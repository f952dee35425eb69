import NeuralNetwork
import Synchronization
import TerminalCanvas

/// Keeps what pictures work out of a network for many places, so that a frame in which nothing was learned costs nothing.
///
/// It decides no number: what it hands out is what its caller would work out now.
final class PictureCache: Sendable {
  /// What a picture depends on beside the network.
  struct Key: Hashable {
    /// The picture.
    let name: String
    /// The run it is of.
    let run: Int
    /// Samples across and down.
    let size: Size
    /// The plane it is over.
    let axes: [Axis]
    /// What parts the outputs, where the picture shows that.
    var sides: OutputSides?
  }

  private struct Entry {
    let network: Network
    let value: any Sendable
  }

  private static let capacity = 24
  private let entries = Mutex<[Key: Entry]>([:])

  /// What `make` gives for a network, or gave for the same one before.
  func value<Value: Sendable>(for key: Key, of network: Network, make: () -> Value) -> Value {
    let known = entries.withLock { $0[key] }
    if let known, known.network == network, let value = known.value as? Value { return value }
    let value = make()
    entries.withLock { entries in
      if entries.count >= Self.capacity { entries.removeAll() }
      entries[key] = Entry(network: network, value: value)
    }
    return value
  }
}
