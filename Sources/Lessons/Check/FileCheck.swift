import Experiments

/// Checks files of any kind: lessons by their claims, experiments by their shape.
public enum FileCheck {
  /// What is wrong with a file; empty when nothing is.
  ///
  /// Files that end in `.md` are lessons, whose pages must fit `room`, which may use the panels of these names, and which
  /// build on those beside them, on those of a folder and on the program's own.
  public static func problems(
    path: String, panels: [String]? = nil, room: PageRoom? = nil, lessons: String? = nil
  ) -> [Diagnostic] {
    do {
      let source = try SourceText(path: path)
      return path.hasSuffix(".md")
        ? problems(inLesson: source, path: path, panels, room, lessons)
        : problems(inExperiment: source)
    } catch { return [error] }
  }

  /// What is not wrong with a file but should be known: what was left out, or taken for what.
  public static func notes(path: String) -> [Diagnostic] {
    guard !path.hasSuffix(".md"), path != "-", let source = try? SourceText(path: path) else {
      return []
    }
    return notes(on: source)
  }

  /// The same for an experiment's text.
  public static func notes(on source: SourceText) -> [Diagnostic] {
    (try? ExperimentFile(source))?.notes ?? []
  }

  /// What is wrong with an experiment's text; empty when nothing is.
  public static func problems(inExperiment source: SourceText) -> [Diagnostic] {
    do {
      _ = try ExperimentFile.read(source)
      return []
    } catch { return error.list }
  }

  private static func problems(
    inLesson source: SourceText, path: String, _ panels: [String]?, _ room: PageRoom?,
    _ lessons: String?
  ) -> [Diagnostic] {
    do {
      let lesson = try LessonParser.parse(source, panels: panels)
      let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        .joined(separator: "/")
      let needs = LessonNeeds(folder: folder.isEmpty ? "." : folder, library: lessons)
      let foundation = needs.foundation(of: lesson.needs)
      let words =
        original(of: path) == nil
        ? TermCheck(lesson: lesson, source: source, foundation: foundation).problems
        : translationProblems(with: lesson, source, path)
      return hiddenCharacters(in: source) + missingSentences(of: lesson, source)
        + missingFeedback(of: lesson, source)
        + doubts(about: lesson, source)
        + missingNeeds(of: lesson, source, needs) + words
        + LessonCheck.problems(in: lesson, source: source, room: room)
    } catch { return error.list }
  }

  /// The file that a translation translates; nil for an original.
  private static func original(of path: String) -> String? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard let file = LessonName(file: String(parts.last ?? ""))?.original else { return nil }
    return (parts.dropLast().map(String.init) + [file]).joined(separator: "/")
  }

  /// Where a translation says something else than its original, whose words are the glossary's.
  private static func translationProblems(
    with lesson: Lesson, _ source: SourceText, _ path: String
  ) -> [Diagnostic] {
    let file = original(of: path) ?? ""
    guard let text = try? SourceText(path: file) else {
      return [source.diagnostic("There is no \(file) that it would be a translation of.", at: nil)]
    }
    do {
      let original = try LessonParser.parse(text)
      return TranslationCheck(
        original: original, originalSource: text, translation: lesson, source: source
      ).problems
    } catch {
      return [source.diagnostic("Its original, \(file), is not sound.", at: nil)]
    }
  }

  /// What nobody sees in an editor, and a terminal could take for a command: each kind once.
  private static func hiddenCharacters(in source: SourceText) -> [Diagnostic] {
    var seen: Set<Unicode.Scalar> = []
    return source.lines.enumerated().flatMap { row, line in
      line.unicodeScalars.enumerated().filter { column, scalar in
        SafeText.isHidden(scalar) && !allowed.contains(scalar) && seen.insert(scalar).inserted
      }.map { column, scalar in
        let code = String(scalar.value, radix: 16, uppercase: true)
        let name = "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
        return source.diagnostic(
          "There is a hidden character here, \(name): take it out.",
          at: SourcePosition(line: row + 1, column: column + 1))
      }
    }
  }

  /// Hidden, but of use: the tab, and what joins letters or emoji.
  private static let allowed: Set<Unicode.Scalar> = ["\t", "\r", "\u{200C}", "\u{200D}"]

  /// What it lacks of the sentences to keep.
  private static func missingSentences(of lesson: Lesson, _ source: SourceText) -> [Diagnostic] {
    guard lesson.keep.count != LessonHead.sentencesToKeep else { return [] }
    let line = source.lines.firstIndex { $0.hasPrefix("keep") }.map {
      SourcePosition(line: $0 + 1)
    }
    return [
      source.diagnostic(
        "The head has \(lesson.keep.count) sentences to keep: give \(LessonHead.sentencesToKeep) "
          + "under 'keep:'. The end of the lesson shows them.", at: line)
    ]
  }

  /// The wrong choices that it has no sentence for.
  private static func missingFeedback(of lesson: Lesson, _ source: SourceText) -> [Diagnostic] {
    lesson.pages.compactMap(\.question).flatMap { question in
      ((question.kind as? ChoiceQuestion)?.wrongNames ?? [])
        .filter { name in !question.wrong.contains { $0.answer == name } }
        .map { name in
          source.diagnostic(
            "The answer '\(name)' has no sentence under 'wrong': say what speaks against it.",
            at: question.position)
        }
    }
  }

  /// The numbers that nobody vouches for, and the sums that do not come out.
  private static func doubts(about lesson: Lesson, _ source: SourceText) -> [Diagnostic] {
    lesson.pages.flatMap(\.answered).compactMap { question in
      question.doubt.map { source.diagnostic($0, at: question.position) }
    }
  }

  /// The lessons that it needs and that are not at hand.
  private static func missingNeeds(
    of lesson: Lesson, _ source: SourceText, _ needs: LessonNeeds
  ) -> [Diagnostic] {
    guard !lesson.needs.isEmpty else { return [] }
    let ids = needs.ids
    let line = source.lines.firstIndex { $0.hasPrefix("needs") }.map {
      SourcePosition(line: $0 + 1)
    }
    return lesson.needs.filter { !ids.contains($0) }.map { id in
      source.diagnostic(
        "There is no lesson called '\(id)' beside this one.\(Suggestion.hint(for: id, among: ids))",
        at: line)
    }
  }
}
