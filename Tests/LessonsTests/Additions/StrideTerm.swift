@testable import Lessons

extension GlossaryTerm {
  static let stride =
    GlossaryTerm(
      "stride", symbols: ["s"], aliases: ["step width"],
      "By how much a window moves on.",
      taught: [GlossaryTerm.Place("digits", "A window moves")], related: ["unit"])
}
