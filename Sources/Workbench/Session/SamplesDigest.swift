import Experiments
import NeuralNetwork
import Synchronization

/// A short name for all samples that a run begins with: worked out when it is asked for first, and shared by all copies of the
/// run, which is kept after every key.
final class SamplesDigest: Sendable {
  private let known = Mutex<String?>(nil)

  /// The name of the samples of the run that it belongs to.
  func name(of run: Run) -> String {
    known.withLock { known in
      let name = known ?? Self.name(of: run)
      known = name
      return name
    }
  }

  private static func name(of run: Run) -> String {
    var digest = Digest()
    for data in [run.firstDataset, run.heldOut, run.test].compactMap(\.self) {
      digest.add(data.inputs.elements)
      digest.add(data.targets.elements)
    }
    return digest.name
  }
}
