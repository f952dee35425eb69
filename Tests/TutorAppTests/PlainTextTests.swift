import Lessons
import NeuralNetwork
import TerminalCanvas
import Testing

@testable import TutorApp

/// What the tutor says in lines: what is new, and what can be typed.
@Suite struct PlainTextTests {
  // MARK: - Letters

  /// Formulas are spelled for voices that skip signs; the letters of a language are what voices of it read.
  @Test func lettersWithAccentsStayAndSignsAreSpelled() {
    #expect(PlainText.plain("Größe: η → «élève»") == "Größe: eta to <élève>")
    #expect(PlainText.plain("ŷ − ŝ/(1 − βᵗ)") == "y^ - s^/(1 - beta^t)")
  }

  // MARK: - News

  /// Another place is told whole; of the same one what was not said before, and how to go on.
  @Test(arguments: [
    (["", "A", "one", "end"], ["", "B", "one", "end"], ["", "A", "one", "end"]),
    (["", "A", "one", "end"], ["", "A", "one", "end"], ["end"]),
    (["", "A", "one", "two", "end"], ["", "A", "one", "end"], ["two", "end"]),
    (["", "A", "end"], [], ["", "A", "end"]), ([], ["", "A"], []),
  ])
  func onlyNewsAreTold(now: [String], before: [String], said: [String]) {
    #expect(PlainText.news(now, since: before) == said)
  }

  /// A row that has only lost its marker is no news; the one that has got it is.
  @Test func aMarkerThatMovesIsToldOnce() {
    let before = ["", "List", "> one", "  two", "  three", "keys"]
    let now = ["", "List", "  one", "> two", "  three", "keys"]
    #expect(PlainText.news(now, since: before) == ["> two", "keys"])
  }

  /// Whatever is on the screen, a key that changes nothing is told so, and one that does says what.
  @Test func whatAKeyHasChangedIsTold() throws {
    for experiment in Samples.all {
      var tutor = try Tutor(experiment, panels: ["parameters", "loss"])
      let before = PlainText.workbench(tutor.model)
      #expect(PlainText.change(tutor.model, since: before) == ["Nothing has changed."])
      tutor.press("u")
      let change = PlainText.change(tutor.model, since: before)
      #expect(change.first?.hasPrefix("update 1, ") == true, "\(change)")
      #expect(change.allSatisfy { !before.contains($0) })
    }
  }

