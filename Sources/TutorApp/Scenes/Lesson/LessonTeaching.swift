import Lessons

extension Model {
  /// Shows lessons to a class from now on: as if nobody had answered anything yet.
  public mutating func beginTeaching() {
    isTeaching = true
    progress = LearnerProgress()
    if let place { self.place = LessonScene(lesson: place.lesson).moved(to: place.page) }
    notice =
      "Teaching: nothing is kept; n tells an answer, J goes to any page, + and - move both rates"
  }
}
