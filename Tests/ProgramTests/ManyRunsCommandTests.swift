import NeuralNetwork
import Testing

/// The commands that ask a question of many runs, or of many places.
@Suite struct ManyRunsCommandTests {
  private static let xor = "data: xor\nhidden: [4]\nlearning_rate: 0.5\nsteps: 200"
  private let shell: Shell

  init() throws { shell = try Shell() }

  @Test func aSweepIsALineForEachCombination() throws {
    let outcome = try shell.run(
      "sweep", "-", "--seeds", "1...3", "--lr", "0.1,0.5", "--goal", "accuracy == 1",
      input: Self.xor)
    let lines = outcome.output.split(separator: "\n")
    #expect(outcome.status == 0 && outcome.errors.isEmpty && lines.count == 3)
    #expect(lines[0].hasPrefix("learning_rate  runs") && lines[0].hasSuffix("first epoch"))
    #expect(lines[1].contains("0.1     3 "))
  }

  @Test func theRowsOfASweepAreItsTrials() throws {
    let outcome = try shell.run(
      "sweep", "-", "--csv", "--seeds", "5,6", "--vary", "hidden=[2],[3,3]", input: Self.xor)
    let rows = outcome.output.split(separator: "\n").map(String.init)
    #expect(
      rows[0]
        == "hidden,seed,loss,data_loss,accuracy,heldout_loss,heldout_accuracy,diverged,success,first_epoch"
    )
    #expect(rows.count == 5 && rows[3].hasPrefix("\"[3,3]\",5,"))
    let experiment = Experiment(
      data: .named(.xor),
      layers: [
        LayerRecipe(units: 2, activation: .tanh), LayerRecipe(units: 1, activation: .sigmoid),
      ], loss: .binaryCrossEntropy, optimizer: Optimizer(.sgd, learningRate: 0.5), seed: 6,
      steps: 200)
    let trial = try Trial(experiment)
    #expect(
      rows[2] == "[2],6,\(trial.loss),\(trial.dataLoss),\(trial.accuracy ?? -1),,,false,,")
  }

  /// Twenty seeds go side by side in groups, one setting of two cannot: each run is the one that `train` makes.
  @Test func theRunsOfASweepAreThoseOfTrain() throws {
    let outcome = try shell.run(
      "sweep", "-", "--csv", "--seeds", "1...20", "--vary", "batches=full,[[0,1,2,3]]",
      input: Self.xor)
    let rows = outcome.output.split(separator: "\n").dropFirst()
    #expect(rows.count == 40)
    for (index, row) in rows.enumerated() where index % 7 == 0 {
      let fields = row.split(separator: ",", omittingEmptySubsequences: false).suffix(9).map {
        String($0)
      }
      #expect(fields[0] == "\(index % 20 + 1)")
      let train = try shell.run("train", "-", "--json", "--seed", fields[0], input: Self.xor)
      #expect(train.output.contains("\"loss\":\(fields[1]),"), "\(row)")
    }
  }

  @Test(arguments: [
    ["sweep", "-", "--seeds", "1...1000"],
    ["sweep", "-", "--seeds", "1...9", "--goal", "loss < 0"],
    ["range", "-", "--steps", "1000000"],
    ["surface", "-", "--x", "layer1.w[1,1]", "--y", "layer2.w[1,1]"],
  ])
  func interruptingLeavesASentence(_ arguments: [String]) throws {
    let outcome = try shell.run(
      all: arguments, input: "data: moons\nhidden: [64, 64]\nsteps: 1000000000\n",
      interruptingAfter: 100)
    #expect(outcome.status == 130 && outcome.errors == "\nInterrupted.\n")
  }

  @Test func heldOutFiguresStandBesideThoseOfTraining() throws {
    let moons = "data: {name: moons, samples: 40}\nhidden: [4]\nsteps: 20\n"
    let text = try shell.run("sweep", "-", "--folds", "4", "--seeds", "1", input: moons).output
    #expect(text.contains("  accuracy  held out loss  accuracy\n") && text.contains("\n   4 "))
    let rows = try shell.run(
      "sweep", "-", "--csv", "--folds", "4", "--seeds", "1,2", input: moons
    ).output.split(separator: "\n")
    #expect(rows.count == 9 && rows[0].hasPrefix("seed,fold,loss,") && rows[8].hasPrefix("2,4,"))
    let ordered = try shell.run(
      "sweep", "-", "--lr", "0,0.1,1", "--by", "heldout_loss", "--seeds", "1...3",
      input: moons + "holdout: 0.3\n")
    let rates = ordered.output.split(separator: "\n").dropFirst().map {
      $0.split(separator: " ")[0]
    }
    #expect(rates == ["1", "0.1", "0"], "\(ordered)")
    let without = try shell.run("sweep", "-", "--by", "heldout_loss", input: moons)
    #expect(without.status == 1 && without.errors.contains("There is no heldout_loss to order by"))
  }

  /// Of parts of one sample the accuracy in the middle is 100 % or 0 %: the mean says how many were right.
  @Test func accuraciesOfFoldsAreAveraged() throws {
    let samples =
      "inputs: [[0], [1], [2], [3], [10], [11], [20]]\ntargets: [[0], [0], [0], [0], [1], [1], [0]]\n"
    let outcome = try shell.run(
      "sweep", "-", "--folds", "7", "--seeds", "1", "--steps", "200",
      input: samples + "hidden: []\nloss: bce\nscaling: standard\n")
    #expect(outcome.output.contains("  57.1 %\n"), "\(outcome.output)")
  }

  /// The long runs never end; the short ones are done at once, and are all there after ^C.
  @Test func finishedRowsOutliveAnInterrupt() throws {
    let outcome = try shell.run(
      all: ["sweep", "-", "--csv", "--seeds", "1...3", "--vary", "steps=5,1000000000"],
      input: "data: moons\nhidden: [64, 64]\n", interruptingAfter: 200)
    #expect(outcome.status == 130 && outcome.errors == "Interrupted.\n")
    #expect(outcome.output.split(separator: "\n").count == 4, "\(outcome)")
  }

  @Test func aGoalIsAskedOfAllSamples() throws {
    let text = """
      inputs: [[0], [1]]
      targets: [[0], [5]]
      layers: [{weights: [[0]], biases: false, activation: linear}]
      loss: mse
      optimizer: {name: sgd, lr: 1e-9}
      batch_size: 1
      shuffle: false
      """
    let arguments = ["--seeds", "1", "--epochs", "1", "--goal"]
    let all = try shell.run(all: ["sweep", "-"] + arguments + ["loss < 0.01"], input: text)
    #expect(all.output.contains(" 0.0 %"), "\(all)")
    let batch = try shell.run(all: ["sweep", "-"] + arguments + ["batch_loss < 0.01"], input: text)
    #expect(batch.output.contains(" 100.0 %"), "\(batch)")
  }

  /// Three tanh units on XOR in ±1, sample by sample: 7 of 50 starts learn it in 500 epochs.
  @Test func sevenOfFiftyStartsLearnBipolarXOR() throws {
    let text = """
      inputs: [[-1, -1], [-1, 1], [1, -1], [1, 1]]
      targets: [[-1], [1], [1], [-1]]
      hidden: [3]
      activation: tanh
      output: tanh
      init: uniform
      scale: 0.1
      loss: mse
      optimizer: {name: sgd, lr: 0.7}
      batch_size: 1
      shuffle: false
      """
    let outcome = try shell.run(
      "sweep", "-", "--seeds", "1...50", "--epochs", "500", "--goal", "loss < 0.1", input: text)
    #expect(outcome.output.contains(" 14.0 %"), "\(outcome)")
  }

  @Test func aSweepAsAnObject() throws {
    let outcome = try shell.run("sweep", "-", "--json", "--seeds", "1...4", input: Self.xor)
    let cells = try #require(try outcome.object()["cells"] as? [[String: Any]])
    #expect(cells.count == 1 && (cells[0]["runs"] as? [Any])?.count == 4)
  }

  @Test func theRangeTestSuggestsARate() throws {
    let text = try shell.run("range", "-", input: Self.xor)
    #expect(text.status == 0 && text.output.contains("\nThe suggested learning rate is about "))
    #expect(text.output.contains("\nShown is one update in 5; --csv prints all.\n"))
    let short = try shell.run("range", "-", "--steps", "20", input: Self.xor)
    #expect(!short.output.contains("--csv"))
    let rows = try shell.run("range", "-", "--csv", "--steps", "20", input: Self.xor)
    #expect(rows.output.hasPrefix("learning_rate,loss,smoothed_loss\n"))
    #expect(try shell.run("range", "-", "--json", input: Self.xor).object()["suggestion"] != nil)
  }

  /// The sentence of the text is a value of the object.
  @Test func aHarmfulScaleIsNamedInEveryForm() throws {
    let far =
      "inputs: [[1000000], [1000001], [1000002], [1000003]]\ntargets: [[0], [1], [0], [2]]\nhidden: [4]\n"
    let object = try shell.run("range", "-", "--json", input: far).object()
    let remedy = try #require(object["remedy"] as? String)
    #expect(remedy.hasPrefix("It is a matter of scale"))
    #expect(try shell.run("range", "-", input: far).output.contains(remedy))
    let healthy = try shell.run("range", "-", "--json", input: Self.xor).output
    #expect(healthy.contains("\"remedy\":null"))
  }

  /// The steepest rate kills half of these units; a lower one takes the loss to a tenth.
  @Test(arguments: [1, 5])
  func theSuggestionForDigitsLearnsThem(seed: Int) throws {
    let digits =
      "data: digits\nhidden: [16]\nactivation: relu\noptimizer: {name: adam}\nbatch_size: 32\nseed: \(seed)\n"
    let range = try shell.run("range", "-", "--json", input: digits).object()
    let first = try #require(range["first_loss"] as? Double)
    #expect(try #require(range["trained_loss"] as? Double) < first / 10)
  }

  @Test func theSurfaceHasAPathOnIt() throws {
    let places = ["--x", "layer1.w[1,1]", "--y", "layer2.w[1,1]", "--columns", "20", "--rows", "5"]
    let map = try shell.run(all: ["surface", "-"] + places, input: Self.xor)
    #expect(map.status == 0 && map.output.split(separator: "\n").count == 8)
    #expect(map.output.contains("E"))
    let rows = try shell.run(all: ["surface", "-", "--csv"] + places, input: Self.xor).output
    #expect(rows.split(separator: "\n").count { $0.hasPrefix("surface,") } == 100)
    #expect(rows.contains("path,200,"))
    let wide = try shell.run(
      all: ["surface", "-", "--x-range", "-1e308...1e308"] + places,
      input: Self.xor + "\nactivation: relu")
    #expect(wide.output.contains(" ????\n"))
    #expect(wide.output.hasSuffix("; ? where it is not a number\n"))

    let json = try shell.run(all: ["surface", "-", "--json"] + places, input: Self.xor).object()
    #expect((json["losses"] as? [[Double]])?.count == 5)
    let strange = ["surface", "-", "--x", "layer9.w[1,1]", "--y", "layer1.b[1]"]
    #expect(try shell.run(all: strange, input: Self.xor).status == 1)
  }

  @Test(arguments: [
    ["sweep"], ["sweep", "x", "--seeds", "one"], ["sweep", "x", "--goal", "los < 1"],
    ["sweep", "x", "--vary", "l2"], ["sweep", "x", "--seeds", "1...9999999"],
    ["sweep", "x", "--csv", "--json"], ["sweep", "x", "--steps", "1", "--epochs", "1"],
    ["sweep", "x", "--folds", "1"], ["sweep", "x", "--by", "luck"], ["range", "x", "--from", "0"],
    ["range", "x", "--from", "2", "--to", "1"], ["surface", "x", "--x", "loss", "--y", "loss"],
    ["surface", "x", "--x", "layer1.b[1]", "--y", "layer1.b[2]", "--x-range", "3...1"],
    ["surface", "x", "--x", "layer1.b[1]", "--y", "layer1.b[ 1]"],
  ])
  func wrongQuestionsEndWith64(_ arguments: [String]) throws {
    let outcome = try shell.run(all: arguments)
    #expect(outcome.status == 64 && !outcome.errors.isEmpty, "\(arguments)")
  }

  @Test func settingsThatDoNotFitEndWithOne() throws {
    let outcome = try shell.run("sweep", "-", "--vary", "hiden=[1]", input: Self.xor)
    #expect(outcome.status == 1 && outcome.errors.contains("Did you mean 'hidden'?"))
    let idle = try shell.run(
      "sweep", "-", "--vary", "optimizer.momentum=0,0.9", input: Self.xor + "\noptimizer: sgd")
    #expect(idle.status == 1 && idle.errors.contains("The optimizer 'sgd' has no 'momentum'"))
  }

  @Test(arguments: [
    (["--vary", "seed=1,2"], "'seed' is given by --seeds already."),
    (["--vary", "learning_rate=5", "--lr", "1"], "'learning_rate' is given by --lr already."),
    (["--lr", "1", "--vary", "optimizer.lr=5"], "'optimizer.lr' is given by --lr already."),
    (["--vary", "steps=5,6", "--steps", "1"], "'steps' is given by --steps already."),
    (["--vary", "holdout=0.1,0.2", "--folds", "3"], "'holdout' is given by --folds already."),
    (["--vary", "steps=5,6", "--epochs", "1"], "'steps' is given by --epochs already."),
    (["--vary", "l2=0,1", "--vary", "l2=2"], "'l2' is given by --vary l2 already."),
    (
      ["--vary", "optimizer=sgd", "--vary", "optimizer.name=adam"],
      "'optimizer.name' is given by --vary optimizer already."
    ),
    (["--seeds", "1,2,1"], "--seeds names 1 twice: keep one."),
    (["--seeds", "3...1"], "--seeds counts upwards from the smaller number: 1...3."),
    (["--seeds", "1...100000000"], "--seeds takes 1000000 seeds at most; 1...100000000 are more."),
    (["--seeds", "a"], "--seeds needs whole numbers, such as 1...200 or 3,5,8."),
  ])
  func nothingIsVariedTwice(_ arguments: [String], _ message: String) throws {
    let outcome = try shell.run(all: ["sweep", "-"] + arguments, input: Self.xor)
    #expect(outcome.status == 64 && outcome.errors.contains(message), "\(outcome)")
  }

  /// A rule in place of the whole group leaves the rate that is varied beside it.
  @Test func groupsAreSetBeforeWhatIsInThem() throws {
    let input = "data: xor\nhidden: [2]\nsteps: 5\noptimizer: {name: adam, lr: 0.5}\n"
    let together = try shell.run(
      "sweep", "-", "--csv", "--seeds", "1", "--lr", "0,1", "--vary", "optimizer=sgd", input: input)
    let losses = together.output.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",")[3]
    }
    #expect(losses.count == 2 && losses[0] != losses[1], "\(together)")
  }

  @Test(arguments: [
    "layer7.w[1,1] > 0", "loss < 1 and sample9.output[1] > 0.5", "heldout_loss < 1",
  ])
  func aGoalNeedsWhatTheRunHas(_ goal: String) throws {
    let outcome = try shell.run("sweep", "-", "--seeds", "1", "--goal", goal, input: Self.xor)
    #expect(outcome.status == 1 && outcome.output.isEmpty)
    #expect(
      outcome.errors.hasSuffix("in a run of 4 samples through a network of shape 2-4-1.\n"),
      "\(outcome)")
  }

  @Test(arguments: [
    ["sweep", "-", "--seeds"], ["sweep", "-", "--lr"], ["sweep", "-", "--epochs"],
    ["sweep", "-", "--vary"],
    ["sweep", "-", "--goal"], ["range", "-", "--from"], ["range", "-", "--to"],
    ["range", "-", "--steps"],
    ["surface", "-", "--x"], ["surface", "-", "--rows"], ["surface", "-", "--steps"],
    ["surface", "-", "--y-range"], ["train", "-", "--prune"],
  ])
  func aValueMayBeginWithADash(_ arguments: [String]) throws {
    let outcome = try shell.run(all: arguments + ["-1...1"])
    #expect(outcome.status != 0 && !outcome.errors.contains("Missing value"), "\(outcome.errors)")
  }
}
