import Experiments
import Workbench

/// What the worker and the user interface exchange.
struct TrainingMailbox {
  /// A command and its number, from 1.
  struct Order {
    let number: Int
    let command: TrainingCommand
  }

  /// What is to be carried out.
  var orders: [Order] = []
  /// How many commands were sent, and up to which of them those that can be are left out.
  private var sent = 0, leftOut = 0
  var latest: Snapshot?
  /// How far the survey of a load is.
  var survey: SurveyProgress?
  /// How far a command is that takes its time.
  var work: WorkProgress?
  /// Whether a command is being carried out that has said nothing.
  var isSilent = false
  /// What studies have found out.
  var findings: [Study.Finding] = []
  /// Whether the command under way is to end.
  var isEnded = false
  var isStopped = false
  /// Whether something is left to do: a command, or a run that plays.
  private(set) var isBusy = false
  /// Whether somebody waits until nothing is.
  var isAwaited = false

  /// Takes a command in.
  mutating func add(_ command: TrainingCommand) {
    sent += 1
    orders.append(Order(number: sent, command: command))
    isBusy = true
  }

  /// Ends the command under way, and those that wait for it.
  mutating func endWork() { (isEnded, leftOut) = (true, sent) }

  /// Whether an order waited for work that was ended.
  func leavesOut(_ order: Order) -> Bool {
    order.number <= leftOut && order.command.canBeLeftOut
  }

  /// Notes what is left to do; true where somebody waits for that to be nothing, and it is.
  mutating func isAtRest(whilePlaying isPlaying: Bool) -> Bool {
    isBusy = !orders.isEmpty || isPlaying
    defer { isAwaited = isAwaited && isBusy }
    return isAwaited && !isBusy
  }
}
