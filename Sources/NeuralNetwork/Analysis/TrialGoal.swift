/// What counts as success in a trial: a question about quantities, asked at each end of an epoch.
public struct TrialGoal: Sendable {
  /// Gives the number of a quantity, or nil where there is none.
  public typealias Reader = (Quantity) -> Double?

  /// The quantities that the question reads.
  public let quantities: [Quantity]
  private let question: @Sendable (Reader) -> Bool

  /// A question and all the quantities that it reads.
  public init(reading quantities: [Quantity], _ question: @escaping @Sendable (Reader) -> Bool) {
    self.quantities = quantities
    self.question = question
  }

  /// Whether it holds where the quantities have the numbers that are given.
  func holds(_ reader: Reader) -> Bool { question(reader) }

  /// Whether it holds for a run as it stands.
  public func holds(in run: Run) -> Bool { question { $0.value(in: run) } }

  /// Whether it holds for one of the networks that are trained side by side.
  func holds(in moment: LaneMoment, lane: Int) -> Bool {
    question { moment.value(of: $0.kind, lane: lane) }
  }

  /// Whether networks side by side know all that it reads.
  var isKnownInLanes: Bool { quantities.allSatisfy { LaneMoment.knows($0.kind) } }
}
