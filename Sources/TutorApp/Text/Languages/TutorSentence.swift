import Lessons

/// What the tutor says inside of a lesson, in English; a language has its words for each.
///
/// A # stands for what comes in.
enum TutorSentence: String, CaseIterable {
  case goal = "Goal:"
  case goalShown = "Goal, as shown:"
  case goalReached = "Goal reached:"
  case goalReachedWithHint = "Goal reached with 1 hint:"
  case goalReachedWithHints = "Goal reached with # hints:"
  case hint = "Hint:"
  case hintsLeft = "h gives a hint (# left)"
  case right = "Right."
  case rightAtSecond = "Right, at the second try."
  case notQuite = "Not quite."
  case oneMoreTry = "One more try."
  case missed = "Missed."
  case wasSure = "You were sure: look twice."
  case passed = "Passed."
  case notSure = "not sure"
  case typeANumber = "type a number"
  case typeAnAnswer = "t types an answer"
  case drawACurve = "arrows draw, Enter commits"
  case youSaid = "you said #"
  case itIs = "it is #"
  case youDrew = "you drew: #"
  case theRun = "the run: #"
  case withOwnData = "With the lesson's own data:"
  case ownData =
    "The text is about the data that come with the lesson; numbers that it reads off a run are yours."
  case page = "page # of #"
}

/// A language that the tutor speaks inside of a lesson: that of its text, where it knows it.
struct TutorLanguage: Sendable {
  /// Its two letters, as the file of a translation has them.
  let code: String
  /// Its words for every sentence.
  let sentences: [TutorSentence: String]

  /// Those that have their words; everything else is English.
  static let all = [german, french]

  /// The language of a page.
  init(of page: Page?) {
    self = Self.all.first { $0.code == page?.language } ?? TutorLanguage(code: "en", sentences: [:])
  }

  init(code: String, sentences: [TutorSentence: String]) {
    (self.code, self.sentences) = (code, sentences)
  }

  /// A sentence, with what comes in.
  func callAsFunction(_ sentence: TutorSentence, _ parts: String...) -> String {
    let pieces = (sentences[sentence] ?? sentence.rawValue)
      .split(separator: "#", omittingEmptySubsequences: false)
    return pieces.enumerated().map { index, piece in
      piece + (index < parts.count && index < pieces.count - 1 ? parts[index] : "")
    }.joined()
  }
}
