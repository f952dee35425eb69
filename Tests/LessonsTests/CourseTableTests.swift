import Foundation
import Lessons
import TestProject
import Testing

/// The table of lessons/README.md: where each concept is taught.
@Suite struct CourseTableTests {
  private static let folder = TestProject.root.appending(path: "lessons")

  /// Concept, file and page of each row.
  private static func rows() throws -> [(concept: String, file: String, page: String)] {
    let text = try String(contentsOf: folder.appending(path: "README.md"), encoding: .utf8)
    return text.split(separator: "\n").filter { $0.hasPrefix("|") && $0.contains(".md)") }.map {
      line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      let file = cells[1].split(separator: "(").last?.dropLast() ?? ""
      return (cells[0], String(file), cells[2])
    }
  }

  @Test func eachPageExists() throws {
    let rows = try Self.rows()
    #expect(rows.count > 60)
    for row in rows {
      let text = try String(contentsOf: Self.folder.appending(path: row.file), encoding: .utf8)
      #expect(
        text.contains("\n## \(row.page)\n"), "\(row.concept): \(row.file) has no page \(row.page)")
    }
  }

  @Test func eachLessonTeachesSomethingOfTheTable() throws {
    let library = try LessonLibrary(folder: Self.folder.path)
    #expect(library.problems.isEmpty)
    let taught = Set(try Self.rows().map(\.file))
    for lesson in library.lessons {
      #expect(taught.contains { $0.hasSuffix("-\(lesson.id).md") }, "\(lesson.id)")
    }
  }

  /// What a course on the subject has to teach, in words of which the table has each.
  @Test(arguments: [
    "Perceptron rule", "Forward pass", "Backward pass", "Mean squared error", "(BCE)", "(CCE)",
    "Sigmoid", "tanh", "ReLU", "leaky ReLU", "Batch, mini-batch and stochastic descent",
    "Epochs and iterations", "Momentum", "AdaGrad", "RMSprop", "Adam", "L1", "L2", "Dropout",
    "Batch norm", "Residual connections", "Clipping", "Initialization", "Vanishing", "Exploding",
    "Dying", "Stopping rules", "Overfitting", "Underfitting", "Validation", "Augmentation",
    "Pruning", "Hyperparameter ranges", "Softmax", "Training loop",
    "Progress tables on real data",
  ])
  func theSubjectIsCovered(_ concept: String) throws {
    #expect(try Self.rows().contains { $0.concept.contains(concept) })
  }
}
