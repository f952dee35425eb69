import ArgumentParser
import Experiments
import Lessons

extension CompletionKind {
  /// The lessons at hand.
  static var lessons: CompletionKind {
    .custom { _, _, _ in LessonsOption(in: nil).libraryIfAny?.lessons.map(\.id) ?? [] }
  }

  /// The keys of an experiment file, as `--set` and `--vary` take them.
  static var settings: CompletionKind { .list(ExperimentField.all.map { "\($0.name)=" }) }
}
