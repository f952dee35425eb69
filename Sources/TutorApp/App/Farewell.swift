import Experiments
import Lessons
import NeuralNetwork
import Workbench

extension Model {
  /// What stays in the terminal when the program has been left: where that was, what came of it, and the way back.
  public var farewell: [String] {
    if let place { return farewell(place) }
    guard let playground else { return [] }
    return [
      "\(SafeText.visible(playground.title)): \(runInWords)", "'downhill play' goes on here.",
    ]
  }

  private func farewell(_ place: LessonScene) -> [String] {
    let lesson = place.lesson
    let answers = progress.record(of: lesson.id).answers.values
    let score = LearnerProgress.Score(of: answers)?.sentence
    let page = "\(lesson.title): page \(place.page + 1) of \(lesson.pageCount)"
    return [
      [page, score].compactMap(\.self).joined(separator: ", "), "The run: \(runInWords)",
      isTeaching ? "Nothing was kept." : "'downhill' goes on here.",
    ]
  }

  /// How far the run in focus has come, and its loss over all samples.
  private var runInWords: String {
    let place = run.position.update.counted("update")
    guard run.divergence == nil else { return "\(place), then it diverged" }
    let right = run.accuracy.map { ", \(percent($0)) right" } ?? ""
    return "\(place), loss \(number(run.objective))\(right)"
  }
}
