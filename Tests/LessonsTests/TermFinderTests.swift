import Testing

@testable import Lessons

/// Words of the glossary in running text.
@Suite struct TermFinderTests {
  private func found(_ text: String) -> [String] {
    TermFinder.shared.terms(in: text).map(\.term.name)
  }

  @Test(arguments: [
    ("The weight grows.", ["weight"]), ("Weights, and biases!", ["weight", "bias"]),
    ("its learning rates", ["learning rate"]), ("two batches", ["batch"]), ("nothing here", []),
    ("counterweight", []), ("", []),
  ])
  func wordsAreFoundInOneAndInMany(text: String, names: [String]) {
    #expect(found(text) == names)
  }

  /// The longest name that begins at a word is taken, and its words are not looked at again.
  @Test func theLongestNameWins() throws {
    let finding = try #require(TermFinder.shared.terms(in: "the mean squared error falls").first)
    #expect(finding.term.name == "mean squared error" && finding.words == "mean squared error")
    #expect(
      TermFinder.shared.terms(in: "Mean\nSquared errors").first?.words == "Mean\nSquared errors")
  }

  /// Every use of a term finds a term of that name.
  @Test func everyUseIsFound() {
    for term in Glossary.all {
      for use in term.uses {
        let names = TermFinder.shared.terms(in: "so \(use) it is").map(\.term)
        #expect(!names.isEmpty, "\(term.name): \(use)")
        #expect(names.contains { $0.uses.contains(use) }, "\(term.name): \(use)")
      }
    }
  }
}
