import Experiments
import Lessons
import NeuralNetwork
import Workbench

extension Model {
  mutating func update(_ message: GlossaryScene.Message) -> [Effect] {
    guard var glossary = scene as? GlossaryScene else { return [] }
    let selected = glossary.selected
    switch message {
    case .moveSelection(let rows): glossary.move(to: glossary.selection + rows)
    case .select(let row): glossary.list.point(at: row)
    case .beginSearch: glossary.look(for: "")
    case .type(let character) where (glossary.search ?? "").count < 40:
      glossary.look(for: (glossary.search ?? "") + String(character))
    case .type: break
    case .erase: glossary.look(for: String((glossary.search ?? "").dropLast()))
    case .endSearch: glossary.endSearch()
    }
    if glossary.selected != selected { glossary.value = value(of: glossary.selected) }
    scene = glossary
    return []
  }

  /// Lays the words over what is open, which goes on where it stands.
  mutating func openGlossary() -> [Effect] {
    overlay = nil
    guard !(scene is GlossaryScene) else {
      return close()
    }
    let present = presentTerms
    let others = Glossary.all.filter { !present.contains($0) }
    var glossary = GlossaryScene(
      present + others, presentCount: present.count, beneath: scene.title)
    glossary.value = value(of: glossary.selected)
    path.append(glossary)
    return [.send(.pause)]
  }

  /// Ends the search, and keeps the list open; false where nothing is searched.
  mutating func closeSearch() -> Bool {
    guard var glossary = scene as? GlossaryScene, glossary.search != nil else { return false }
    glossary.endSearch()
    glossary.value = value(of: glossary.selected)
    scene = glossary
    return true
  }

  /// What a term is now; while a question is open it waits, as it could answer it.
  private func value(of term: GlossaryTerm?) -> String? {
    guard let term, path.contains(where: \.hasWorkbench), let value = term.value(run) else {
      return nil
    }
    return isGuessing ? "known once you have committed a guess" : value
  }
}

extension GlossaryScene {
  mutating func move(to row: Int) { selection = min(max(0, row), max(0, found.count - 1)) }

  mutating func look(for text: String) {
    search = text
    selection = 0
  }

  /// The whole list again, at what was selected.
  mutating func endSearch() {
    let selected = selected
    search = nil
    selection = selected.flatMap { terms.firstIndex(of: $0) } ?? 0
  }
}

extension Model {
  /// The terms of what is on the screen: of the page's text, of its panels, and of the run's recipe.
  var presentTerms: [GlossaryTerm] {
    guard path.contains(where: \.hasWorkbench) else { return [] }
    let panelTerms = scene.hasWorkbench ? layout.placements.map(\.panel.term) : panels.map(\.term)
    return (textTerms + panelTerms.compactMap(Glossary.term) + run.terms).uniqued
  }

  private var textTerms: [GlossaryTerm] {
    guard let place else { return [] }
    return place.lesson.ownTerms + place.current.terms
  }
}
