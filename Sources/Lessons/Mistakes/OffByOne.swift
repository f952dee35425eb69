import NeuralNetwork

extension Mistake {
  /// A count that is one too large or too small, or the number of the update before or after.
  static let offByOne = Mistake(name: "off by one") { value, situation in
    if situation.isCount, abs(value - situation.expected) == 1 {
      return value > situation.expected
        ? "That is one too many: look where the count begins."
        : "That is one too few: look where the count begins."
    }
    let (early, late) = situation.nextDoor
    if situation.isLikely(value, if: early) { return "That is the number of one update earlier." }
    return situation.isLikely(value, if: late) ? "That is the number of one update later." : nil
  }
}

extension Situation {
  /// Whether the right number is a count of more than one.
  fileprivate var isCount: Bool {
    [.update, .epoch].contains(quantity?.kind) && tolerance < 1 && expected > 1
      && expected == expected.rounded()
  }

  /// The number one update before and one after the right one, where updates lie between question and answer.
  fileprivate var nextDoor: (early: Double?, late: Double?) {
    guard let run, let end, let quantity, end.position.update > run.position.update + 1 else {
      return (nil, nil)
    }
    var (early, late) = (end, end)
    early.seek(to: Position(update: end.position.update - 1))
    late.advance(by: .update)
    return (quantity.value(in: early), quantity.value(in: late))
  }
}
