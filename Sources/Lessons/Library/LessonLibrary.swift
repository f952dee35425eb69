import Dispatch
import Experiments
import Synchronization

/// The lessons at hand, in their order.
public struct LessonLibrary: Sendable {
  /// Where they were found.
  public let folder: String
  /// The lessons that the list can show; what it does not show of them is read when it is first asked for.
  public let lessons: [Lesson]
  /// The languages that some of them are translated into, in the order of the alphabet.
  public let languages: [String]
  private let unreadable: [Diagnostic]

  /// What is wrong with the files; for this all of every lesson is read.
  public var problems: [Diagnostic] {
    DispatchQueue.concurrentPerform(iterations: lessons.count) { _ = lessons[$0].problems }
    return unreadable + lessons.flatMap(\.problems)
  }

  /// The most files that a library may hold.
  static let mostFiles = 999

  /// The lessons of a folder; `panels` are the names of panels that they may use, nil allows any.
  ///
  /// Where a lesson has a translation into `language`, that one stands in its place.
  /// - Throws: when there is no such folder or it holds no lesson at all.
  public init(
    folder: String, panels: [String]? = nil, language: String? = nil
  ) throws(Diagnostic) {
    self.folder = folder
    guard Folder.exists(folder) else {
      throw Diagnostic(
        file: folder.isEmpty ? "''" : folder, message: "There is no such folder of lessons.")
    }
    let files = try Folder.files(in: folder).filter { $0.hasSuffix(".md") && $0 != Folder.guide }
    guard !files.isEmpty, files.count <= Self.mostFiles else {
      throw Diagnostic(
        file: folder,
        message: "The folder holds \(files.count) lessons: put files called NN-name.md there.")
    }
    languages = Set(files.compactMap { LessonName(file: $0)?.language }).sorted()
    (lessons, unreadable) = Self.read(Self.chosen(files, language), in: folder, panels)
  }

  /// The originals, or what stands in their place in a language.
  private static func chosen(_ files: [String], _ language: String?) -> [String] {
    let translations = files.filter { LessonName(file: $0)?.language != nil }
    return files.filter { !translations.contains($0) }.map { file in
      translations.first { translation in
        let name = LessonName(file: translation)
        return name?.original == file && name?.language == language
      } ?? file
    }
  }

  private static func read(
    _ files: [String], in folder: String, _ panels: [String]?
  ) -> ([Lesson], [Diagnostic]) {
    var (lessons, problems): ([Lesson], [Diagnostic]) = ([], [])
    for (file, result) in zip(files, parsed(files, in: folder, panels)) {
      switch result {
      case .failure(let error): problems += error.list
      case .success(let lesson):
        guard let twin = lessons.first(where: { $0.id == lesson.id }) else {
          lessons.append(lesson)
          continue
        }
        let message = "Lesson \(twin.number) is called '\(lesson.id)' too: rename one."
        problems.append(Diagnostic(file: "\(folder)/\(file)", message: message))
      }
    }
    return (lessons.sorted { ($0.number, $0.id) < ($1.number, $1.id) }, problems)
  }

  /// The files' lessons, read on all cores: nothing is on the screen before they are there.
  private static func parsed(
    _ files: [String], in folder: String, _ panels: [String]?
  ) -> [Result<Lesson, Diagnostics>] {
    let results = Mutex([Result<Lesson, Diagnostics>?](repeating: nil, count: files.count))
    DispatchQueue.concurrentPerform(iterations: files.count) { index in
      let result = Result { () throws(Diagnostics) in
        try lesson(at: "\(folder)/\(files[index])", panels)
      }
      results.withLock { $0[index] = result }
    }
    return results.withLock { $0.compactMap { $0 } }
  }

  private static func lesson(
    at path: String, _ panels: [String]?
  ) throws(Diagnostics) -> Lesson {
    let source: SourceText
    do { source = try SourceText(path: path) } catch { throw Diagnostics([error]) }
    return try LessonParser.outline(source, panels: panels)
  }

  /// The lesson of an id, a number such as `2`, `02`, `#2` or `lesson 2`, a file's name such as `02-two-neurons.md` in whatever folder, or the
  /// beginning of an id: of several the first in order, unless it is one letter.
  /// - Throws: a sentence with the nearest name.
  public func lesson(named name: String) throws(Diagnostic) -> Lesson {
    let number = name.lowercased().trimmingPrefix("lesson").filter { !"#- ".contains($0) }
    if let lesson = lessons.first(where: { $0.id == name || $0.number == Int(number) }) {
      return lesson
    }
    let file = String(name.split(separator: "/").last ?? "")
    let id = LessonName(file: file.hasSuffix(".md") ? file : file + ".md")?.id ?? name
    if let lesson = lessons.first(where: { $0.id == id }) { return lesson }
    let begun = lessons.filter { !name.isEmpty && $0.id.hasPrefix(name.lowercased()) }
    if let lesson = begun.first, name.count > 1 || begun.count == 1 { return lesson }
    let (ids, near) = (lessons.map(\.id), begun.map(\.id))
    let hint =
      near.isEmpty
      ? Suggestion.hint(for: name, among: ids) : " Known: \(near.joined(separator: ", "))."
    throw Diagnostic(
      file: "lessons", message: "There is no lesson called '\(name.prefix(60))'.\(hint)")
  }

  /// Finds the folder of lessons: the given one, `$DOWNHILL_LESSONS`, the one beside the program, the installed one.
  /// - Throws: a sentence with the places that were looked at.
  public static func folder(
    given: String?, environment: [String: String], programFolder: String? = Folder.ofProgram
  ) throws(Diagnostic) -> String {
    if let given { return given }
    if let folder = environment["DOWNHILL_LESSONS"], !folder.isEmpty { return folder }
    let places =
      programFolder.map {
        Folder.resources("lessons", of: "Lessons", installed: "lessons", beside: $0)
      } ?? []
    if let folder = places.first(where: { Folder.exists($0) }) { return folder }
    throw Diagnostic(
      file: "downhill",
      message:
        "The lessons are not where they should be. Name their folder with --lessons. Looked at: "
        + places.joined(separator: ", "))
  }
}

extension LessonLibrary {
  /// The first lesson.
  /// - Throws: what is wrong with the files when none of them can be played.
  public func first() throws(Diagnostics) -> Lesson {
    if let first = lessons.first { return first }
    throw Diagnostics(problems)
  }
}
