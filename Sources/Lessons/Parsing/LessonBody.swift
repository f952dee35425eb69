import Experiments
import Synchronization

/// The pages of a lesson, read when somebody first looks at one: a list of lessons does not wait for all of them.
final class LessonBody: Sendable {
  private let read: @Sendable () -> Result<[Page], Diagnostics>
  private let known = Mutex<Result<[Page], Diagnostics>?>(nil)

  /// Pages that `read` will find.
  init(_ read: @escaping @Sendable () -> Result<[Page], Diagnostics>) { self.read = read }

  /// The pages; of faulty ones a page that says what is wrong.
  var pages: [Page] {
    switch result {
    case .success(let pages): pages
    case .failure(let diagnostics): [.explanation(of: diagnostics)]
    }
  }

  /// What is wrong with the pages.
  var problems: [Diagnostic] {
    if case .failure(let diagnostics) = result { diagnostics.list } else { [] }
  }

  private var result: Result<[Page], Diagnostics> {
    known.withLock { known in
      let result = known ?? read()
      known = result
      return result
    }
  }
}

extension Page {
  /// What stands in place of pages that cannot be read.
  fileprivate static func explanation(of diagnostics: Diagnostics) -> Page {
    let lines = diagnostics.description.split(separator: "\n", omittingEmptySubsequences: false)
    return Page(
      title: "This lesson cannot be read",
      blocks: [
        .paragraph(InlineText("Its file needs to be mended first:")),
        .code(lines.map { InlineText(SafeText.visible(String($0))) }, language: ""),
      ], hints: [], solution: [], line: 1)
  }
}
