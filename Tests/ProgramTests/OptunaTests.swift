import Foundation
import Testing

/// The script for Optuna in the documentation, where Python has the package.
@Suite struct OptunaTests {
  private static let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"

  private static let isHere =
    (try? Shell().run(
      all: ["python3", "-c", "import optuna"], environment: ["PATH": path], program: "/usr/bin/env"
    ).status) == 0

  @Test(.enabled(if: isHere, "python3 is missing here, or has no optuna"))
  func theBestThatItFindsIsWhatTrainingGives() throws {
    let page = try String(
      contentsOf: DocumentationTests.folder.appending(path: "sweep-in-parts.md"), encoding: .utf8)
    let script = try #require(
      page.components(separatedBy: "```python\n").last?.components(separatedBy: "```").first)
    let shell = try Shell()
    let experiment = try shell.file(
      "my.yaml", "data: {name: moons, samples: 60}\nhidden: [4]\nsteps: 20\nholdout: 0.25\n")
    let search = [
      "python3", try shell.file("search.py", script), Shell.program, experiment, "6",
    ]
    let outcome = try shell.run(
      all: search, environment: ["PATH": Self.path], program: "/usr/bin/env")
    let best = try outcome.object()
    let settings = try #require(best["settings"] as? [String: Any])
    #expect(settings.keys.sorted() == ["hidden", "learning_rate", "optimizer"])
    let options = settings.map { "--set=\($0.key)=\($0.value)" }
    let again = try shell.run(all: ["train", experiment, "--json"] + options).object()
    #expect(again["heldout_loss"] as? Double == best["loss"] as? Double)
  }
}
