import Experiments

/// The pages of a lesson, read when somebody first looks at one.
struct LessonBody: Sendable {
  private let result: OnDemand<Result<[Page], Diagnostics>>

  /// Pages that `read` will find.
  init(_ read: @escaping @Sendable () -> Result<[Page], Diagnostics>) { result = OnDemand(read) }

  /// The pages; of a lesson with faults a page that says what is wrong.
  var pages: [Page] {
    switch result.value {
    case .success(let pages): pages
    case .failure(let diagnostics): [.explanation(of: diagnostics)]
    }
  }

  /// What is wrong with the lesson.
  var problems: [Diagnostic] {
    if case .failure(let diagnostics) = result.value { diagnostics.list } else { [] }
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
