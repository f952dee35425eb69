import Lessons
import NeuralNetwork
import TerminalCanvas
import Testing

@testable import TutorApp

/// What stands below the graph of a small network where it has more room than it can use.
@Suite struct NetworkNotesTests {
  private static let width = 120

  private func graphHeight(_ tutor: Tutor) -> Int {
    let picture = NetworkPicture(tutor.model, glyphs: .braille)
    let rect = Rect(size: Size(width: Self.width, height: 40))
    return NetworkGraph(picture, tutor.model, in: rect).mostHeight
  }

  /// Sums take no room of a picture: they come when it is as large as it gets.
  @Test(arguments: [[3, 1, 1], [3, 2, 1], [2, 2, 1], [4, 4, 2]]) func sumsComeLast(shape: [Int])
    throws
  {
    let tutor = try Tutor(Samples.classifier(shape: shape)).pressing("u")
    let units = shape.dropFirst().reduce(0, +)
    let first = graphHeight(tutor) + units + 2
    func hasSums(_ height: Int) -> Bool {
      tutor.lines(.network, Self.width, height).contains { $0.contains("each unit") }
    }
    #expect(!hasSums(first - 1) && hasSums(first))
    let sums = tutor.lines(.network, Self.width, first).suffix(units)
    #expect(sums.allSatisfy { $0.contains(/\d·/) }, "every unit has its sum")
  }

  /// Each sum comes to the z beside it.
  @Test func sumsComeToTheirZ() throws {
    let tutor = try Tutor(Samples.classifier(shape: [3, 2, 1])).pressing("u")
    let lines = tutor.lines(.network, Self.width, 60).filter { $0.contains(/\d·/) }
    #expect(lines.count == 3)
    for line in lines {
      let parts = line.split(separator: "  ").map { $0.replacing(" - ", with: " + -") }
      let sum = try #require(parts.first { $0.contains("·") })
      let value = sum.split(separator: " + ").reduce(0) { total, term in
        total
          + term.split(separator: "·").reduce(1) { $0 * (Double($1.filter { $0 != " " }) ?? .nan) }
      }
      let z = try #require(
        parts.firstIndex(of: sum).flatMap { Double(parts[$0 + 1].filter { $0 != " " }) })
      #expect(abs(value - z) < 2e-3, "\(line)")
    }
  }

  /// A step of one sample says nothing of the others; where these are few, each has a row all the same.
  @Test func theOtherSamplesHaveRows() throws {
    var experiment = Samples.classifier(shape: [3, 2, 1])
    experiment.batches = .size(1)
    let tutor = try Tutor(experiment).pressing("u")
    let data = tutor.model.run.dataset
    try #require((2...8).contains(data.count))
    let outputs = try #require(tutor.model.run.network.activations(for: data.inputs).last)
    let lines = tutor.lines(.network, Self.width, 60)
    let start = try #require(lines.firstIndex { $0.contains("─ each sample ─") })
    for row in 0..<data.count {
      let words = lines[start + 2 + row].split(separator: " ")
      #expect(words.first == "\(row + 1)")
      #expect(words.contains { $0 == outputs[row, 0].fitted(width: 8, decimals: 4) })
    }
  }

  /// While a question is open they wait in their place, and the graph stays where it is.
  @Test func sumsWaitInPlace() throws {
    let lesson = try #require(try Samples.lessons().first { $0.id == "two-by-two" })
    let page = try #require(lesson.pages.firstIndex { $0.question != nil })
    let asking = try Tutor(lesson, page: page)
    try #require(asking.model.isGuessing)
    let height = graphHeight(asking) + 12
    let lines = asking.lines(.network, Self.width, height)
    let title = try #require(lines.firstIndex { $0.contains("─ each unit") })
    #expect(lines[title...].contains { $0.contains("after your guess") })
    #expect(!lines[title...].contains { $0.contains("·") })
    let passed = asking.pressing(">")
    guard !passed.model.isGuessing else { return }
    #expect(passed.lines(.network, Self.width, height)[title].contains("─ each unit"))
  }
}
