import Testing

@testable import Lessons

/// What CONTRIBUTING.md adds to lessons says all that the parser, the guide and the glossary need.
@Suite struct AdditionTests {
  @Test func aTermDescribesItself() {
    #expect(GlossaryTerm.stride.heading == "stride (s)" && GlossaryTerm.stride.names.count == 3)
    #expect(Glossary.term("stride") == nil, "it is an example, and no word of the course")
  }

  @Test func aKeyDescribesItself() {
    #expect(DoKey.keep.name == "keep" && DoKey.keep.help.contains("largest"))
    #expect(DoKey.named("keep") == nil, "it is an example, and no key of lessons")
  }
}
