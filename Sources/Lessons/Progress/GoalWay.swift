/// How a goal was reached.
public enum GoalWay: Hashable, Sendable {
  /// By the learner, without help.
  case alone
  /// By the learner, with so many hints open.
  case hints(Int)
  /// After its solution was shown.
  case shown

  /// The way with so many hints open, and the solution shown or not.
  public init(hints: Int, isShown: Bool) {
    self = isShown ? .shown : hints > 0 ? .hints(hints) : .alone
  }

  /// How many hints were open; nil where that says nothing.
  public var hints: Int? { if case .hints(let count) = self { count } else { nil } }

  /// What helped, in words; empty where nothing did.
  public var help: String {
    switch self {
    case .alone: ""
    case .hints(let count): count == 1 ? "with 1 hint" : "with \(count) hints"
    case .shown: "as the solution showed"
    }
  }
}

extension GoalWay: Comparable {
  /// The less help, the smaller.
  public static func < (left: GoalWay, right: GoalWay) -> Bool { left.order < right.order }

  private var order: Int {
    switch self {
    case .alone: 0
    case .hints(let count): count
    case .shown: .max
    }
  }
}

extension LearnerProgress.Record {
  /// How each goal was reached, by page.
  public var goalWays: [Int: GoalWay] {
    Dictionary(
      uniqueKeysWithValues: goals.compactMap { page in goalWay(of: page).map { (page, $0) } })
  }

  /// How the goal of a page was reached; nil where it is open.
  func goalWay(of page: Int) -> GoalWay? {
    guard goals.contains(page) else { return nil }
    return GoalWay(hints: goalHints[page] ?? 0, isShown: shownGoals.contains(page))
  }

  /// Notes that a page's goal is reached; of several ways the one with the least help counts.
  mutating func reach(_ page: Int, _ way: GoalWay) {
    let best = min(way, goalWay(of: page) ?? way)
    goals.insert(page)
    shownGoals.remove(page)
    if best == .shown { shownGoals.insert(page) }
    goalHints[page] = best.hints
  }
}
