import Experiments
import Lessons
import TerminalCanvas
import Workbench

/// A line that somebody has typed, where it is no answer to a question: what it means on the scene that is open.
struct PlainLine {
  let text: String
  let model: Model

  /// The command that it writes for the playground, which takes commands also where something lies over it, and for its
  /// examples, which are opened by their names alone, too.
  var command: String? {
    let isPlayground = model.scene is PlaygroundScene
    let isNear = model.scene.belongsToPlayground || model.scene is GalleryScene
    let mayBe = isPlayground || isNear && PlainWord.key(for: text) == nil && preset == nil
    return mayBe ? PlaygroundCommand.written(text) : nil
  }

  /// The example of the gallery that it names; nil elsewhere.
  var preset: Preset? {
    guard model.scene is GalleryScene else { return nil }
    let name = text.lowercased().replacing(/^:?open +/, with: "").trimmed
    return Preset.all.first { [$0.name, $0.title.lowercased()].contains(name) }
  }

  /// Whether it stands for a key that begins a form of the playground's screen, which the next lines would fill.
  var opensAForm: Bool {
    guard model.scene is PlaygroundScene, model.playground?.nudge == nil else { return false }
    let key = PlainWord.key(for: text) ?? (text.count == 1 ? text.first.map(Key.character) : nil)
    let forms: [Message] = [.playground(.typeValue), .playground(.find), .playground(.command)]
    return key.flatMap(model.keyContext.message).map(forms.contains) == true
  }

  /// What it answers where an answer was begun to be typed, in place of what stands there; nil elsewhere, and where it is a word.
  var typedAnswer: [Message]? {
    guard let typed = (model.scene as? LessonScene)?.typed, PlainWord.key(for: text) == nil,
      text.lowercased() != PlainWord.pass
    else { return nil }
    let erasing = Array(repeating: Message.lesson(.eraseTyped), count: typed.count)
    return erasing + text.map { .lesson(.type($0)) } + [.lesson(.commitTyped)]
  }

  /// The way to the page whose number it is, in the list of pages; nil elsewhere.
  var pageChosen: [Message]? {
    guard let pages = model.scene as? PagesScene, let number = Int(text),
      pages.place.lesson.pages.indices.contains(number - 1)
    else { return nil }
    return [.pages(.select(number - 1)), .pages(.choose)]
  }

  /// The word that it looks up: `/softmax` in the list of words, `glossary softmax` anywhere; nil where it is no such line.
  var term: String? {
    let words = text.split(separator: " ", maxSplits: 1).map(String.init)
    if words.count == 2, ["glossary", "words"].contains(words[0].lowercased()) { return words[1] }
    return model.scene is GlossaryScene && text.hasPrefix("/") && text.count > 1
      ? String(text.dropFirst()) : nil
  }

  /// What is said of a number or a word that is none of the answers, and of a page that is none; nil elsewhere.
  ///
  /// Single characters may be keys.
  var strayRefusal: String? {
    if let pages = model.scene as? PagesScene, Int(text) != nil {
      return "There are \(pages.place.lesson.pages.count) pages."
    }
    guard let lesson = model.scene as? LessonScene, text.count > 1 else { return nil }
    if lesson.openQuestion == nil, TypedNumber.isOne(text) {
      return "No question waits for a number here; help lists what you can type."
    }
    let isWord = PlainWord.isWordlike(text) && PlainWord.key(for: text) == nil
    return lesson.openQuestion != nil && isWord ? refusal : nil
  }

  /// What is said of it where it means nothing.
  var refusal: String {
    let word = text.split(separator: " ").first.map(String.init) ?? text
    if model.scene.belongsToPlayground, ExperimentField.named(word) != nil {
      return "'\(word)' is a setting: write set \(text)."
    }
    let question = (model.scene as? LessonScene)?.openQuestion
    let invitation = question?.kind.plainInvitation(pass: PlainWord.pass)
    return "I do not know this word. \(invitation ?? "help lists what you can type.")"
  }
}
