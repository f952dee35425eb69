/// The words that make a fenced block more than code.
enum Directive: String, CaseIterable {
  case act = "do"
  case ask, goal, hint, solution, note

  static let names = allCases.map(\.rawValue)
}
