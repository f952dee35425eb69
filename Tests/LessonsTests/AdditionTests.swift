import Testing

@testable import Lessons

/// The key of `do` that CONTRIBUTING.md adds says all that the parser and the guide need.
@Suite struct AdditionTests {
  @Test func aKeyDescribesItself() {
    #expect(DoKey.keep.name == "keep" && DoKey.keep.help.contains("largest"))
    #expect(DoKey.named("keep") == nil, "it is an example, and no key of lessons")
  }
}
