import Dispatch
import Experiments
import Synchronization
import Workbench

/// Trains in the background.
///
/// It alone owns the workspace it works on; commands go in, copies come out, and nothing is
/// computed under the lock. This is the only file that knows about threads.
public final class TrainingWorker: Sendable {
  private let mailbox = Mutex(TrainingMailbox())
  /// Rung once for every command, so that a worker with nothing to do sleeps.
  private let bell = DispatchSemaphore(value: 0)
  /// Rung when nothing is left to do for one who waits for that.
  private let rest = DispatchSemaphore(value: 0)
  private let wake: @Sendable () -> Void
  /// Where studies are made, one after the other, while training goes on.
  private let studies = DispatchQueue(label: "downhill.studies", qos: .utility)
  private let guardThread: @Sendable () -> Void

  /// Starts the worker; `wake` is called from a thread of its own whenever something new lies ready, `guardThread` on
  /// each of its threads before all.
  public init(
    wake: @escaping @Sendable () -> Void, guardThread: @escaping @Sendable () -> Void = {}
  ) {
    (self.wake, self.guardThread) = (wake, guardThread)
    DispatchQueue(label: "downhill.training", qos: .userInitiated).async {
      guardThread()
      self.work()
    }
  }

  /// Hands over a command; it is carried out in the order of sending.
  public func send(_ command: TrainingCommand) {
    mailbox.withLock { $0.add(command) }
    bell.signal()
  }

  /// Waits until all commands are carried out and no run plays.
  func waitUntilIdle() {
    let mustWait = mailbox.withLock { box in
      box.isAwaited = box.isBusy
      return box.isBusy
    }
    if mustWait { rest.wait() }
  }

  /// The newest copy, if there is one that has not been taken.
  public func take() -> Snapshot? { take(\.latest) }

  /// How far a survey is, if there is news of one.
  public func takeSurvey() -> SurveyProgress? { take(\.survey) }

  /// How far a command is that takes its time, if there is news of one.
  func takeWork() -> WorkProgress? { take(\.work) }

  private func take<News: Sendable>(
    _ news: WritableKeyPath<TrainingMailbox, News?>
  ) -> News? {
    mailbox.withLock { box in
      defer { box[keyPath: news] = nil }
      return box[keyPath: news]
    }
  }

  /// Makes a study beside the training.
  func study(_ study: Study) {
    studies.async {
      self.guardThread()
      let finding = study.make()
      self.mailbox.withLock { $0.findings.append(finding) }
      self.wake()
    }
  }

  /// What studies have found out, if there is news of one.
  func takeFindings() -> [Study.Finding] {
    mailbox.withLock { box in
      defer { box.findings = [] }
      return box.findings
    }
  }

  /// Ends the command under way, as if it had not been given, and leaves out those that wait for it.
  func endWork() { mailbox.withLock { $0.endWork() } }

  /// Ends the worker after the piece of work that is under way.
  public func stop() {
    mailbox.withLock { $0.isStopped = true }
    bell.signal()
  }

  // MARK: - The worker's own thread

  /// How long a playing run trains on before the next copy, by what the last one took: 30 copies a second at most, and two
  /// thirds of the time at least for training.
  static func pause(afterCopyOf cost: Duration) -> Duration {
    max(.milliseconds(33) - cost, cost * 2)
  }

  private func work() {
    var loop = TrainingLoop()
    var nextPublishing = ContinuousClock.now
    while let orders = nextOrders(before: loop.nextDue) {
      for order in orders {
        if mailbox.withLock({ $0.leavesOut(order) }) {
          loop.leaveOut(order.command)
        } else {
          carryOut(order.command, on: &loop)
        }
      }
      loop.trainIfDue()
      let now = ContinuousClock.now
      guard !orders.isEmpty || !loop.isPlaying || now >= nextPublishing else { continue }
      publish(loop)
      let end = ContinuousClock.now
      nextPublishing = end + Self.pause(afterCopyOf: end - now)
      restIfDone(loop)
    }
  }

  private func carryOut(_ command: TrainingCommand, on loop: inout TrainingLoop) {
    let slow = begin(command)
    Waiting.$current.withValue(waiting()) {
      loop.perform(command, watch: watch(over: command))
    }
    mailbox.withLock { $0.isSilent = false }
    slow.cancel()
  }

  /// Notes that a command begins: the learner is told when it takes so long that one asks oneself, and nothing else is said.
  private func begin(_ command: TrainingCommand) -> DispatchWorkItem {
    mailbox.withLock { ($0.isEnded, $0.isSilent) = (false, true) }
    let slow = DispatchWorkItem {
      let isNews = self.mailbox.withLock { box in
        guard box.isSilent, box.work == nil else { return false }
        box.work = .computing
        return true
      }
      if isNews { self.wake() }
    }
    // A load says itself how far its surveys are.
    if !command.isLoad {
      DispatchQueue.global(qos: .utility).asyncAfter(deadline: .now() + 0.3, execute: slow)
    }
    return slow
  }

  /// Tells the learner how far a command is, ten times a second from the moment on in which it is felt to take long.
  private func waiting() -> Waiting {
    let step = Duration.milliseconds(100)
    let due = Mutex(ContinuousClock.now + step)
    return Waiting { progress in
      let now = ContinuousClock.now
      let isDue = due.withLock { due in
        guard now >= due else { return false }
        due = now + step
        return true
      }
      guard isDue else { return }
      self.mailbox.withLock { ($0.work, $0.isSilent) = (progress, false) }
      self.wake()
    } isOver: {
      self.mailbox.withLock { $0.isEnded || $0.isStopped }
    }
  }

  private func restIfDone(_ loop: TrainingLoop) {
    if mailbox.withLock({ $0.isAtRest(whilePlaying: loop.isPlaying) }) { rest.signal() }
  }

  /// A survey reports how far it is, and ends when the learner has gone elsewhere.
  private func watch(over command: TrainingCommand) -> Survey.Watch? {
    guard case .load(_, _, let generation) = command else { return nil }
    return Survey.Watch(
      report: { news in
        let progress = SurveyProgress(
          done: news.done, count: news.count, rows: news.rows, generation: generation)
        self.mailbox.withLock { $0.survey = progress }
        self.wake()
      },
      isCancelled: {
        self.mailbox.withLock { box in
          box.isStopped || box.orders.contains(where: \.command.isLoad)
        }
      })
  }

  /// Waits for commands until `due` (for ever without one); nil when the worker is to end.
  private func nextOrders(before due: ContinuousClock.Instant?) -> [TrainingMailbox.Order]? {
    wait(until: due)
    return mailbox.withLock { box in
      defer { box.orders = [] }
      return box.isStopped ? nil : box.orders
    }
  }

  private func wait(until due: ContinuousClock.Instant?) {
    guard let due else { return bell.wait() }
    let left = (due - .now).components
    let nanoseconds = left.seconds * 1_000_000_000 + left.attoseconds / 1_000_000_000
    _ = bell.wait(timeout: .now() + .nanoseconds(Int(max(0, nanoseconds))))
  }

  private func publish(_ loop: TrainingLoop) {
    guard let snapshot = loop.snapshot else { return }
    mailbox.withLock { box in
      box.latest = snapshot
      (box.survey, box.work) = (nil, nil)
    }
    wake()
  }
}
