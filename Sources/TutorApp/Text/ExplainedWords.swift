import Lessons
import NeuralNetwork
import TerminalCanvas
import Workbench

/// What a lesson has explained by its page; outside of lessons all may be said and shown.
extension Model {
  /// Whether the page of the lesson, or one before it, has explained the words.
  func explains(_ words: String) -> Bool {
    guard let place, let page = explainingPage else { return true }
    return explained.answer(to: ExplainedWords(words: words, page: page)) {
      place.lesson.explains(words, by: place.page, among: library)
    }
  }

  /// The page at hand, with what decides what it has explained; nil where there is none.
  private var explainingPage: ExplainingPage? {
    place.map {
      ExplainingPage(
        lesson: $0.lesson.id, version: $0.lesson.version, page: $0.page, library: library.map(\.id))
    }
  }

  /// Whether a page has said that first weights can be drawn in several ways.
  var explainsInitializers: Bool {
    guard let place, let term = Glossary.term("initialization") else { return true }
    return place.lesson.isExplained(by: place.page, among: library)(term)
  }

  /// The panels whose subject no page has explained yet.
  ///
  /// How a plane shows amounts, by the side of a middle that they are on, no lesson explains. A teacher explains all.
  var unexplainedPanels: Set<Panel> {
    guard let place, let page = explainingPage, !isTeaching else { return [] }
    let panels = unexplained.answer(to: page) {
      let isExplained = place.lesson.isExplained(by: place.page, among: library)
      return Set(Panel.all.filter { panel in panel.subjectTerm.map(isExplained) == false })
    }
    let showsSides = run.network.inputCount == 2 && run.dataset.classCount == nil
    return showsSides ? panels.union([.data]) : panels
  }
}

/// What it depends on which panels a lesson has explained.
struct ExplainingPage: Hashable {
  let lesson: String
  let version: String
  let page: Int
  let library: [String]
}

/// Words, and where they are said.
struct ExplainedWords: Hashable {
  let words: String
  let page: ExplainingPage
}

extension Panel {
  /// The entry of the glossary that explains what it shows.
  fileprivate var subjectTerm: GlossaryTerm? { Self.subjectTerms[self] }

  private static let subjectTerms = Dictionary(
    uniqueKeysWithValues: all.compactMap { panel in Glossary.term(panel.term).map { (panel, $0) } })
}
