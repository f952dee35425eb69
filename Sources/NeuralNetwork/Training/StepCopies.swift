import Synchronization

/// Matrices and networks of a trainer that stands still, each copied when it is asked for and then kept: whoever draws
/// a step asks for the same few again and again.
///
/// Whoever holds it alone may clear it without the lock.
final class StepCopies: @unchecked Sendable {
  private let lock = Mutex(())
  // Only ever touched under the lock or alone, which the compiler cannot see.
  @exclusivity(unchecked) private var matrices: [Kernels.Input: Matrix] = [:]
  @exclusivity(unchecked) private var networks: [Arena.Pointer: Network] = [:]

  /// The matrix that begins at a place in memory.
  func matrix(at place: Kernels.Input, copy: () -> Matrix) -> Matrix {
    lock.withLock { _ in
      if let matrix = matrices[place] { return matrix }
      let matrix = copy()
      matrices[place] = matrix
      return matrix
    }
  }

  /// The network whose model begins at a place of the arena.
  func network(at place: Arena.Pointer, copy: () -> Network) -> Network {
    lock.withLock { _ in
      if let network = networks[place] { return network }
      let network = copy()
      networks[place] = network
      return network
    }
  }

  /// Forgets all copies, because the arena has new numbers.
  func clear() {
    if !matrices.isEmpty { matrices = [:] }
    if !networks.isEmpty { networks = [:] }
  }
}
