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

  /// Settings that were changed on the way are those of the script.
  @Test func theSettingsInForceAreExported() throws {
    var tutor = try Tutor.playground("xor", "goto 5", "set learning_rate 0.125", "goto 9")
    tutor.press(":")
    for character in "export numpy x.py" { tutor.press(.character(character)) }
    let effects = update(&tutor.model, key: .enter)
    guard case .study(let study)? = effects.first else {
      Issue.record("no file")
      return
    }
    guard case .write(let file, _, let remark)? = study.make()(&tutor.model).first else {
      Issue.record("no file")
      return
    }
    #expect(String(decoding: file.bytes, as: UTF8.self).contains("0.125"))
    #expect(remark.contains("what was changed on the way is not in it"))
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
    var plain = PlainTutor(tutor.model, write: { said.lines.append($0) }, save: { _ in nil })
    var input = ["export numpy \(path)"]
    plain.run { input.isEmpty ? nil : input.removeFirst() }
    #expect(said.lines.contains { $0.contains("Saved in") })
    #expect(FileManager.default.fileExists(atPath: path))
  }

  private final class Said { var lines: [String] = [] }
}
