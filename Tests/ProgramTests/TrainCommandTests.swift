import Foundation
import Testing

/// What `train` says about a trained network, beyond its loss.
@Suite struct TrainCommandTests {
  private static let moons = "data: {name: moons, samples: 40}\nhidden: [4]\nholdout: 0.25\n"
  private let shell: Shell

  init() throws { shell = try Shell() }

  @Test func whatWasMeantIsNamed() throws {
    let near = try shell.run("train", "moon")
    #expect(
      near.errors.contains("moon: There is no such file. Did you mean the data set 'moons'?"))
    let table = try shell.run("train", "-", input: "x,y\n1,2\n2,3\n")
    #expect(table.errors.contains("A table is read from a file whose name ends in .csv."))
  }

  /// What holds samples and is neither a CSV nor an experiment is told what it is, with a line that works.
  @Test(arguments: [
    ("rows.jsonl", "{\"x\": 1, \"y\": 2}\n{\"x\": 2, \"y\": 4, \"z\": 1}\n"),
    ("rows.json", "[{\"x\": 1, \"y\": 2},\n {\"x\": 2, \"y\": 4, \"z\": 1}]\n"),
    ("rows.json", "[\n  {\n    \"x\": 1, \"y\": 2},\n {\"x\": 2, \"y\": 4, \"z\": 1}]\n"),
  ])
  func samplesInJSONAreToldTheWayToCSV(name: String, text: String) throws {
    let errors = try shell.run("train", try shell.file(name, text)).errors
    let command = try #require(
      errors.firstRange(of: "python3 -c ").map { errors[$0.lowerBound...] })
    let line = String(command.prefix { $0 != "\n" })
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/python3") else { return }
    #expect(try shell.run(script: line).status == 0)
    let table = try String(contentsOfFile: shell.folder.path + "/rows.csv", encoding: .utf8)
    #expect(table.replacing("\r\n", with: "\n") == "x,y,z\n1,2,\n2,4,1\n")
  }

  /// A text file is a table or an experiment by what it holds; a table of another name is told its line.
  @Test func aTableIsKnownByItsContent() throws {
    let table = try shell.file("table.txt", "x,y\n1,2\n2,4\n3,6\n")
    #expect(try shell.run("train", table, "--steps", "1").status == 0)
    let mine = try shell.file("mine.txt", "# mine\ndata: xor\nhidden: [2]\n")
    #expect(try shell.run("train", mine, "--steps", "1").output.contains("2-2-1"))
    let other = try shell.file("table.xyz", "x y\n1 2\n2 4\n3 6\n")
    #expect(
      try shell.run("train", other).errors.contains("This is a table, no experiment. A table is"))
    let file = try shell.file("my.yaml", "data: {csv: table.xyz}\nhidden: [8]\n")
    #expect(try shell.run("train", file, "--steps", "1").status == 0)
  }

  /// Numbers that may be classes are amounts where '--set' says so: their targets are scaled as those of other amounts.
  @Test func amountsBySettingAreScaled() throws {
    let rows = (0..<12).map { "\($0),\($0 % 3 + 1)\n" }.joined()
    let stars = try shell.file("stars.csv", "x,stars\n" + rows)
    let amounts = try shell.run("train", stars, "--set", "loss=mse", "--steps", "1")
    #expect(amounts.errors.contains("scaling: {inputs: standard, targets: standard}"))
    #expect(amounts.output.contains("in the targets' unit"))
    let classes = try shell.run("train", stars, "--set", "loss=cce", "--steps", "1")
    #expect(classes.errors.contains("hidden: [8], scaling: standard\n"))
    let sweep = try shell.run(
      "sweep", stars, "--vary", "loss=mse", "--seeds", "1", "--steps", "1")
    #expect(sweep.errors.contains("targets: standard"))
  }

  @Test func theNextUpdateIsShownByLayer() throws {
    let text = """
      inputs: [[1], [2]]
      targets: [[3], [5]]
      layers: [{weights: [[4]], biases: [0], activation: linear}]
      learning_rate: 0.1
      """
    // Errors 1 and 3: ∂L/∂w = 1·1 + 3·2 = 7, ∂L/∂b = 1 + 3 = 4; the update of w is 0.7 beside 4.
    let json = try shell.run("train", "-", "--json", "--steps", "0", input: text).object()
    let layer = try #require((json["layers"] as? [[String: Double]])?.first)
    #expect(layer["weight_gradient_norm"] == 7 && layer["bias_gradient_norm"] == 4)
    #expect(abs(try #require(layer["update_to_weight_ratio"]) - 0.175) < 1e-12)
    let summary = try shell.run("train", "-", "--steps", "0", input: text)
    #expect(
      summary.output.contains(
        """
        layer  gradient of weights  of biases  update / weights
            1                    7          4             0.175
        """))
  }

  /// Outputs of the mean, 0, miss -1e300 and 1e300 by 1e300: its square is not finite, the root of the mean square is.
  @Test func errorsInTheUnitOfLargeTargetsAreFinite() throws {
    let text = """
      inputs: [[1], [2]]
      targets: [[-1e300], [1e300]]
      layers: [{init: zeros, activation: linear}]
      scaling: {targets: standard}
      """
    let json = try shell.run("train", "-", "--json", "--steps", "0", input: text).object()
    let error = try #require(json["rms_error"] as? Double)
    #expect(abs(error - 1e300) < 1e288)
  }

  @Test func weightsOfZeroHaveNoRatio() throws {
    let text = "data: xor\nhidden: [2]\ninit: zeros\n"
    let json = try shell.run("train", "-", "--json", "--steps", "0", input: text).object()
    let layers = try #require(json["layers"] as? [[String: Any]])
    #expect(layers.count == 2 && layers.allSatisfy { $0["update_to_weight_ratio"] is NSNull })
  }

  @Test func confusionNamesTheClassesOfAFile() throws {
    let rows = (0..<30).map {
      "\($0 % 3),\(["apple", "a very long name of a pear", "plum"][$0 % 3])"
    }
    try shell.file("d.csv", "x,kind\n" + rows.joined(separator: "\n"))
    let path = try shell.file("x.yaml", "data: {csv: d.csv}\nhidden: [4]\nlearning_rate: 0.5")
    let summary = try shell.run("train", path, "--confusion")
    #expect(
      summary.output.hasSuffix(
        """
        training: how often a class was taken for which
            true \\ guess  a very long nam…  apple  plum
        a very long nam…                10      0     0
                   apple                 0     10     0
                    plum                 0      0    10

        """), "\(summary.output)")
    let json = try shell.run("train", path, "--confusion", "--json").object()
    #expect(json["classes"] as? [String] == ["a very long name of a pear", "apple", "plum"])
  }

  @Test func pruningShowsWhatRemains() throws {
    let json = try shell.run(
      "train", "-", "--json", "--prune", "0.5,1", "--steps", "200", input: Self.moons
    ).object()
    let rows = try #require(json["pruning"] as? [[String: Any]])
    #expect(rows.map { $0["share"] as? Double } == [0, 0.5, 1])
    #expect(rows.map { $0["weights_left"] as? Int } == [12, 6, 0])
    for key in ["loss", "accuracy", "heldout_loss", "heldout_accuracy"] {
      #expect(rows[0][key] as? Double == json[key] as? Double, "\(key)")
    }
    // Without weights every output is the same: one of the two classes is right.
    #expect(try #require(rows[2]["loss"] as? Double) > #require(json["loss"] as? Double))
    let summary = try shell.run("train", "-", "--prune", "0.5", "--steps", "200", input: Self.moons)
    #expect(
      summary.output.contains("\npruned  weights left  training loss  accuracy  held out loss"))
    #expect(summary.output.contains("\n  50 %             6  "))
  }

  @Test(arguments: ["2", "-0.1", "nan", "half", "0.5,,1", "1e999"])
  func sharesToPruneAreBetweenNoughtAndOne(_ shares: String) throws {
    let outcome = try shell.run("train", "-", "--prune=\(shares)", input: Self.moons)
    #expect(outcome.status == 64 && outcome.errors.contains("--prune needs shares from 0 to 1"))
  }

  /// A rate so high that the held-out loss soon rises.
  @Test func trainingStopsEarlyAndSaysSo() throws {
    let text = """
      data: {name: sine, samples: 20, noise: 0.3}
      hidden: [32, 32]
      optimizer: {name: adam, lr: 0.01}
      holdout: 0.5
      early_stopping: {patience: 40}
      """
    let outcome = try shell.run("train", "-", "--json", "--steps", "3000", input: text)
    let object = try outcome.object()
    let stopping = try #require(object["early_stopping"] as? [String: Any])
    let best = try #require(stopping["best_update"] as? Int)
    #expect(stopping["stopped"] as? Bool == true && object["updates"] as? Int == best)
    #expect(stopping["trained_updates"] as? Int == best + 40)
    #expect(stopping["best_heldout_loss"] as? Double == object["heldout_loss"] as? Double)
    let summary = try shell.run("train", "-", "--steps", "3000", input: text)
    #expect(summary.output.contains("\nStopped early after \(best + 40) updates: "))
    let rows = try shell.run("train", "-", "--csv", "--steps", "3000", input: text)
    #expect(rows.output.split(separator: "\n").count == best + 41)
    #expect(rows.errors.hasPrefix("Stopped early after \(best + 40) updates: "))
  }
}
