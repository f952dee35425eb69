/// How fast a playing run goes.
public enum Pace: Int, CaseIterable, Hashable, Comparable, Sendable {
  case phases, slow, walking, running, racing, epochs, flatOut

  /// What the status line says.
  public var label: String {
    switch self {
    case .phases: "2 phases/s"
    case .slow: "2 updates/s"
    case .walking: "10 updates/s"
    case .running: "60 updates/s"
    case .racing: "1000 updates/s"
    case .epochs: "4 epochs/s"
    case .flatOut: "flat out"
    }
  }

  /// Updates a second (phases for `.phases`, epochs for `.epochs`); nil trains as fast as the machine can.
  var rate: Int? {
    switch self {
    case .phases, .slow: 2
    case .epochs: 4
    case .walking: 10
    case .running: 60
    case .racing: 1000
    case .flatOut: nil
    }
  }

  /// The time between two pages of the worker at this pace; several updates share one page when they come fast.
  var interval: Duration {
    guard let rate else { return .zero }
    return .nanoseconds(1_000_000_000 / min(rate, 30))
  }

  /// Updates done in one page.
  var updatesPerTick: Int { max(1, (rate ?? 0) / 30) }

  /// The next pace up or down; epochs of few updates would pass more slowly than a thousand updates, and are left out.
  func next(_ step: Int, updatesPerEpoch: Int) -> Pace {
    guard let next = Pace(rawValue: rawValue + step) else { return self }
    let isLeftOut = next == .epochs && 4 * updatesPerEpoch < 1000
    return isLeftOut ? next.next(step, updatesPerEpoch: updatesPerEpoch) : next
  }

  /// Slower.
  public static func < (left: Pace, right: Pace) -> Bool { left.rawValue < right.rawValue }
}

extension Pace {
  /// What commands and files call it.
  public var name: String {
    switch self {
    case .phases: "phases"
    case .slow: "2"
    case .walking: "10"
    case .running: "60"
    case .racing: "1000"
    case .epochs: "epochs"
    case .flatOut: "flat-out"
    }
  }

  /// The names, the slowest first.
  public static let names = allCases.map(\.name)

  /// The pace of a name.
  public static func named(_ name: String) -> Pace? { allCases.first { $0.name == name } }
}
