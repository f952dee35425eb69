extension LearnerProgress.Record {
  /// What two programs have done in one lesson since both read it: all answers and goals of both.
  ///
  /// Where both have changed the same thing, this one counts.
  func merged(with other: Self, since base: Self) -> Self {
    var result = self
    if page == base.page { result.page = other.page }
    result.answers.merge(other.answers) { mine, _ in mine }
    for (page, theirs) in other.answers where answers[page] == base.answers[page] {
      result.answers[page] = theirs
    }
    result.goals.formUnion(other.goals)
    let byHand = goals.subtracting(shownGoals).union(other.goals.subtracting(other.shownGoals))
    result.shownGoals = shownGoals.union(other.shownGoals).subtracting(byHand)
    result.isFinished = isFinished || other.isFinished
    return result
  }
}
