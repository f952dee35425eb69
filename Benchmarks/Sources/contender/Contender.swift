import Dispatch
import Foundation
import NeuralNetwork
import Synchronization

/// Trains a workload with the library's own trainer and prints how long that took, as one JSON object.
///
/// `contender WORKLOAD STEPS DATA [traced]`; exit code 3: there is no such workload. With `traced` every update is made
/// by itself and its whole training step is looked at before and after, as when a learner watches.
@main
enum Contender {
  static func main() throws {
    let arguments = CommandLine.arguments
    let isTraced = arguments.count == 5 && arguments[4] == "traced"
    guard arguments.count == 4 || isTraced, let steps = Int(arguments[2]), steps > 0 else {
      fail("usage: contender WORKLOAD STEPS DATA [traced]", code: 2)
    }
    guard let workload = Workload.named(arguments[1]) else {
      fail("unknown workload \(arguments[1])", code: 3)
    }
    guard let file = WorkloadFile(workload, folder: arguments[3]) else {
      fail("cannot read \(arguments[3])/\(workload.name).f32", code: 2)
    }
    if workload.networks > 1 {
      try sweep(file, networks: min(steps, workload.networks))
    } else {
      try train(file, steps: steps, isTraced: isTraced)
    }
  }

  /// One network on one thread.
  private static func train(_ file: WorkloadFile, steps: Int, isTraced: Bool) throws {
    var run = try Run(file.experiment())
    let updates = steps * file.workload.updatesPerStep
    let start = Instant.now
    if isTraced {
      for _ in 0..<updates {
        let step = run.step
        run.advance(by: .update)
        precondition(run.previousStep?.loss == step.loss, "the step shown is not the step taken")
      }
    } else {
      run.train(updates: updates)
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
