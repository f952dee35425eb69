extension LearnerProgress.Record {
  /// What two programs have done in one lesson since both read it: all answers, goals and reviews of both.
  ///
  /// Where both have changed the same thing, this one counts.
  func merged(with other: Self, since base: Self) -> Self {
    var result = self
    if page == base.page { result.page = other.page }
    result.answers = answers.merged(with: other.answers, since: base.answers)
    result.reviews = reviews.merged(with: other.reviews, since: base.reviews)
    for (page, way) in other.goalWays { result.reach(page, way) }
    result.isFinished = isFinished || other.isFinished
    return result
  }
}

extension Dictionary where Value: Equatable {
  /// The entries of both; where only the other one has changed an entry, that one.
  fileprivate func merged(with other: Self, since base: Self) -> Self {
    merging(other) { mine, _ in mine }
      .merging(other.filter { self[$0.key] == base[$0.key] }) { _, theirs in theirs }
  }
}
