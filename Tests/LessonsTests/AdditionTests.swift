import Experiments
import Testing

@testable import Lessons

/// What CONTRIBUTING.md adds to lessons says all that the parser, the guide and the glossary need.
@Suite struct AdditionTests {
  @Test func aTermDescribesItself() {
    #expect(GlossaryTerm.stride.heading == "stride (s)" && GlossaryTerm.stride.names.count == 3)
    #expect(Glossary.term("stride") == nil, "it is an example, and no word of the course")
  }

  @Test func aKindOfQuestionIsReadAndJudged() throws {
    let context = LessonContext(SourceText(name: "lesson.md", text: ""), panels: nil)
    let kind = context.reading("holds: true", lineOffset: 0) { root in
      root.fields(of: "A block", known: ["holds"]).flatMap { QuestionForm.yesNo.read($0, context) }
    }
    let question = Question(
      prompt: InlineText("Is it?"), kind: try #require(kind), because: InlineText(""), wrong: [],
      proof: nil, after: nil, position: .init(line: 1))
    let workspace = try Samples.lesson().workspace
    #expect(question.judgment(typed: "Yes", on: workspace)?.isRight == true)
    #expect(question.judgment(typed: "no", on: workspace)?.isRight == false)
    #expect(question.judgment(typed: "0.5", on: workspace) == nil)
    #expect(question.kind.isMeant(by: "yes", isWord: false) && question.kind.isJudged)
    #expect(!QuestionForm.all.contains { $0.key == "holds" }, "it is an example, and no key")
  }

  @Test func aKeyDescribesItself() {
    #expect(DoKey.keep.name == "keep" && DoKey.keep.help.contains("largest"))
    #expect(DoKey.named("keep") == nil, "it is an example, and no key of lessons")
  }
}
