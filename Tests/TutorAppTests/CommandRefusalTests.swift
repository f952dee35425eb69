import Experiments
import NeuralNetwork
import SeededRandom
import TerminalCanvas
import Testing
import Workbench

@testable import TutorApp

/// Commands with what nobody should write after them, and with what the program itself proposes.
@Suite struct CommandRefusalTests {
  /// A tutor that has been given a command, and what it says.
  private func given(_ command: String, on name: String = "xor") throws -> (Tutor, String) {
    let tutor = try Tutor.playground(name, command)
    return (tutor, tutor.model.notice ?? "")
  }

  /// What is wrong is said in a sentence that shows how to write it, and nothing is changed.
  @Test(arguments: [
    ("goto", "Write where to: goto 1200, or goto epoch 3"),
    ("goto epoch", "Write where to: goto 1200, or goto epoch 3"),
    ("goto -3", "Write where to: goto 1200, or goto epoch 3"),
    ("step x", "Write how many: step 10, or step 2 epochs"),
    ("back 1.5", "Write how many: step 10, or step 2 epochs"),
    ("play on", "Write play, or play epoch; 'stop' says when to stop"),
    ("speed fast", "A speed is one of: phases, 2, 10, 60, 1000, epochs, flat-out"),
    ("stop epoch x", "Write the epoch: stop epoch 20"),
    ("stop update", "Write the update: stop update 500"),
    ("stop plateau soon", "Write for how many epochs: stop plateau 20"),
    ("set", "Write a key and its value: set optimizer.beta1 0.8"),
    ("set loss", "Write a key and its value: set optimizer.beta1 0.8"),
    ("unset", "Write the key: unset schedule"),
    ("all loss", "Write a key and its value: all learning_rate 0.5"),
    ("weight", "Write a parameter and a number: weight layer1.w[1,1] 0.5"),
    ("weight loss 3", "Write a parameter and a number: weight layer1.w[1,1] 0.5"),
    (
      "weight layer1.w[1,1] inf",
      "With inf no loss could be worked out: a parameter is a finite number"
    ),
    (
      "weight layer1.w[1,1] nan",
      "With nan no loss could be worked out: a parameter is a finite number"
    ),
    ("stop epoch off", "'epoch' is not set. It stops at: divergence"),
    ("set layer9.w[1,1] 1", "There is no layer9.w[1,1] in a network of shape [2, 4, 1]"),
    ("weight layer9.w[1,1] 1", "There is no layer9.w[1,1] in a network of shape [2, 4, 1]"),
    ("freeze", "Select a parameter with j and k, or name one: freeze layer1.w[1,2]"),
    ("freeze everything", "Write a layer or a parameter: freeze layer 1, freeze layer1.w[1,2]"),
    ("thaw", "Nothing was frozen: freeze layer 1"),
    ("unit", "Write unit add LAYER, or unit remove LAYER UNIT: unit remove 1 3"),
    ("unit grow 1", "Write unit add LAYER, or unit remove LAYER UNIT: unit remove 1 3"),
    ("layer add", "Write layer add UNITS, or layer remove LAYER"),
    ("feed 1", "An input is 2 numbers: feed 0.5 0.5"),
    ("feed 1 nan", "An input is 2 numbers: feed 0.5 0.5"),
    ("follow 1 2 3", "An input is 2 numbers: feed 0.5 0.5"),
    ("draw", "The inputs of this network are not a square image: 'open digits' has one"),
    ("race", "Name the optimizers: race sgd momentum adam"),
    ("sort", "Write what to sort by: sort loss"),
    ("sort lss", "Write what to sort by: sort loss"),
    ("differ", "There is one run only: fork makes another"),
    ("seed x", "Write a whole number: seed 7"),
    (
      "open",
      "Name what to open, an example, a data set or a file: open moons, open my.yaml, open my.csv"
    ),
    ("goto 10 20", "Write where to: goto 1200, or goto epoch 3"),
    ("pause soon", "'pause' takes nothing after it, but found: soon"),
    ("quit soon", "'quit' takes nothing after it, but found: soon"),
    ("open moon", "There is no example 'moon': did you mean 'moons'?"),
    ("save", "Name a file: save my.yaml"),
    ("save over", "Name a file: save my.yaml"),
    ("command", "The settings in force are in no file yet: 'save FILE' writes one"),
    ("pick", "Name a run: pick A"), ("drop", "Name a run: drop A"),
    (
      "unset foo",
      "foo: An experiment has no key 'foo'."
        + Suggestion.hint(for: "foo", among: ExperimentField.all.map(\.name))
    ),
    ("panel", "Name a panel: " + Panel.names.joined(separator: ", ")),
    ("zzz", "There is no command 'zzz': ? lists them"),
    ("st 5", "'st' could be step or stop"),
    ("stepp 5", "There is no command 'stepp': did you mean 'step'?"),
  ])
  func whatIsWrongIsSaid(command: String, sentence: String) throws {
    let before = try Tutor.playground("xor")
    let (tutor, notice) = try given(command)
    #expect(notice == sentence)
    #expect(tutor.model.workspace.hasNumbers(of: before.model.workspace))
    #expect(
      tutor.model.workspace.fileInForce.document.text
        == before.model.workspace.fileInForce.document.text)
  }

  /// Numbers far beyond what there is end in an answer, and leave a run that still goes both ways.
  @Test(arguments: PlaygroundCommand.all.map(\.name))
  func theLargestNumbersEndInAnAnswer(name: String) throws {
    let most = "\(Int.max)"
    let texts = [
      "epoch \(most)", "update \(most)", "add \(most)", "remove \(most)", "remove 1 \(most)",
      "\(most) epochs", "last \(most)", "0 \(most)", "plateau \(most)", "layer\(most)", ".", ". 1",
      "... 1", "learning_rate.x 1", "layer1.w[\(most),1] 1", "1e308 -1e308", "add 1e308 1e308 1",
      ":", "sgd:1e999",
    ]
    // To go to the last update there is, or one by one a thousand epochs, is what was asked for; it only takes long.
    for text in texts where !["goto", "play", "step", "back", "save", "share"].contains(name) {
      var (tutor, notice) = try given("\(name) \(text)")
      #expect(!notice.contains("\u{1B}"), "\(name) \(text)")
      tutor.press("u", "U")
      #expect(tutor.screen.split(separator: "\n").count <= 24, "\(name) \(text)")
    }
  }

  /// A line that no human types: pieces of commands put together by chance.
  @Test(arguments: 0..<6) func linesByChanceNeverTrap(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed))
    let words =
      PlaygroundCommand.all.map(\.name) + Panel.names.prefix(6) + Preset.all.map(\.name).prefix(3)
      + [
        "1", "2", "0", "-1", "1e-3", "[4]", "A", "B", "layer1", "layer1.w[1,1]", "epoch", "to",
        "add", "remove", "loss", "<", "sgd", "off", "adam:0.1", "learning_rate", "hidden", ".", "",
      ]
    var tutor = try Tutor.playground("xor")
    for _ in 0..<40 {
      let line = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        words.randomElement(using: &random) ?? ""
      }.joined(separator: " ")
      // What leaves the playground or takes its time is tested elsewhere.
      let first = PlaygroundCommand.beginning(line)?.name ?? ""
      guard !["save", "share", "quit", "open", "lessons", "goto", "help", "play"].contains(first)
      else { continue }
      _ = tutor.model.run(command: line)
      if let playing = tutor.model.notice { #expect(!playing.isEmpty, "\(line)") }
      tutor.press(":")
      tutor.enter(line)
      while !(tutor.model.scene is PlaygroundScene) { tutor.press(.escape) }
      #expect(tutor.model.workspace.runs.indices.contains(tutor.model.workspace.focus), "\(line)")
    }
  }

  // MARK: - Completions

  /// What a command proposes begins as what was typed, is no secret from the command, and is proposed in one order.
  @Test(arguments: PlaygroundCommand.all.map(\.name))
  func whatIsProposedIsTaken(name: String) throws {
    let tutor = try Tutor.playground("xor", "fork")
    let model = tutor.model
    let proposed = PlaygroundCommand.completions(of: "\(name) ", model)
    #expect(Set(proposed).count == proposed.count, "\(proposed)")
    for text in proposed where !text.contains(" ") {
      #expect(
        !text.isEmpty && PlaygroundCommand.completions(of: "\(name) \(text)", model).contains(text))
    }
    for letter in Set(proposed.compactMap(\.first)) {
      let begun = PlaygroundCommand.completions(of: "\(name) \(letter)", model)
      #expect(begun == proposed.filter { $0.first == letter })
    }
    #expect(PlaygroundCommand.completions(of: "\(name) \u{1}", model).isEmpty)
  }

  /// A name is enough as far as no other command begins like it.
  @Test(arguments: PlaygroundCommand.all.map(\.name)) func aNameMayBeShortened(name: String) throws
  {
    #expect(PlaygroundCommand.beginning(name)?.name == name)
    for length in 1..<max(2, name.count) {
      let short = String(name.prefix(length))
      let all = PlaygroundCommand.all.map(\.name).filter { $0.hasPrefix(short) }
      let meant = all.contains(short) ? short : all.count == 1 ? all[0] : nil
      #expect(PlaygroundCommand.beginning("\(short) 5")?.name == meant, "\(short)")
    }
    let model = try Tutor(Samples.line).model
    #expect(PlaygroundCommand.completions(of: String(name.prefix(2)), model).contains(name))
  }
}
