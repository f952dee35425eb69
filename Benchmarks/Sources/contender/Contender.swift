import Dispatch
import Foundation
import NeuralNetwork
import Synchronization

/// Trains a workload with the library's own trainer and prints how long that took, as one JSON object.
///
/// `contender [kept|watched] WORKLOAD STEPS DATA`; exit code 3: there is no such workload.
@main
enum Contender {
  /// How the updates are made.
  enum Manner: String {
    /// All in one go.
    case flat
    /// One by one, and each step is kept whole: every z, a, delta and gradient of it can be read.
    case kept
    /// One by one, and each step is looked at before it is taken too, as when a learner watches.
    case watched
  }

  static func main() throws {
    var arguments = CommandLine.arguments.dropFirst()
    let manner = arguments.first.flatMap(Manner.init) ?? .flat
    if manner != .flat { arguments = arguments.dropFirst() }
    let words = Array(arguments)
    guard words.count == 3, let steps = Int(words[1]), steps > 0 else {
      fail("usage: contender [kept|watched] WORKLOAD STEPS DATA", code: 2)
    }
    guard let workload = Workload.named(words[0]) else {
      fail("unknown workload \(words[0])", code: 3)
    }
    guard let file = WorkloadFile(workload, folder: words[2]) else {
      fail("cannot read \(words[2])/\(workload.name).f32", code: 2)
    }
    if workload.networks > 1 {
      try sweep(file, networks: min(steps, workload.networks))
    } else {
      try train(file, steps: steps, manner)
    }
  }

  /// One network on one thread.
  private static func train(_ file: WorkloadFile, steps: Int, _ manner: Manner) throws {
    var run = try Run(file.experiment())
    let updates = steps * file.workload.updatesPerStep
    let start = Instant.now
    switch manner {
    case .flat: run.train(updates: updates)
    case .kept:
      for _ in 0..<updates { run.advance(by: .update) }
    case .watched:
      for _ in 0..<updates {
        let step = run.step
        run.advance(by: .update)
        precondition(run.previousStep?.loss == step.loss, "the step shown is not the step taken")
      }
    }
    let end = Instant.now
    report(steps, start, end, loss: run.previousStep?.loss ?? .nan, threads: 1)
  }

  /// Independent networks on two threads, in groups that may go through the machine together.
  private static func sweep(_ file: WorkloadFile, networks: Int) throws {
    let fresh = try (0..<networks).map { try Run(file.experiment(network: $0)) }
    let losses = Mutex([Double](repeating: .nan, count: networks))
    let start = Instant.now
    DispatchQueue.concurrentPerform(iterations: 2) { half in
      for first in stride(from: half * 8, to: networks, by: 16) {
        let group = first..<min(first + 8, networks)
        var runs = Array(fresh[group])
        Run.train(&runs, updates: file.workload.updatesPerStep)
        let ends = runs.map { $0.previousStep?.loss ?? .nan }
        losses.withLock { $0.replaceSubrange(group, with: ends) }
      }
    }
    let end = Instant.now
    let mean = losses.withLock { $0.reduce(0, +) / Double(networks) }
    report(networks, start, end, loss: mean, threads: 2)
  }

  private static func report(
    _ steps: Int, _ start: Instant, _ end: Instant, loss: Double, threads: Int
  ) {
    print(
      "{\"steps\": \(steps), \"seconds\": \(end.wall - start.wall), \"cpu\": \(end.cpu - start.cpu), "
        + "\"loss\": \(loss), \"threads\": \(threads), \"dtype\": \"f64\"}")
  }

  private static func fail(_ message: String, code: Int32) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(code)
  }
}

/// A moment on two clocks, in seconds.
struct Instant {
  let wall, cpu: Double

  static var now: Instant {
    Instant(wall: seconds(CLOCK_MONOTONIC), cpu: seconds(CLOCK_PROCESS_CPUTIME_ID))
  }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
  }
}
