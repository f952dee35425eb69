import Experiments
import Foundation
import Lessons
import NeuralNetwork
import TerminalCanvas
import Testing
import Workbench

@testable import TutorApp

/// The tutor in lines, played by somebody who has nothing but its lines.
@Suite struct PlainTutorTests {
  /// A lesson as lines: what is typed, and what was said to it.
  private final class Reader {
    private(set) var said: [String] = []
    private(set) var progress = LearnerProgress()

    /// Plays until the answers of `reply` to what was said last end, or until it has been asked too often.
    func play(_ model: Model, _ reply: @escaping (_ said: [String]) -> String?) {
      var heard: [String] = []
      var tutor = PlainTutor(
        model,
        write: { line in
          heard.append(line)
          self.said.append(line)
        },
        services: TutorServices(save: {
          self.progress = $0
          return nil
        }))
      var count = 0
      tutor.run {
        count += 1
        defer { heard = [] }
        return count > 200 ? nil : reply(heard)
      }
    }
  }

  private func model(_ id: String, page: Int = 0) throws -> Model {
    let lessons = try Samples.lessons()
    let lesson = try #require(lessons.first { $0.id == id })
    return Model(
      library: lessons, progress: LearnerProgress(),
      scene: LessonScene(lesson: lesson).moved(to: page), workspace: lesson.workspace)
  }

  /// What is said to each of some lines, after what is said unasked.
  private func answers(_ model: Model, _ lines: [String]) -> [[String]] {
    var rest = lines[...]
    var heard: [[String]] = []
    Reader().play(model) { said in
      heard.append(said)
      return rest.popFirst()
    }
    return heard
  }

  private func answers(_ id: String, page: Int = 0, _ lines: String...) throws -> [[String]] {
    answers(try model(id, page: page), lines)
  }

  /// A drawing says what every key has made of it, and of it alone.
  @Test func aDrawingIsToldAsItGrows() throws {
    let heard = answers(try Tutor.playground("digits", "draw").model, ["l", "  ", "h"])
    #expect(heard[1] == ["The cursor is at column 2, row 1."])
    #expect(heard[2].first == "row 1 .#......")
    #expect(heard[2].contains { $0.hasPrefix("The network takes it for class") })
    #expect(heard[3] == ["The cursor is at column 1, row 1."])
  }

  /// Nothing that is typed in the playground's lines opens a form that would take the next words for values.
  @Test(arguments: ["", "Enter", "/"])
  func aLineOpensNoForm(line: String) throws {
    let heard = answers(try Tutor.playground("xor").model, [line, "step 3", "undo"])
    #expect(heard[1].count == 1 && heard[1][0].hasPrefix("Lines have no forms"), "\(heard[1])")
    #expect(heard[2].last?.hasPrefix("update 3") == true)
    #expect(heard[3].first == "There is nothing to undo.")
  }

  @Test func everySettingIsToldOnRequest() throws {
    let model = try Tutor.playground("xor").model
    let told = answers(model, ["settings"])[1]
    for row in model.workspace.fileInForce.form.rows {
      #expect(told.contains { $0.hasPrefix("  \(row.key) \(row.text): ") }, "\(row.key)")
    }
    #expect(told.contains { $0.contains("learning_rate 0.5") && $0.hasSuffix("next update on") })
    #expect(told.contains { $0.contains("hidden [4]") && $0.hasSuffix("a new run begins") })
  }

  /// A word that only asks changes nothing, and tells where the run stands.
  @Test(arguments: ["status", "where"])
  func aQuestionChangesNothing(word: String) throws {
    let heard = answers(try Tutor.playground("xor").model, ["step 3", word, "step 1"])
    #expect(heard[2].contains { $0.hasPrefix("update 3, ") }, "\(heard[2])")
    #expect(heard[3].last?.hasPrefix("update 4, ") == true, "\(heard[3])")
  }

