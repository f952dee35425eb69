extension Mistake {
  /// Percent where a share is meant, or the other way round where percent are asked for.
  static let percent = Mistake(name: "percent") { value, situation in
    if abs(situation.expected) <= 1, situation.isLikely(value, if: situation.expected * 100) {
      return "That is in percent: as a share it is a hundredth."
    }
    return situation.asksForPercent && situation.isLikely(value, if: situation.expected / 100)
      ? "That is a share: in percent it is a hundred times as much." : nil
  }
}
