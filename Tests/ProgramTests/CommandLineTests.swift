import Foundation
import Testing

/// The program as a shell sees it: what it prints where, and how it ends.
@Suite struct CommandLineTests {
  private let shell: Shell

  init() throws { shell = try Shell() }

  @Test func trainingSumsUp() throws {
    let outcome = try shell.run("train", shell.file("x.yaml", Samples.experiment))
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    #expect(outcome.output.contains("2-4-1, 17 parameters, 20 samples\n30 updates (7 epochs)"))
  }

  @Test func oneIsSingular() throws {
    let text =
      "inputs: [[1], [2]]\ntargets: [[1], [2]]\nlayers: [{weights: [[0]], activation: linear}]\n"
    let outcome = try shell.run("train", "-", "--steps", "1", input: text + "holdout: 0.5")
    #expect(
      outcome.output.hasPrefix("-: 1-1, 1 parameter, 1 sample, 1 held out\n1 update (1 epoch) in "),
      "\(outcome)")
  }

  @Test func heldOutSamplesHaveFiguresOfTheirOwn() throws {
    let text = "data: {name: moons, samples: 40}\nhidden: [4]\nholdout: 0.25\ntest: 0.2\n"
    let summary = try shell.run("train", "-", "--confusion", "--steps", "5", input: text)
    #expect(summary.status == 0)
    for part in [
      "22 samples, 10 held out, 8 for the test", "\ntraining: loss ", "\nheld out: loss ",
      "\ntest: loss ", "true \\ guess",
    ] {
      #expect(summary.output.contains(part), "\(summary.output)")
    }
    let json = try shell.run("train", "-", "--confusion", "--json", "--steps", "5", input: text)
    let object = try json.object()
    #expect(object["heldout_samples"] as? Int == 10 && object["heldout_accuracy"] is Double)
    let counts = (object["heldout_confusion"] as? [[Int]])?.joined().reduce(0, +)
    #expect(counts == 10 && object["test_samples"] as? Int == 8)
  }

  /// A hinge parts its classes at 0: what is 0.2 is a one, in the accuracy and in the table.
  @Test func accuracyAndConfusionHaveOneThreshold() throws {
    let text = """
      inputs: [[0], [1], [2], [3]]
      targets: [[0], [0], [1], [1]]
      layers: [{weights: [[0.1]], biases: [-0.05], activation: linear}]
      loss: hinge

      """
    let outcome = try shell.run("train", "-", "--confusion", "--steps", "0", input: text)
    #expect(outcome.output.contains("accuracy 75.0 %"))
    #expect(outcome.output.contains("true \\ guess  0  1\n           0  1  1\n           1  0  2"))
  }

  @Test func confusionNeedsClasses() throws {
    let outcome = try shell.run("train", "-", "--confusion", input: "data: line\nhidden: [2]\n")
    #expect(outcome.status == 1 && outcome.errors.contains("--confusion needs classes"))
  }

  @Test func readsStandardInput() throws {
    let outcome = try shell.run("train", "-", "--json", "--epochs", "2", input: Samples.experiment)
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("{\"updates\":8,\"epochs\":2,"))
  }

  @Test func rowsAreOneAnUpdate() throws {
    let outcome = try shell.run("train", "-", "--csv", "--steps", "3", input: Samples.experiment)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines.first == "update,epoch,learning_rate,loss,data_loss,batch_loss,gradient_norm")
  }

  @Test func aTraceIsOneObjectWithTheKeysOfACase() throws {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let path = tests.appending(path: "NeuralNetworkTests/Cases/03-two-neuron-mse.json").path
    let outcome = try shell.run("train", path, "--trace", "--json")
    let trace = try outcome.object()
    let whole = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: path)))
    let expected = (whole as? [String: Any])?["expected"] as? [String: Any]
    #expect(trace.keys.sorted() == expected?.keys.sorted())
  }

  @Test func aRunThatDivergesIsAResult() throws {
    let text =
      "inputs: [[1], [3]]\ntargets: [[2], [6]]\nlayers: [{weights: [[0]], activation: linear}]\nlearning_rate: 9\n"
    let outcome = try shell.run("train", "-", input: text)
    #expect(
      outcome.status == 0 && outcome.output.contains("Diverged. Training stopped at update"))
    #expect(outcome.output.contains("The learning rate 9 is not below 0.2, the limit 2/λ"))
    #expect(outcome.output.split(separator: "\n").allSatisfy { !$0.contains("0000000000000000") })
    let json = try shell.run("train", "-", "--json", input: text)
    #expect(json.output.contains("\"divergence\":\"Training stopped"))
  }

  @Test func badFilesEndWithOne() throws {
    for arguments in [
      ["train", "/nowhere"], ["check", "/nowhere"], ["check", shell.folder.path],
    ] {
      let outcome = try shell.run(all: arguments)
      #expect(
        outcome.status == 1 && outcome.output.isEmpty && !outcome.errors.isEmpty, "\(arguments)")
    }
    let bad = try shell.run("check", shell.file("x.yaml", "data: xr\nhidden: [2]"))
    #expect(
      bad.status == 1
        && bad.errors.contains(":1:7: There is no data set called 'xr'. Did you mean 'xor'?"))
  }

  @Test func soundFilesEndWithNought() throws {
    let outcome = try shell.run(
      "check", shell.file("01-line.md", Samples.lesson), shell.file("x.yaml", Samples.experiment))
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.hasSuffix(": ok") })
  }

  @Test(arguments: [
    ["trian"], ["train"], ["check"], ["train", "x", "--steps", "-1"],
    ["train", "x", "--csv", "--json"],
    ["train", "x", "--trace"], ["train", "x", "--confusion", "--csv"],
    ["train", "x", "--steps", "1", "--epochs", "1"],
    ["train", "x", "--lr", "nan"],
  ])
  func wrongUsageEndsWith64(_ arguments: [String]) throws {
    let outcome = try shell.run(all: arguments)
    #expect(outcome.status == 64 && !outcome.errors.isEmpty)
  }

  @Test(arguments: ["--steps", "--epochs", "--seed", "--lr"])
  func negativeNumbersAreCalledWhatTheyAre(_ option: String) throws {
    let outcome = try shell.run("train", "x", option, "-1")
    #expect(outcome.status == 64 && !outcome.errors.contains("Missing"), "\(outcome.errors)")
  }

  @Test func helpAndVersionAreNoFailures() throws {
    #expect(try shell.run("--version").output.first?.isNumber == true)
    for command in Self.commands { #expect(try shell.run(command, "--help").status == 0) }
  }

  static let commands = [
    "learn", "lessons", "play", "train", "sweep", "range", "surface", "perceptron", "check",
    "config", "glossary", "new", "reset", "grade", "review",
  ]

  @Test(arguments: commands)
  func helpFillsItsLines(_ command: String) throws {
    let lines = try shell.run(command, "--help").output.components(separatedBy: "\n")
    for (line, next) in zip(lines, lines.dropFirst())
    where line.first?.isLetter == true && !line.hasPrefix("USAGE") {
      #expect(line.count <= 80)
      let word = next.prefix { $0 != " " }
      #expect(word.isEmpty || line.count + 1 + word.count > 78, "\(line)")
    }
  }

  /// Each names a lesson, an experiment or a data set: `check` and `--help` show without a screen what was understood.
  @Test func theFirstWordMayBeALessonOrAFile() throws {
    try shell.file("07-line.md", Samples.lesson)
    let file = try shell.file("x.yaml", Samples.experiment)
    let lessons = ["--lessons", shell.folder.path]
    for words in [["line"], ["7"], ["07-line"], ["li"], ["lesson", "7"], ["learn", "#7"]] {
      let outcome = try shell.run(all: words + lessons + ["--plain"], input: "q\n")
      #expect(outcome.status == 0 && outcome.output.contains("Lesson 7, "), "\(words) \(outcome)")
    }
    let lesson = try shell.run(shell.folder.path + "/07-line.md", "--plain", input: "q\n")
    #expect(lesson.output.contains("Lesson 7, "), "\(lesson)")
    for word in [file, "moons"] {
      let outcome = try shell.run(all: [word, "--plain"], input: "q\n")
      #expect(outcome.status == 0 && outcome.output.contains("Playground: "), "\(outcome)")
    }
    let typo = try shell.run("trian", file)
    #expect(typo.status == 64 && typo.errors.contains("Did you mean 'train'?"))
    #expect(try shell.run("version").output == shell.run("--version").output)
  }

  @Test func aLessonOpensAtAPage() throws {
    let outcome = try shell.run("learn", "two-neurons", "--at", "7", "--plain", input: "q\n")
    #expect(outcome.output.contains("Lesson 4, ") && outcome.output.contains(", page 7 of "))
    let far = try shell.run("learn", "two-neurons", "--at", "99", "--plain")
    #expect(far.status == 1 && far.errors.contains("The lesson 'two-neurons' has "))
    let list = try shell.run("learn", "--plain", input: "q\n")
    #expect(list.status == 0 && list.output.contains("Lessons:"))
  }

  /// An option that a command does not have is answered with what does the same.
  @Test(arguments: [
    ("train", ["--l2", "0.1"], "Unknown option '--l2'. Write '--set l2=0.1'."),
    ("train", ["--batch-size=5"], "Write '--set batch_size=5'."),
    (
      "train", ["--clip-norm", "1"],
      "As a key of the experiment it is 'clip: {type: norm, max: …}'."
    ),
    ("train", ["--save"], "What was trained is written by 'downhill export'"),
    ("sweep", ["--cv", "5"], "Parts are made with '--folds 5'."),
    ("sweep", ["--hidden", "4"], "Write '--vary hidden=4'."),
    ("range", ["--lr", "0.1"], "It looks for the learning rate itself"),
    ("range", ["--seed", "2"], "Write 'seed: 2' in the experiment file."),
    ("learn", ["--page", "3"], "Pages are given with '--at 7'."),
    ("train", ["--cvs"], "Did you mean '--csv'?"),
  ])
  func unknownOptionsAreAnswered(command: String, options: [String], answer: String) throws {
    let outcome = try shell.run(all: [command, "xor"] + options)
    #expect(outcome.status == 64)
    let said = outcome.errors.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(said.contains(answer), "\(said)")
  }

  /// Amounts of whatever size are learned from a table alone: targets are scaled as inputs are.
  @Test func aTableOfLargeAmountsIsLearned() throws {
    let rows = (0..<30).map { "\($0),\($0 % 7),\(200_000 + 9_000 * $0)" }
    let file = try shell.file("prices.csv", "a,b,price\n" + rows.joined(separator: "\n"))
    let outcome = try shell.run("train", file)
    let match = outcome.output.firstMatch(of: /R² (\S+),/)
    #expect(Double(match?.1 ?? "") ?? 0 > 0.9, "\(outcome)")
    #expect(outcome.output.contains("in the targets' unit"))
  }

  @Test func aTableOrADataSetStandsForAnExperiment() throws {
    let rows = (0..<20).map { "\($0 * 2),\($0 % 7),\($0 < 10 ? "low" : "high")" }
    let file = try shell.file("my table.csv", "a,b,kind\n" + rows.joined(separator: "\n"))
    let outcome = try shell.run("train", file)
    #expect(outcome.status == 0 && outcome.output.contains("accuracy 100.0 %"), "\(outcome)")
    #expect(
      outcome.errors.hasSuffix(
        "stands for this experiment file: data: {csv: my table.csv}, hidden: [8], scaling: standard\n"
      ))
    #expect(try shell.run("train", "xor").output.contains("xor: 2-8-1"))
  }

  /// One number under one name, in every form.
  @Test func theLossIsOneNumber() throws {
    let text = "data: {name: moons, samples: 20}\nhidden: [4]\nl2: 0.1\nholdout: 0.2\n"
    let rows = try shell.run("train", "-", "--csv", "--steps", "8", input: text).output
    let row = try #require(rows.split(separator: "\n").last).split(separator: ",")
    let (loss, dataLoss) = (row[3], row[4])
    #expect(loss != dataLoss && row[5] == loss)
    let figures = "\"loss\":\(loss),\"data_loss\":\(dataLoss),\"accuracy\":"
    let json = try shell.run("train", "-", "--json", "--steps", "7", input: text).output
    #expect(json.contains("," + figures))
    let summary = try shell.run("train", "-", "--steps", "7", input: text).output
    #expect(summary.contains(" → \(loss) (data_loss \(dataLoss)), accuracy "))
    let trace = try shell.run("train", "-", "--json", "--trace", "--steps", "8", input: text).output
    #expect(trace.contains(",\(loss)],\"data_losses\":"))
    let sweep = try shell.run("sweep", "-", "--json", "--seeds", "1", "--steps", "7", input: text)
    #expect(sweep.output.contains(figures) && sweep.output.contains("\"heldout_loss\":"))
    #expect(json.contains("\"heldout_loss\":") && json.contains("\"heldout_accuracy\":"))
  }

  @Test func checkSaysWhatNoTrainingReaches() throws {
    let text = "inputs: [[0], [1]]\ntargets: [[0], [81]]\nhidden: [2]\noutput: sigmoid\nloss: mse\n"
    let outcome = try shell.run("check", shell.file("x.yaml", text))
    #expect(outcome.status == 0 && outcome.errors.contains("1 of 2 targets lie outside 0 to 1"))
    let hinge = "data: moons\nhidden: [2]\noutput: sigmoid\nloss: hinge\n"
    let check = try shell.run("check", shell.file("hinge.yaml", hinge))
    #expect(check.status == 0 && check.errors.contains("asks for outputs below 0"))
  }

  @Test func namesOfLessonsMayBeMisspelt() throws {
    try shell.file("01-line.md", Samples.lesson)
    let folder = shell.folder.path
    let list = try shell.run("lessons", "--lessons", folder)
    #expect(list.output == " 1  line  A line that learns (7 min)\n")
    let outcome = try shell.run("learn", "lien", "--lessons", folder)
    #expect(outcome.status == 1 && outcome.errors.contains("Did you mean 'line'?"))
  }
}