  /// What lies over the playground does not stand between a command and its run.
  @Test func aCommandIsObeyedWhereASampleIsFollowed() throws {
    let heard = answers(
      try Tutor.playground("xor").model, ["step 2", "follow", "set l1 0.1", "set hidden [5]"])
    #expect(heard[2].contains { $0.contains("layer by layer") })
    #expect(heard[3].last?.hasPrefix("update 2, ") == true, "\(heard[3])")
    #expect(heard[4].first?.hasPrefix("hidden cannot change on the way") == true, "\(heard[4])")
  }

  /// What goes wrong on the way is told with the command that led there, once.
  @Test func aCommandTellsWhatHasGoneWrong() throws {
    let heard = answers(try Tutor.playground("exploding").model, ["step 30", "step 1"])
    #expect(heard[1].contains { $0.hasPrefix("The network is dead") }, "\(heard[1])")
    #expect(heard[2].count == 1, "\(heard[2])")
  }

  /// The help of lines lists no key that lines have no use for.
  @Test func theHelpListsNoDeadKeys() throws {
    let help = answers(try Tutor.playground("xor").model, ["help"])[1]
    for key in ["/", ":", "1", "other, o"] {
      #expect(!help.contains { $0.hasPrefix("  \(key) ") }, "\(key)")
    }
  }

  /// The last line always says what can be typed; following it leads to the end, wrong answers and slips included.
  @Test(arguments: ["line-fit", "two-neurons", "softmax"])
  func aLessonIsPlayedToItsEndByItsLinesAlone(_ id: String) throws {
    let reader = Reader()
    var hasEnded = false
    var questions = 0
    reader.play(try model(id)) { said in
      guard !hasEnded, let prompt = said.last else { return nil }
      if prompt.hasPrefix("Enter opens the next lesson") { hasEnded = true }
      if let choices = prompt.firstMatch(of: /Type (.+) or . and Enter;/) {
        questions += 1
        let labels = choices.1.components(separatedBy: ", ")
        return labels[questions % labels.count]
      }
      if prompt.contains("Type a number and Enter;") {
        questions += 1
        return ["-0.5", "banana", "12", "pass"][questions % 4]
      }
      guard !hasEnded else { return nil }
      #expect(prompt.hasPrefix("Enter goes on"), "\(prompt)")
      return prompt.hasPrefix("Enter goes on") ? "" : nil
    }
    #expect(hasEnded && questions > 4)
    #expect(reader.said.contains { $0.contains("predictions right at once") })
    #expect(reader.progress.record(of: id).isFinished)
    #expect(reader.said.allSatisfy { $0.allSatisfy(\.isASCII) })
  }

  @Test func anAnswerIsOneLineAndOnlyWhatIsNewIsSaid() throws {
    let heard = try answers("line-fit", page: 3, "1", "2")
    #expect(heard[0].last == "Type 1, 2, 3 or 4 and Enter; pass tells the answer without a guess.")
    #expect(heard[1].contains { $0.hasPrefix("x Not quite.") })
    #expect(!heard[1].contains("Feel the slope") && heard[1].last == heard[0].last)
    #expect(heard[2].contains { $0.hasPrefix("ok Right, at the second try.") })
    #expect(heard[2].last == "Enter goes on, back goes back, help lists what you can type.")
  }

  /// The list of words is left by the word that its last line names.
  @Test func theListOfWordsIsLeftByAWord() throws {
    let heard = try answers("line-fit", page: 3, "w", "Esc", "1")
    #expect(heard[1].last?.hasSuffix("Esc goes back.") == true)
    #expect(heard[2].contains { $0.contains("Feel the slope") })
    #expect(heard[3].contains { $0.hasPrefix("x Not quite.") })
  }

