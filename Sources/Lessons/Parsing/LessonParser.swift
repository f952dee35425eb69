import Experiments

/// Makes a lesson of a file's text.
public enum LessonParser {
  /// The most characters that a lesson may have.
  public static let sizeLimit = 200_000

  /// Reads a lesson.
  ///
  /// `panels` are the names of panels that it may use; without them any name will do.
  /// - Throws: everything that is wrong with the file.
  public static func parse(
    _ source: SourceText, panels: [String]? = nil
  ) throws(Diagnostics) -> Lesson {
    let context = LessonContext(source, panels: panels)
    let lesson = parse(source, context)
    if let lesson, context.diagnostics.isEmpty { return lesson }
    throw Diagnostics(context.diagnostics)
  }

  /// The lesson of what the list shows; the rest of its head, and its pages, are read when they are first asked for.
  /// - Throws: everything that is wrong with the lesson, where the list has nothing to show.
  static func outline(
    _ source: SourceText, panels: [String]? = nil
  ) throws(Diagnostics) -> Lesson {
    let context = LessonContext(source, panels: panels)
    guard let (name, parts) = parts(of: source, context),
      let entry = reading(parts, context, HeadParser.entry), context.diagnostics.isEmpty
    else { return try parse(source, panels: panels) }
    let start = OnDemand { self.start(of: source, panels) ?? .blank }
    let body = LessonBody {
      Result { () throws(Diagnostics) in try parse(source, panels: panels).pages }
    }
    return Lesson(name, entry, start: start, body: body)
  }

  /// What a lesson begins with, its pages being counted only; nil where something is wrong with its head.
  private static func start(of source: SourceText, _ panels: [String]?) -> LessonStart? {
    let context = LessonContext(source, panels: panels)
    guard let opened = open(source, context), context.diagnostics.isEmpty else { return nil }
    return start(opened, PageParser.count(in: opened.document), context)
  }

  /// A file whose head is read.
  private struct Opened {
    let name: LessonName
    let head: LessonHead
    let document: MarkdownDocument
  }

  private static func parse(_ source: SourceText, _ context: LessonContext) -> Lesson? {
    guard let opened = open(source, context) else { return nil }
    LabelFinder(context: context).find(in: opened.document)
    let pages = PageParser(context: context).pages(of: opened.document)
    if pages.isEmpty {
      return reject(
        "The lesson has no '## ' heading, so no pages.", at: SourcePosition(line: 1), context)
    }
    guard let start = start(opened, pages.count, context) else { return nil }
    return Lesson(
      opened.name, opened.head.entry, start: OnDemand { start },
      body: LessonBody { .success(pages) })
  }

  private static func open(_ source: SourceText, _ context: LessonContext) -> Opened? {
    guard let (name, parts) = parts(of: source, context) else { return nil }
    if let line = OpenFence.line(in: parts.body) {
      return reject(
        "The block that begins here is not closed: a line of ``` is missing.",
        at: SourcePosition(line: line), context)
    }
    guard let head = reading(parts, context, HeadParser.head),
      let document = MarkdownDocument(parts.body)
    else { return nil }
    return Opened(name: name, head: head, document: document)
  }

  /// The lesson's name and the two parts of its file.
  private static func parts(
    of source: SourceText, _ context: LessonContext
  ) -> (LessonName, LessonParts)? {
    let start = SourcePosition(line: 1)
    let file = source.name.split(separator: "/").last.map(String.init) ?? ""
    guard source.text.utf8.count <= sizeLimit else {
      return reject(
        "The lesson is longer than \(sizeLimit) bytes: make two of it.", at: start, context)
    }
    guard let name = LessonName(file: file) else {
      return reject(
        "A lesson's file is called NN-name.md: a number, '-', small letters, digits and '-'.",
        at: start, context)
    }
    guard let parts = LessonParts(source) else {
      return reject("A lesson begins with a head between two lines of '---'.", at: start, context)
    }
    return (name, parts)
  }

  /// What is read of the head.
  private static func reading<Value>(
    _ parts: LessonParts, _ context: LessonContext,
    _ read: (HeadParser) -> (YAMLValue) -> Value?
  ) -> Value? {
    context.reading(parts.head, lineOffset: 1, read(HeadParser(context: context)))
  }

  private static func start(
    _ opened: Opened, _ pageCount: Int, _ context: LessonContext
  ) -> LessonStart? {
    let head = opened.head
    guard let workspace = head.workspace else { return nil }
    var version = Digest()
    version.add(context.source.text)
    return LessonStart(
      keep: head.keep, words: head.words, workspace: workspace, takesTable: head.takesTable,
      names: context.names, pageCount: pageCount, version: version.name)
  }

  private static func reject<Value>(
    _ message: String, at position: SourcePosition, _ context: LessonContext
  ) -> Value? {
    context.diagnose(message, at: position)
    return nil
  }
}

/// Finds the labels of all comparisons before anything that may speak of them is read.
struct LabelFinder {
  let context: LessonContext

  func find(in document: MarkdownDocument) {
    for node in document.root.children where node.type == "code_block" {
      guard ["do", "solution"].contains(node.fenceInfo.trimmed),
        node.literal.contains("compare"),
        let root = YAMLSource(context.source).root(of: node.literal)
      else { continue }
      let groups = root.isList ? root.items() ?? [] : [root]
      for variant in groups.flatMap({ $0.member("compare")?.items() ?? [] }) {
        if let label = variant.member("label")?.scalarText { context.labels.insert(label) }
      }
    }
  }
}
