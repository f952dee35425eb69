import Experiments
import Exporters
import Foundation
import NeuralNetwork
import TerminalCanvas
import Testing
import Workbench

@testable import TutorApp

/// What the playground writes for other programs is what the command `export` would write.
@Suite struct ExportCommandTests {
  private func command(_ line: String, _ tutor: inout Tutor) {
    tutor.press(":")
    tutor.enter(line)
  }

  @Test(arguments: Exporter.all.map(\.name)) func everyFormIsWritten(name: String) throws {
    let folder = URL(fileURLWithPath: NSTemporaryDirectory() + "export-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let exporter = try #require(Exporter(named: name))
    let path = folder.appendingPathComponent("run.\(exporter.fileExtension)").path
    var tutor = try Tutor.playground("xor", "goto 20")
    command("export \(name) \(path)", &tutor)
    #expect(tutor.model.notice == "Saved in \(path)")
    let run = ExportedRun(try #require(Preset.named("xor")).file(), updates: 20)
    let written = try Data(contentsOf: URL(fileURLWithPath: path))

    #expect(Array(written) == (try exporter.write(run)))
    command("export \(name) \(path)", &tutor)
    #expect(tutor.model.notice?.contains("There is a file of this name already.") == true)
    command("export \(name) over \(path)", &tutor)
    #expect(tutor.model.notice == "Saved in \(path)")
  }

  /// As many updates as were asked for, however many these are.
  @Test(arguments: [("step 2500", 2500), ("step 3 epochs", 3), ("step", 1), ("step 0", 0)])
  func stepsAreMadeAll(_ line: String, _ update: Int) throws {
    var tutor = try Tutor.playground("xor")
    command(line, &tutor)
    #expect(tutor.run.position.update == update)
    command("back \(update)", &tutor)
    #expect(tutor.run.position.update == 0)
  }

  @Test func whatIsMissingIsSaid() throws {
    var tutor = try Tutor.playground("xor")
    for (line, sentence) in [
      ("export", "Write a form and a file: export pytorch my.py"),
      ("export numpy", "Name a file: export numpy my.py"),
      ("export numpy over", "Name a file: export numpy my.py"),
      ("export pytorhc my.py", "There is no form 'pytorhc': did you mean 'pytorch'?"),
    ] {
      command(line, &tutor)
      #expect(tutor.model.notice == sentence)
    }
  }

  /// What a command would write, and what it says of it.
  private func written(_ line: String, _ tutor: inout Tutor) throws -> (
    text: String, remark: String
  ) {
    tutor.press(":")
    for character in line { tutor.press(.character(character)) }
    guard case .study(let study)? = update(&tutor.model, key: .enter).first,
      case .write(let file, _, let remark)? = study.make()(&tutor.model).first
    else { throw CommandProblem("no file: \(line)") }
    return (String(decoding: file.bytes, as: UTF8.self), remark)
  }

  /// Settings that were changed on the way are those of the script, and that is said; so are numbers set by hand.
  @Test(
    arguments: [
      (["goto 5", "set learning_rate 0.125", "goto 9"], true),
      (["goto 5", "set learning_rate 0.125"], true), (["weight layer1.w[1,1] 5", "goto 9"], true),
      (["set learning_rate 0.125", "goto 9"], false), (["goto 9"], false),
    ] as [([String], Bool)])
  func aScriptBeginsAnew(_ commands: [String], _ isChanged: Bool) throws {
    var tutor = try Tutor.playground("xor")
    for line in commands { command(line, &tutor) }
    let (text, remark) = try written("export numpy x.py", &tutor)
    #expect(text.contains("0.125") == commands.contains("set learning_rate 0.125"))
    #expect(remark.contains("what was changed on the way is not in it") == isChanged)
  }

  /// The state that is written is the one on the screen, whatever was changed on the way to it.
  @Test(
    arguments: [
      ["goto 5", "weight layer1.w[1,1] 5"], ["weight layer1.w[1,1] 5", "goto 3"],
      ["goto 5", "set learning_rate 0.125", "goto 9"], [],
    ])
  func whatIsOnTheScreenIsWritten(_ commands: [String]) throws {
    var tutor = try Tutor.playground("xor")
    for line in commands { command(line, &tutor) }
    let (text, remark) = try written("export experiment x.yaml", &tutor)
    let file = try ExperimentFile(SourceText(name: "x.yaml", text: text))
    let (network, shown) = (try Run(file.experiment).network, tutor.run.network)
    #expect(shown.parameterIndices.allSatisfy { network[$0] == shown[$0] } && remark == "")
  }

  /// A log is that of the updates that were made.
  @Test func theLogIsOfWhatWasDone() throws {
    var tutor = try Tutor.playground("xor", "goto 5", "set learning_rate 0.125", "goto 9")
    let rows = try written("export csv x.csv", &tutor).text.split(separator: "\n").dropFirst()
    let rates = rows.map { $0.split(separator: ",", omittingEmptySubsequences: false)[2] }
    #expect(rates.count == 9 && rates.suffix(4) == ["0.125", "0.125", "0.125", "0.125"])
    #expect(!rates.prefix(5).contains("0.125"))
  }

  /// Figures of all samples stand where an epoch begins, also after other batches.
  @Test func epochsOfALogBeginWhereTheyBegin() throws {
    var tutor = try Tutor.playground("xor", "goto 3", "set batch_size 2", "goto 9")
    let rows = try written("export csv x.csv", &tutor).text.split(separator: "\n").dropFirst()
    let accuracies = rows.map { $0.split(separator: ",", omittingEmptySubsequences: false)[7] }
    #expect(accuracies.indices.filter { !accuracies[$0].isEmpty } == [0, 1, 2, 3, 5, 7])
  }

  /// A stop is for playing: steps are made.
  @Test func stepsGoByStops() throws {
    let tutor = try Tutor.playground("xor", "stop update 20", "step 30", "step 2 epochs", "back 30")
    #expect(tutor.run.position.update == 2)
  }

  @Test func whereEarlyStoppingEndsIsSaid() throws {
    var tutor = try Tutor.playground(
      "moons", "set holdout 0.25", "set early_stopping.patience 5", "goto 9")
    #expect(
      try written("export numpy x.py", &tutor).remark.contains("where early stopping ends it"))
  }

  @Test func formsAreCompleted() throws {
    let model = try Tutor.playground("xor").model
    #expect(PlaygroundCommand.completions(of: "export py", model) == ["pytorch"])
    #expect(PlaygroundCommand.completions(of: "export ", model) == Exporter.names)
  }

  @Test func linesOfTextExportToo() throws {
    let path = NSTemporaryDirectory() + "export-\(UUID()).py"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let tutor = try Tutor.playground("xor")
    let said = Said()
    var plain = PlainTutor(tutor.model, write: { said.lines.append($0) })
    var input = ["export numpy \(path)"]
    plain.run { input.isEmpty ? nil : input.removeFirst() }
    #expect(said.lines.contains { $0.contains("Saved in") })
    #expect(FileManager.default.fileExists(atPath: path))
  }

  private final class Said { var lines: [String] = [] }
}
