import Experiments
import NeuralNetwork
import Workbench

/// What the list of lessons shows of one.
struct LessonEntry: Sendable {
  var title = ""
  var summary = ""
  var needs: [String] = []
  var minutes = 5
}

/// What stands in the head of a lesson.
struct LessonHead {
  let entry: LessonEntry
  var keep: [InlineText] = []
  var words: [String: String] = [:]
  var workspace: Workspace?
  var takesTable = false
}

extension LessonHead {
  /// How many sentences a lesson gives to keep.
  static let sentencesToKeep = 3
}

/// Reads the head of a lesson.
struct HeadParser {
  static let fields: [ValueForm.Key] = [
    .init("format", .integer(1...newestFormat), "the form of the file", isRequired: true),
    .init("title", .word, "what the list of lessons calls it", isRequired: true),
    .init("summary", .word, "one sentence for the list", isRequired: true),
    .init("keep", .list(.word), "three sentences to keep"),
    .init("needs", .list(.word), "the lessons that it builds on"),
    .init("minutes", .integer(1...600), "about how long it takes"),
    .init("experiment", .group([]), "the run that it begins with", isRequired: true),
    .init(
      "data", .choice([learnersData]),
      "whether 'learn --data' may put a table of the learner's in the place of its data"),
    .init("names", .group([]), "short names for quantities"),
    .init("panels", .list(.word), "the panels that it opens with"),
    .init("words", .group([]), "words that it explains itself"),
    .init("faulty", .flag, "whether it may plant faults in the engine"),
  ]
  static let keys = fields.map(\.name)
  /// What `data` says.
  static let learnersData = "learner"
  /// The newest format that this program reads.
  static let newestFormat = 1

  let context: LessonContext

  /// What the list shows; what is wrong with that is complained about.
  func entry(_ root: YAMLValue) -> LessonEntry? { fields(root).map { entry(of: $0) } }

  private func entry(of fields: YAMLFields) -> LessonEntry {
    var entry = LessonEntry()
    entry.title = text("title", fields, limit: 60)
    entry.summary = text("summary", fields, limit: 200)
    entry.needs = fields["needs"]?.list("a list of lessons") { id($0) } ?? []
    entry.minutes = fields["minutes"]?.integer(1...600, "minutes") ?? entry.minutes
    return entry
  }

  /// The head; what is wrong is reported.
  func head(_ root: YAMLValue) -> LessonHead? {
    guard let fields = fields(root) else { return nil }
    var head = LessonHead(entry: entry(of: fields))
    head.words = fields["words"].map(words) ?? [:]
    head.takesTable = fields["data"]?.name(among: [Self.learnersData], "origin of data") != nil
    context.isFaulty = fields["faulty"]?.flag() ?? false
    if let names = fields["names"] { context.names = self.names(names) }
    head.keep = fields["keep"].flatMap(keep) ?? []
    let panels = fields["panels"].flatMap { context.panels($0) }
    head.workspace = fields.required("experiment", in: "The head of a lesson")
      .flatMap { ExperimentFile(inLesson: $0, mayPlantFaults: context.isFaulty) }
      .flatMap { try? Workspace($0, panels: panels ?? []) }
    return head
  }

  private func fields(_ root: YAMLValue) -> YAMLFields? {
    isReadable(root) ? root.fields(of: "The head of a lesson", known: Self.keys) : nil
  }

  private func isReadable(_ root: YAMLValue) -> Bool {
    guard let value = root.member("format") else {
      root.diagnose("The head of a lesson needs 'format: \(Self.newestFormat)'.")
      return root.isGroup
    }
    guard let format = value.integer(1...Int(Int32.max), "a format number") else { return false }
    guard format <= Self.newestFormat else {
      value.diagnose(
        "The lesson is written in format \(format), but this program reads formats up to "
          + "\(Self.newestFormat): use a newer version of the program.")
      return false
    }
    return true
  }

  private func text(_ key: String, _ fields: YAMLFields, limit: Int) -> String {
    let text = fields.required(key, in: "The head of a lesson")?.text(limit: limit) ?? ""
    return SafeText.visible(text.trimmed)
  }

  /// Sentences of words alone: at the end of a lesson no run stands behind them.
  private func keep(_ value: YAMLValue) -> [InlineText]? {
    let texts = value.list("a list of sentences", atMost: LessonHead.sentencesToKeep) { sentence in
      sentence.text(limit: 160).map { _ in context.text(sentence) ?? InlineText("") }
    }
    guard let texts else { return nil }
    guard texts.allSatisfy(\.templates.isEmpty) else {
      return value.reject("A sentence to keep holds no {{numbers}} of a run.")
    }
    return texts
  }

  private func id(_ value: YAMLValue) -> String? {
    guard let text = value.text(of: "a lesson's name") else { return nil }
    guard LessonName.isID(text) else {
      return value.reject("A lesson's name has small letters, digits and '-', 32 at most.")
    }
    return text
  }

  /// Terms with what this lesson means by them.
  private func words(_ value: YAMLValue) -> [String: String] {
    var words: [String: String] = [:]
    for (key, value) in value.pairs(of: "'words'") ?? [] {
      if let text = value.text(limit: 300) { words[key.name] = SafeText.visible(text.trimmed) }
    }
    return words
  }

  private func names(_ value: YAMLValue) -> [String: Quantity] {
    var names: [String: Quantity] = [:]
    for (key, value) in value.pairs(of: "'names'") ?? [] {
      let isPlain = key.name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
      if !isPlain || key.name.first?.isLetter != true || key.name == "and" {
        context.diagnose(
          "A name has letters, digits and '_', and begins with a letter.", at: key.position)
      } else if Quantity(parsing: key.name) != nil {
        context.diagnose(
          "'\(key.name)' is a quantity already: choose another name.", at: key.position)
      } else if let text = value.text(of: "a quantity"),
        let reading = context.reading(text, at: value.position),
        case .quantity(let quantity) = reading.source
      {
        names[key.name] = quantity
      }
    }
    return names
  }
}
