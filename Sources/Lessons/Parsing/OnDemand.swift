import Synchronization

/// What is worked out when somebody first asks for it, and then kept: the list of lessons waits for none of it.
final class OnDemand<Value: Sendable>: Sendable {
  private let make: @Sendable () -> Value
  private let known = Mutex<Value?>(nil)

  /// A value that `make` will work out.
  init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  /// The value; whoever asks while it is worked out waits for it.
  var value: Value {
    known.withLock { known in
      if let known { return known }
      let value = make()
      known = value
      return value
    }
  }
}
