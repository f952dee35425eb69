import Lessons
import NeuralNetwork
import TerminalCanvas
import Testing
import Workbench

@testable import TutorApp

/// What panels say in sentences, where nobody sees their pictures.
@Suite struct PanelWordsTests {
  private func lesson(_ id: String, page: Int) throws -> Tutor {
    try Tutor(#require(try Samples.lessons().first { $0.id == id }), page: page)
  }

  /// Each has something to say in some state, and says it in sentences.
  @Test(arguments: Panel.all.map(\.name)) func everyPanelSpeaks(name: String) throws {
    let panel = try #require(Panel.named(name))
    let tutors = try PanelState.allCases.map { try $0.tutor() }
    let surveyed = try lesson("xor", page: 8)
    let words = (tutors + [surveyed]).flatMap { panel.words($0.model) }
    #expect(!words.isEmpty)
    for line in words { #expect(!line.contains("\n") && line.count < 400, "\(line)") }
  }

  /// On the way back through a step the bars come one by one.
  @Test func barsAreToldAsTheyCome() throws {
    var tutor = try lesson("vanishing", page: 2)
    func told() -> [String] { Panel.gradients.words(tutor.model) }
    #expect(told().count == 2)
    tutor.press(".")
    #expect(
      told().last
        == "Gradient of layer 6: norm 8.6e-3, 3.1 cm if layer 8 is a meter, layer 7's divided by 5.6."
    )
    for _ in 0..<4 { tutor.press(".") }
    #expect(told().count == 7 && told().last?.hasSuffix("layer 3's divided by 6.6.") == true)
    tutor.press(".")
    #expect(told().count == 1 && told()[0].contains("if layer 8 is a meter): 5.73e-6 (21 µm), "))
  }

  /// Every run of a survey is in one of its bins.
  @Test func binsAreCounted() throws {
    let told = Panel.survey.words(try lesson("xor", page: 8).model)
    let bins = try #require(told.first { $0.hasPrefix("How many runs end at which loss: ") })
    #expect(bins.contains("from 0: 119, "), "\(bins)")
    let counts = bins.matches(of: /from [0-9.]+: ([0-9]+)/).compactMap { Int($0.output.1) }
    #expect(counts.reduce(0, +) == 500, "\(bins)")
  }

  /// Of many parameters the optimizer's panel speaks of the selected one.
  @Test func momentsOfManyAreThoseOfOne() throws {
    var tutor = try Tutor(Samples.xor, panels: ["moments"])
    tutor.press("u", "j", "j")
    #expect(tutor.model.run.network.parameterCount > 6)
    #expect(Panel.moments.words(tutor.model).count == 1)
  }

  /// Which class is taken for which is said, the most frequent first.
  @Test func confusionsAreNamed() throws {
    let model = try PanelState.manyClasses.tutor().model
    let told = Panel.confusion.words(model)
    let guesses = try #require(model.summary.guesses)
    #expect(!guesses.mistakes.isEmpty)
    #expect(told.last?.hasPrefix("Taken for another most often: class ") == true, "\(told)")
  }
}
