extension Mistake {
  /// Percent where a share is meant, or the other way round.
  static let percent = Mistake(name: "percent") { value, situation in
    if situation.isLikely(value, if: situation.expected * 100) {
      return "That is in percent: as a share it is a hundredth."
    }
    return situation.isLikely(value, if: situation.expected / 100)
      ? "That is a share: in percent it is a hundred times as much." : nil
  }
}
