import Workbench

extension Mistake {
  /// The number as it is now, where that after an update is asked for.
  static let unmoved = Mistake(name: "unmoved") { value, situation in
    let old = situation.reading?.value(on: situation.before)
    return situation.isLikely(value, if: old)
      ? "That is the number before the step: now let it move." : nil
  }
}
