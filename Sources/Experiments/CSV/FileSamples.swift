/// The samples of files that an experiment names, kept so that another value of another key need not read them again.
struct FileSamples: Sendable {
  /// What decides the samples of a file.
  struct Question: Hashable, Sendable {
    let data: YAMLNode
    let demand: TargetDemand
    let kind: TargetKind?
  }

  /// The samples, and what was noted while they were read.
  struct Answer: Sendable {
    let data: GivenData
    let notes: [Diagnostic]
  }

  private var answers: [Question: Answer] = [:]

  subscript(question: Question) -> Answer? {
    get { answers[question] }
    set { answers[question] = newValue }
  }
}
