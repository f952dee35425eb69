import Experiments
import Foundation
import NeuralNetwork
import TestProject
import Testing
import Workbench

@testable import Lessons

@Suite struct GlossaryTests {
  private static let library = Result {
    try LessonLibrary(folder: TestProject.root.appending(path: "lessons").path)
  }

  // MARK: Records

  @Test(arguments: Glossary.all) func anEntryIsComplete(term: GlossaryTerm) {
    #expect(term.meaning.hasSuffix("."), "\(term)")
    let sentences = term.meaning.split(separator: ". ").count
    #expect(term.kind == .key || (1...3).contains(sentences), "\(term) has \(sentences) sentences")
    #expect(Glossary.all.count { $0 == term } == 1, "\(term) is listed twice")
    for name in term.related {
      #expect(Glossary.term(name) != nil, "\(term) points at \(name), which has no entry")
    }
    for name in term.names {
      #expect(Glossary.terms(named: name).contains(term), "\(term) is not found as \(name)")
    }
  }

  /// The places that explain a term are pages of the course.
  @Test(arguments: Glossary.all) func aTermIsTaughtWhereItSays(term: GlossaryTerm) throws {
    let lessons = try Self.library.get().lessons
    for place in term.taught {
      let lesson = try #require(lessons.first { $0.id == place.lesson }, "\(term): \(place)")
      #expect(lesson.pages.contains { $0.title == place.page }, "\(term): \(place)")
    }
  }

