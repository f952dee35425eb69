import Experiments
import Workbench

extension DoKey {
  static let go = DoKey(
    "go", .word,
    help: "All runs move: `3 updates`, `forward layer 1`, `until loss < 0.1 within 200 updates` …",
    deed: { value, context in context.move(value) })
}

extension DoKey {
  /// What `go` and `after` take, and where it leads.
  public static let ways = MoveParser.forms
}

extension LessonContext {
  /// The way that a value names; nil after a complaint.
  func move(_ value: YAMLValue) -> Move? {
    value.text(of: "a way such as '3 updates'")
      .flatMap { MoveParser(context: self, position: value.position).move($0) }
  }
}
