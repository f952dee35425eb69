import Lessons
import Synchronization
import Testing
import Workbench

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

  @Test func measuresWhatBecomesOfEachSetting() throws {
    // From any start the rate ½ of the edge brings half of what is left, the edge itself nothing.
    let text = """
      survey: {seeds: 5, updates: 1, measure: loss, success: loss < 0.001, vary: {learning_rate: [1, 2]}}
      expect: {survey: 1, "survey[2]": 0, survey.successes: 5, survey.median: 0, "survey[2].low": 2, "survey[2].high": 2}
      """
    #expect(try Samples.problems(replacing: claims, with: text) == [])
    let claim = "expect: {survey.median: 1}"
    let problems = try Samples.problems(
      replacing: claims, with: "survey: {seeds: 5, epochs: 1, success: loss < 1}\n\(claim)")
    #expect(problems.first?.contains("There is no survey.median here") == true, "\(problems)")
  }

  @Test func settingsOfTwoKeysAreCombined() throws {
    let lesson = try Samples.lesson(
      replacing: claims,
      with:
        "survey: {seeds: 1, updates: 1, measure: loss, vary: {learning_rate: [0.1, 1], loss: [mse, half_mse]}}"
    )
    let rows = try #require(try lesson.workspace(after: 0).survey).rows
    #expect(rows.map(\.label) == ["0.1 mse", "0.1 half_mse", "1 mse", "1 half_mse"])
    #expect(rows.map(\.successes) == [nil, nil, nil, nil])
    #expect(rows.map(\.values.count) == [1, 1, 1, 1])
    #expect(rows[0].values[0] > rows[2].values[0])
  }

  /// What all of them say alike tells none from the others.
  @Test func settingsAreCalledAfterWhatDiffers() throws {
    let optimizers = "{name: momentum, momentum: 0, lr: 1}, {name: momentum, momentum: 0.9, lr: 1}"
    let lesson = try Samples.lesson(
      replacing: claims,
      with: "survey: {seeds: 1, updates: 1, measure: loss, vary: {optimizer: [\(optimizers)]}}")
    let rows = try #require(try lesson.workspace(after: 0).survey).rows
    #expect(rows.map(\.label) == ["0", "0.9"])
  }

  /// A flag is called by its name where it is set: a row of true and false says nothing.
  @Test func settingsOfFlagsAreCalledByWhatIsSet() throws {
    let network = "experiment: {layers: null, hidden: [2, 2], activation: tanh}"
    let flags = "{residual: [false, true], batch_norm: [false, true]}"
    let lesson = try Samples.lesson(
      replacing: claims,
      with: "\(network)\nsurvey: {seeds: 1, updates: 1, measure: loss, vary: \(flags)}")
    let rows = try #require(try lesson.workspace(after: 0).survey).rows
    #expect(rows.map(\.label) == ["plain", "batch norm", "residual", "residual batch norm"])
    #expect(rows.allSatisfy { $0.measured == "loss" })
  }

  @Test func aKeyThatIsLeftOutIsCalledSo() throws {
    let lesson = try Samples.lesson(
      replacing: claims,
      with:
        "survey: {seeds: 1, updates: 1, measure: loss, vary: {batch_size: [null, 2]}}")
    let rows = try #require(try lesson.workspace(after: 0).survey).rows
    #expect(rows.map(\.label) == ["no batch size", "2"])
  }

  /// Layers are called by their units, without the brackets of a file.
  @Test func hiddenLayersAreCalledByTheirUnits() throws {
    let lesson = try Samples.lesson(
      replacing: claims,
      with: "experiment: {layers: null, hidden: [2, 2], activation: tanh}\n"
        + "survey: {seeds: 1, updates: 1, measure: loss, vary: {hidden: [[], [2], [3, 2]]}}")
    let rows = try #require(try lesson.workspace(after: 0).survey).rows
    #expect(rows.map(\.label) == ["none", "2", "3, 2"])
  }

  @Test func earlyStoppingHoldsForItsRunsToo() throws {
    let text = """
      experiment:
        holdout: {inputs: [[1]], targets: [[0.3]]}
        early_stopping: {patience: 1}
      survey: {seeds: 1, updates: 10, measure: update}
      expect: {survey.median: 0}
      """
    // The held-out point wants w = 0.3: after the first update w is 0.8, off by more than at the start.
    #expect(try Samples.problems(replacing: claims, with: text) == [])
  }

  @Test func needsItsThreeParts() throws {
    let problems = try Samples.problems(
      replacing: claims,
      with: "survey: {seeds: 20, epoch: 30}")
    #expect(
      problems.contains { $0.contains("'survey' has no key 'epoch'. Did you mean 'epochs'?") })
    #expect(!problems.contains { $0.contains("'survey' needs 'epochs'.") })
    let endless = try Samples.problems(replacing: claims, with: "survey: {seeds: 20}")
    #expect(endless.contains { $0.contains("'survey' needs 'epochs'.") })
    let aimless = try Samples.problems(
      replacing: claims, with: "survey: {seeds: 20, epochs: 30}")
    #expect(aimless.first?.contains("'survey' needs 'success', a condition, or 'measure'") == true)
  }

  /// A survey says how far it is, and ends without a result once nobody waits for it.
  @Test(arguments: [false, true]) func aSurveyIsWatched(isCancelled: Bool) throws {
    let survey = "survey: {seeds: 20, epochs: 30, success: loss < 0.1}"
    let lesson = try Samples.lesson(replacing: claims, with: survey)
    let reports = Mutex<[Int]>([])
    let watch = Survey.Watch(
      report: { news in
        let isSound = news.count == 20 && news.rows.first?.losses.count == news.done
        reports.withLock { $0.append(isSound ? news.done : -1) }
      },
      isCancelled: { isCancelled })
    var workspace = lesson.workspace
    for action in lesson.pages[0].actions { try workspace.perform(action, watch: watch) }
    #expect(workspace.survey?.rows.first?.share == (isCancelled ? nil : 1))
    #expect(reports.withLock { $0.max() } == (isCancelled ? nil : 20))
  }
}