  /// The page that teaches a word has it.
  @Test(arguments: Glossary.concepts) func thePageThatTeachesAWordHasIt(term: GlossaryTerm) throws {
    guard let place = term.taught.first, !term.uses.isEmpty else { return }
    let lesson = try Self.library.get().lesson(named: place.lesson)
    let pages = lesson.pages.filter { $0.title == place.page }
    #expect(
      pages.contains { $0.terms.contains(term) }, "\(term): \(place) does not say \(term.uses)")
  }

  // MARK: Lists

  /// Whatever the program has a list of has its entry.
  @Test func everythingListedHasAnEntry() {
    func expect(_ names: [String], _ kind: GlossaryTerm.Kind) {
      for name in names {
        #expect(Glossary.terms(named: name).contains { $0.kind == kind }, "\(kind) \(name)")
      }
    }
    expect(Activation.all.map(\.name), .activation)
    expect(Loss.all.map(\.name), .loss)
    expect(Optimizer.Rule.all.map(\.name), .optimizer)
    expect(Schedule.all.map(\.name), .schedule)
    expect(Initializer.all.map(\.name), .initializer)
    expect(NamedDataset.all.map(\.name), .dataset)
    expect(ExperimentField.all.map(\.name), .key)
    expect(ProblemKind.all.map(\.name), .concept)
  }

  /// Every key that stands inside another, at whatever depth, has its entry, too.
  @Test func everyInnerKeyHasAnEntry() {
    func expect(_ form: ValueForm, in path: String) {
      switch form {
      case .group(let keys): keys.forEach { expect($0, in: path) }
      case .named(let variants): variants.flatMap(\.keys).forEach { expect($0, in: path) }
      case .either(let forms): forms.forEach { expect($0, in: path) }
      case .list(let item): expect(item, in: path)
      default: break
      }
    }
    func expect(_ key: ValueForm.Key, in path: String) {
      let terms = Glossary.terms(named: key.name).filter { $0.kind == .key }
      #expect(!terms.isEmpty, "\(path).\(key.name)")
      expect(key.form, in: "\(path).\(key.name)")
    }
    for field in ExperimentField.all { expect(field.form, in: field.name) }
    let decay = Glossary.term("momentum_decay")?.meaning
    #expect(decay?.hasPrefix("Inside 'optimizer' with nadam: ") == true)
  }

  /// Every number that a lesson can name has its entry, under a name that is read.
  @Test func everyQuantityHasAnEntry() {
    let names =
      Quantity.Figure.all.map(\.name) + LayerFigure.allCases.map(\.rawValue)
      + SurveyFigure.Kind.allCases.map(\.rawValue)
    for name in names {
      #expect(Glossary.terms(named: name).contains { $0.kind == .quantity }, "\(name)")
    }
    for term in GlossaryTerm.quantities {
      let name = term.aliases.first ?? term.name
      #expect(
        Quantity(parsing: name) != nil || SurveyFigure(parsing: name) != nil, "\(name) is none")
    }
  }

  /// What screens show beside letters and digits can be looked up.
  @Test(arguments: [
    "◇", "◆", "–", "✓", "✗", "↻", "⣿", "ε", "≈", "√", "∞", "′", "½", "ŷ", "↑", "↓", "†", "←", "Σ",
    "µm", "th", "⌐", "δ", "T", "1-32-32-1", "orange", "blue", "green", "red", "gray",
  ])
  func aSignIsFound(sign: String) { #expect(Glossary.term(sign) != nil) }

  @Test func aTickSaysWhatItMeansInLessons() {
    #expect(Glossary.term("✓")?.meaning.contains("answered right") == true)
  }

  // MARK: Values

  /// A quantity of a run reads as the run has it.
  @Test func valuesAreTheRuns() throws {
    var run = try LessonParser.parse(SourceText(name: "01-line.md", text: Samples.lesson))
      .workspace.focusedRun
    run.advance(by: .update, count: 3)
    for (term, name) in [
      ("loss", "loss"), ("learning rate", "learning_rate"), ("gradient norm", "grad_norm"),
      ("pre-activation", "layer1.z[1]"), ("error signal", "layer1.delta[1]"), ("edge", "edge"),
      ("update", "update"), ("input", "input[1]"), ("target", "target[1]"),
    ] {
      let number = try #require(Quantity(parsing: name)?.value(in: run), "\(name)")
      #expect(Glossary.term(term)?.value(run) == NumberFormat.automatic.text(number), "\(term)")
    }
  }

  // MARK: Search

  @Test(arguments: [
    ("gradient", "gradient"), ("η", "learning rate"), ("LEARNING-RATE", "learning rate"),
    ("lr", "learning rate"), ("δ", "error signal"), ("bce", "binary cross-entropy"),
    ("batch_size", "batch_size:"), ("SGD", "stochastic gradient descent"), ("‖∇‖", "gradient norm"),
    ("┼", "line of time"), ("Adam", "Adam"), ("he", "He"),
  ])
  func aWordIsFound(_ text: String, _ name: String) {
    #expect(Glossary.terms(named: text).first?.name == name)
  }

  @Test func aMisspelledWordHasNeighbors() {
    #expect(Glossary.terms(named: "gradeint").isEmpty)
    #expect(Glossary.near("gradeint").contains("gradient"))
    #expect(Glossary.near("entropy").contains("binary cross-entropy"))
    #expect(Glossary.near("") == [])
    #expect(Glossary.near(String(repeating: "x", count: 10_000)) == [])
  }

  @Test(arguments: [
    ("Batch norm takes batches.", ["batch norm", "batch"]),
    ("He said: He's rule, not he.", ["He", "He"]),
    ("ReLU units and Relu", ["ReLU", "unit"]), ("cross-entropy", []),
    ("Binary cross-entropies", ["binary cross-entropy"]), ("", []),
    (
      "mini-batches of SGD, dead units", ["mini-batch", "stochastic gradient descent", "dead unit"]
    ),
  ])
  func termsAreFoundInText(_ text: String, _ names: [String]) {
    #expect(TermFinder.shared.terms(in: text).map(\.term.name) == names)
  }

  // MARK: The check

  /// What the check says of a lesson with a text in place of one of its words.
  private func problems(_ text: String, head: String = "", foundation: Set<String> = []) throws
    -> [String]
  {
    let source = SourceText(
      name: "01-line.md",
      text: Samples.lesson.replacing("format: 1", with: "format: 1" + head)
        .replacing("- one step", with: "- \(text)"))
    let lesson = try LessonParser.parse(source)
    return TermCheck(lesson: lesson, source: source, foundation: foundation.union(["line-fit"]))
      .problems.map(\.message)
  }

  @Test func aWordNeedsItsExplanation() throws {
    #expect(try problems("one step") == [])
    let problem = try #require(try problems("dropout and again dropout").first)
    #expect(try problems("dropout and again dropout").count == 1)
    #expect(problem.contains("'dropout' is used before it is explained: lesson 'regularize'"))
    #expect(try problems("dropout", foundation: ["regularize"]) == [])
    #expect(try problems("dropout", head: "\nwords: {dropout: Leaves units out.}") == [])
    #expect(try problems("`dropout` in code") == [])
    #expect(try problems("*dropout*, which leaves some out") == [])
  }

  @Test func whatALaterPageExplainsIsTooLateHere() throws {
    let source = SourceText(
      name: "19-overfitting.md",
      text: Samples.lesson.replacing("## Guess", with: "## The gap")
        .replacing("- one step", with: "- overfitting"))
    let lesson = try LessonParser.parse(source)
    let check = TermCheck(lesson: lesson, source: source, foundation: ["line-fit"])
    #expect(check.problems.map(\.position?.line) == [34])
    #expect(
      check.problems.first?.message.contains("the page 'The gap' explains it only later") == true)
  }

  /// No lesson of the course uses a word before it is explained.
  @Test func theCourseExplainsItsWordsFirst() throws {
    let folder = TestProject.root.appending(path: "lessons").path
    let needs = LessonNeeds(folder: folder)
    // A translation has the words of its own language, which the glossary does not know.
    let originals = try Folder.files(in: folder).filter { $0.count { $0 == "." } == 1 }
    for file in originals where LessonName(file: file) != nil {
      let source = try SourceText(path: "\(folder)/\(file)")
      let lesson = try LessonParser.parse(source)
      let foundation = needs.foundation(of: lesson.needs)
      #expect(foundation.isSuperset(of: lesson.needs))
      let check = TermCheck(lesson: lesson, source: source, foundation: foundation)
      #expect(check.problems.map(\.description) == [])
    }
  }
}