  /// Nothing but ASCII reaches a device that knows no more, from any place of the program.
  @Test func everyPlaceIsPlain() throws {
    let lesson = try #require(try Samples.lessons().first)
    var tutors = try Preset.all.map { try Tutor($0) } + [Tutor(lesson, page: 3)]
    for key in ["w", "?", "L", "J", "i", "V", "S", "I", "d"] as [Key] {
      tutors.append(try Tutor(lesson).pressing("u", "j", key))
      tutors.append(try Tutor.playground("xor").pressing("u", "j", key))
    }
    for tutor in tutors {
      let lines =
        PlainText.place(tutor.model) + PlainText.workbench(tutor.model)
        + PlainText.change(tutor.model, since: []) + PlainText.answer(tutor.model, since: [])
      for line in lines { #expect(line.utf8.allSatisfy { (0x20..<0x7F).contains($0) }, "\(line)") }
    }
  }

  // MARK: - Words

  /// No two words are one, and the key of each is what the word does.
  @Test func wordsAreDistinctAndFound() {
    let words = PlainWord.all.map { $0.word.lowercased() }
    #expect(Set(words).count == words.count && !words.contains(PlainWord.pass))
    for word in PlainWord.all {
      for text in [word.word, word.word.uppercased(), word.word.lowercased()] {
        #expect(PlainWord.key(for: text) == word.key)
      }
      #expect(PlainWord.key(for: " " + word.word) == nil)
    }
    #expect(PlainWord.key(for: "") == .enter && PlainWord.key(for: "nex") == nil)
  }

  // MARK: - Help

  /// Every row of the help begins with what can be typed, and that is taken where it is offered.
  @Test func whatHelpOffersIsTaken() throws {
    let lesson = try #require(try Samples.lessons().first)
    let tutors = try [
      Tutor(lesson), Tutor.playground("xor"), Tutor.gallery(), Tutor(lesson).pressing("i"),
      Tutor(lesson).pressing("J"), Tutor(lesson).pressing("w"),
      Tutor.playground("xor").pressing("V"), Tutor.playground("xor").pressing("I"),
      Tutor.playground("xor").pressing("S"),
    ]
    for tutor in tutors {
      let context = tutor.model.scene.keyContext
      let rows = PlainHelp.lines(tutor.model).filter { $0.hasPrefix("  ") && $0.count > 20 }
      #expect(rows.count > 3, "\(context)")
      for row in rows {
        let typed = row.dropFirst(2).prefix(18).split(separator: ",").map {
          String($0).trimmingBlanks
        }
        for word in typed where !word.isEmpty && !word.contains(" ") {
          let key =
            PlainWord.key(for: word) ?? (word.count == 1 ? word.first.map(Key.character) : nil)
          guard let key else { continue }
          #expect(context.message(for: key) != nil, "\(context): \(row)")
        }
      }
    }
  }

  /// Each kind of question says how it is answered, with all of its labels.
  @Test func everyQuestionSaysHowItIsAnswered() throws {
    for lesson in try Samples.lessons() {
      for question in lesson.pages.compactMap(\.question) {
        let invitation = question.kind.plainInvitation(pass: PlainWord.pass)
        #expect(invitation.hasPrefix("Type ") && invitation.contains(PlainWord.pass))
        for label in question.kind.labels {
          #expect(invitation.contains(" \(label)"), "\(lesson.id): \(invitation)")
        }
      }
    }
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

/// The examples to begin with.
@Suite struct GallerySceneTests {
  @Test func namesAndTitlesAreGivenOnce() {
    #expect(Set(Preset.all.map(\.name)).count == Preset.all.count)
    #expect(Set(Preset.all.map(\.title)).count == Preset.all.count)
    for preset in Preset.all {
      #expect(Preset.named(preset.name)?.title == preset.title)
      #expect(preset.sentence.last.map { ".?!".contains($0) } == true)
    }
    #expect(Preset.named("") == nil && Preset.named("XOR") == nil)
  }

  /// Its panels are shown, the first of them large, and each has something to show.
  @Test(arguments: Preset.all.map(\.name)) func itsPanelsAreShown(name: String) throws {
    let preset = try #require(Preset.named(name))
    let tutor = try Tutor(preset, size: Size(width: 140, height: 45)).pressing("u")
    let shown = tutor.model.layout.placements.map(\.panel.name)
    for panel in preset.panelNames { #expect(shown.contains(panel), "\(panel)") }
  }

  @Test(arguments: [(80, 24), (40, 10), (24, 6), (200, 60)])
  func everyExampleIsReached(width: Int, height: Int) throws {
    var tutor = try Tutor.gallery(size: Size(width: width, height: height))
    for (index, preset) in Preset.all.enumerated() {
      let marked = view(tutor.model).lines.filter { $0.contains("▶") }
      #expect(marked.count == 1 && marked[0].contains(preset.title.prefix(10)), "\(preset.name)")
      #expect((tutor.model.scene as? GalleryScene)?.selection == index)
      tutor.press("j")
    }
    tutor.press("j", "k")
    #expect((tutor.model.scene as? GalleryScene)?.selection == Preset.all.count - 2)
  }

  /// In lines, each example has one, and the selected one a marker.
  @Test func theGalleryInLines() throws {
    let tutor = try Tutor.gallery().pressing("j")
    let lines = tutor.model.scene.words(tutor.model)
    #expect(lines.count == Preset.all.count + 3)
    for (index, preset) in Preset.all.enumerated() {
      let mark = index == 1 ? ">" : " "
      #expect(lines[index + 2] == "\(mark) \(preset.title): \(preset.sentence)")
    }
  }

  /// A word that says what a key does in lessons is no help where it does something else.
  @Test func helpInThePlaygroundHasNoWordsOfLessons() throws {
    for command in ["pause", "point", "draw"] {
      let tutor = try Tutor.playground(command == "draw" ? "digits" : "moons", command)
      let lines = PlainHelp.lines(tutor.model)
      #expect(lines.contains { $0.hasPrefix("  quit,") })
      for word in ["hint", "drill", "turn", "turn back"] {
        #expect(!lines.contains { $0.hasPrefix("  \(word),") }, "\(word): \(command)")
      }
    }
  }
}
