import Experiments
import Lessons
import Workbench

@testable import TutorApp

extension Samples {
  /// The only page of a lesson whose run has w = 0, with a text on it.
  static func page(_ text: String) throws -> (page: Page, workspace: Workspace) {
    let lesson = try LessonParser.parse(
      SourceText(
        name: "01-text.md",
        text: """
          ---
          format: 1
          title: Text
          summary: A text.
          minutes: 1
          experiment:
            inputs: [[1]]
            targets: [[2]]
            layers: [{units: 1, activation: linear, weights: [[0]], biases: [0.5]}]
            loss: mse
            optimizer: {name: sgd, lr: 0.1}
          names: {w: "layer1.w[1,1]"}
          ---

          ## Page

          \(text)

          """))
    return (lesson.pages[0], lesson.workspace)
  }
}
