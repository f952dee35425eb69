import Lessons
import Testing

@Suite struct SurveyTests {
  /// What the sample says of its first page.
  private let claims = "expect:\n  w: 0\n  loss: 2.0"
  private let survey = """
    survey: {seeds: 20, epochs: 30, success: loss < 0.1}
    expect: {survey: 1}
    """

  @Test func countsTheRunsThatSucceed() throws {
    #expect(
      try Samples.problems(
        replacing: claims, with: survey) == [])
    let half = survey.replacing("epochs: 30", with: "epochs: 1")
    let problems = try Samples.problems(
      replacing: claims, with: half)
    #expect(problems.first?.contains("Expected survey = 1, but survey is 0.0.") == true)
  }

  @Test func needsItsThreeParts() throws {
    let problems = try Samples.problems(
      replacing: claims,
      with: "survey: {seeds: 20, epoch: 30}")
    #expect(
      problems.contains { $0.contains("'survey' has no key 'epoch'. Did you mean 'epochs'?") })
    #expect(problems.contains { $0.contains("'survey' needs 'epochs'.") })
  }
}