  /// The words of a choice are an answer, too.
  @Test func aChoiceIsAnsweredByItsWords() throws {
    #expect(
      try answers("line-fit", page: 3, "Back down")[1].contains { $0.hasPrefix("ok Right.") })
  }

  @Test(arguments: ["pass", "n", "next"])
  func passingTellsTheAnswer(_ line: String) throws {
    let heard = try answers("line-fit", page: 3, line)
    #expect(
      heard[1].contains { $0.hasPrefix("- Passed. ") }
        && heard[1].contains { $0.hasPrefix("ok ") && $0.hasSuffix("back down") })
  }

  @Test(arguments: [
    ("", "This page waits for an answer. Type 1, 2, 3 or 4"),
    ("Enter", "This page waits for an answer. Type 1, 2, 3 or 4"),
    ("7", "'7' is none of the answers. Type 1, 2, 3 or 4"),
    ("0.7", "'0.7' is none of the answers. Type 1, 2, 3 or 4"),
    ("hello", "I do not know this word. Type 1, 2, 3 or 4"),
    ("Q", "The key Q means nothing here; help lists what you can type"),
    ("up", "I do not know this word. Type 1, 2, 3 or 4"),
  ])
  func whatIsNoAnswerIsSaidAndChangesNothing(_ line: String, _ sentence: String) throws {
    let heard = try answers("line-fit", page: 3, line)
    #expect(heard[1].count == 1 && heard[1][0].hasPrefix(sentence), "\(heard[1])")
  }

  /// A number may begin with a sign that is a key elsewhere.
  @Test func aNegativeNumberIsAnAnswer() throws {
    let heard = try answers("line-fit", page: 11, "-0.5")
    #expect(heard[1].contains { $0.hasPrefix("x Not quite.") })
    #expect(!heard[1].contains { $0.contains("eta") })
  }

  /// A mistyped line is no row of keys; a word may say how often, and a command may begin with a capital.
  @Test(arguments: [
    ("stpe 10", "I do not know this word.", 0), ("optimizer adam", "'optimizer' is a setting", 0),
    ("learning rate", "I do not know this word.", 0), ("update 5", "update 5, ", 5),
    ("Step 3", "update 3, ", 3), ("uu", "update 2, ", 2), ("u u", "update 2, ", 2),
    ("u 12", "update 12, ", 12),
    ("update 5000", "I do not know this word.", 0),
  ])
  func aLineIsReadAsItIsMeant(line: String, answer: String, update: Int) throws {
    let heard = answers(try Tutor.playground("xor").model, [line, "status"])
    #expect(heard[1].contains { $0.hasPrefix(answer) }, "\(heard[1])")
    #expect(heard[2].contains { $0.hasPrefix("update \(update), ") }, "\(heard[2])")
  }

  @Test(arguments: ["open moons", "moons", "two moons"]) func anExampleIsOpenedByItsName(
    line: String
  )
    throws
  {
    let heard = answers(try Tutor.gallery().model, [line])
    #expect(heard[1].contains { $0.hasPrefix("Playground: moons") }, "\(heard[1])")
  }

  /// Help is told once: the next line is not swallowed.
  @Test func helpNamesWhatCanBeTypedAndIsGone() throws {
    let heard = try answers("line-fit", page: 2, "?", "u")
    #expect(heard[1].contains { $0.hasPrefix("  Enter, next, n ") })
    #expect(heard[1].contains { $0.hasPrefix("  update, u ") })
    #expect(!heard[1].contains { $0.contains("PgDn") || $0.contains("Zoom") })
    #expect(heard[2].contains { $0.hasPrefix("update 3, loss 0.09331") })
  }

  /// Every word of the list is taken somewhere, and help offers none that is not.
  @Test func everyWordMeansSomething() {
    for word in PlainWord.all {
      #expect(KeyContext.all.contains { $0.message(for: word.key) != nil }, "\(word.word)")
      #expect(PlainWord.key(for: word.word.uppercased()) == word.key)
    }
  }

  /// Where a page points at a panel, lines say what it shows.
  @Test func panelsAreToldInLines() throws {
    let page = try answers("line-fit", page: 4)[0]
    #expect(page.contains("w is 0, gradient -2.00000, change +0.80000, next +0.80000."))
    #expect(page.contains("Sample x = -0.5: target -1, output 0."))
    #expect(
      page.contains(
        "Cost for every w: at w = 0 it is 2, with a slope of -2; from -0.5 to 4.5 the lowest is 0, near w = 2."
      ))
    let ahead = try answers("line-fit", page: 0, "u", "u")
    #expect(ahead[2].contains("Loss: from 2 to 0.2592, the lowest 0.2592."))
    #expect(
      try answers("softmax", page: 0, ".")[1].contains(
        "Network 1-3, sample 1: input 1.000; output 0.5111, 0.1789, 0.3100; target 1, 0, 0."))
  }

  /// What an update would do is no number to read while a question asks for it.
  @Test func nothingIsToldThatAnswersAnOpenQuestion() throws {
    let page = try answers("line-fit", page: 6)[0]
    #expect(page.contains("w is 0.") && !page.contains { $0.contains("gradient") })
  }

  /// A line looks a term up, in the list of words and outside of it, one after the other.
  @Test func aTermIsLookedUp() throws {
    let heard = try answers("line-fit", page: 2, "glossary softmax", "/Adam", "/momentum", "drill")
    #expect(heard[4] == ["'drill' means nothing here; help lists what you can type"])
    for (place, term) in ["softmax", "Adam", "momentum"].enumerated() {
      #expect(
        heard[place + 1].contains { $0.hasPrefix("\(term) (") || $0.hasPrefix("\(term), ") },
        "\(heard[place + 1])")
    }
  }

  /// In the list of pages a number goes to its page, and a word opens the glossary.
  @Test func aPageIsOpenedByItsNumber() throws {
    let heard = try answers("line-fit", page: 2, "pages", "5", "pages", "99", "close", "glossary")
    #expect(heard[1].last == "j and k choose, Enter goes there, and so does a page's number.")
    #expect(heard[2].contains { $0.contains("page 5 of 14") }, "\(heard[2])")
    #expect(heard[4] == ["There are 14 pages."])
    #expect(heard[6].contains { $0.hasPrefix("Words of this screen: ") }, "\(heard[6])")
  }

  /// Another loss is named, by its name.
  @Test func anotherLossIsNamed() throws {
    let heard = try answers("line-fit", page: 2, "m")
    #expect(heard[1].first == "The loss is the half mean squared error now", "\(heard[1])")
  }

  /// Where no arrows draw, none are spoken of; the signs of the panels can be asked for.
  @Test func linesSpeakOfNoArrows() throws {
    for lesson in try Samples.lessons() {
      for page in lesson.pages.indices where lesson.pages[page].question?.kind is CurveQuestion {
        let place = LessonScene(lesson: lesson).moved(to: page)
        let model = Model(
          library: [lesson], progress: LearnerProgress(), scene: place, workspace: lesson.workspace)
        #expect(!place.words(model).contains { $0.contains("arrows draw") }, "\(lesson.id)")
      }
    }
    #expect(try answers("line-fit", page: 2, "?")[1].contains { $0.hasPrefix("  L ") })
  }

  /// That nothing can be kept is said at the first attempt, and once.
  @Test func aFullDiskIsToldAtOnce() throws {
    var heard: [[String]] = [[]]
    var tutor = PlainTutor(
      try model("line-fit"), write: { heard[heard.count - 1].append($0) },
      services: TutorServices(save: { _ in "The disk is full." }))
    var lines = ["u", "next", "quit"][...]
    tutor.run {
      heard.append([])
      return lines.popFirst()
    }
    #expect(heard[0].first == "The disk is full.")
    #expect(heard.joined().filter { $0 == "The disk is full." }.count == 1)
  }

  /// A value is typed in a line of its own, and an empty one leaves the parameter alone.
  @Test func aValueIsTypedInALine() throws {
    let heard = try answers("line-fit", page: 4, "W", "", "W", "1.5")
    #expect(heard[1] == ["Type a value for w and Enter; Enter alone leaves it."])
    #expect(heard[4].contains { $0.hasPrefix("w is 1.5 now") })
  }
}
