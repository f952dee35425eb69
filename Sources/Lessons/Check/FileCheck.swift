import Experiments

/// Checks files of any kind: lessons by their claims, experiments by their shape.
public enum FileCheck {
  /// What is wrong with a file; empty when nothing is.
  ///
  /// Files that end in `.md` are lessons, whose pages must fit `room`, and which may use the panels of these names.
  public static func problems(
    path: String, panels: [String]? = nil, room: PageRoom? = nil
  ) -> [Diagnostic] {
    do {
      let source = try SourceText(path: path)
      return path.hasSuffix(".md")
        ? problems(inLesson: source, path: path, panels, room) : problems(inExperiment: source)
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
    inLesson source: SourceText, path: String, _ panels: [String]?, _ room: PageRoom?
  ) -> [Diagnostic] {
    do {
      let lesson = try LessonParser.parse(source, panels: panels)
      let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        .joined(separator: "/")
      let needs = LessonNeeds(folder: folder.isEmpty ? "." : folder)
      let words = TermCheck(
        lesson: lesson, source: source, foundation: needs.foundation(of: lesson.needs))
      return missingNeeds(of: lesson, source, needs) + words.problems
        + LessonCheck.problems(in: lesson, source: source, room: room)
    } catch { return error.list }
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
