#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Ways for a program to die, and to be woken.
enum Crash {
  static func die(_ letter: Character) {
    switch letter {
    case "a": outOfRange()
    case "b": onThread { fatalError("died on a thread") }
    case "d": print(overflow(0))
    default: abort()
    }
  }

  /// Runs out of stack on a thread that is prepared for it.
  static func overflow(_ guardThread: @escaping @Sendable () -> Void) {
    onThread {
      guardThread()
      guardThread()
      print(overflow(0))
    }
  }

  static func wakeFromThread(_ wake: @escaping @Sendable () -> Void) {
    onThread { wake() }
  }

  private static func outOfRange() {
    diagnose("died on the main thread\n")
    let empty: [Int] = []
    print(empty[CommandLine.arguments.count])
  }

  /// Needs ever more stack; the result keeps the compiler from making a loop of it.
  @inline(never)
  private static func overflow(_ depth: Int) -> Int {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 64) { space in
      space[0] = depth
      return overflow(depth + 1) + space[0]
    }
  }

  private static func onThread(_ body: @escaping @Sendable () -> Void) {
    Task.detached { body() }
  }

  private static func diagnose(_ text: String) {
    _ = text.withCString { write(STDERR_FILENO, $0, strlen($0)) }
  }
}

/// Ends the program with the status of a usage error.
func exitUnsuccessfully() -> Never { exit(2) }
