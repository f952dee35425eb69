import Experiments
import Exporters
import NeuralNetwork
import Workbench

extension PlaygroundCommand {
  /// The command that takes the run to other programs.
  static let export = PlaygroundCommand(
    "export", "FORM FILE",
    help:
      "The run as a script that prints the same losses, its weights, or a log: export pytorch my.py; "
      + "'export FORM over FILE' replaces one",
    completions: { _, before in before.isEmpty ? Exporter.names : [] },
    run: { model, text throws(CommandProblem) in
      let words = text.split(separator: " ", maxSplits: 1).map(String.init)
      let form = words.first ?? ""
      guard let exporter = Exporter(named: form) else {
        guard !form.isEmpty else {
          throw CommandProblem("Write a form and a file: export pytorch my.py")
        }
        throw CommandProblem(noSuch: "form", form, among: Exporter.names)
      }
      let (path, replaces) = target(of: words.count > 1 ? words[1].trimmed : "")
      guard !path.isEmpty else {
        throw CommandProblem("Name a file: export \(form) my.\(exporter.fileExtension)")
      }
      return model.export(exporter, to: path, replacing: replaces)
    })
}

extension Model {
  /// Writes the focused run as far as it has come; it begins anew with the settings in force.
  fileprivate mutating func export(_ exporter: Exporter, to path: String, replacing: Bool)
    -> [Effect]
  {
    let updates = run.position.update
    let exported = ExportedRun(workspace.fileInForce, updates: updates > 0 ? updates : nil)
    let remark =
      wasChangedOnTheWay
      ? ". It begins anew with the settings in force: what was changed on the way is not in it" : ""
    notice = "Exporting …"
    let study = Study {
      do {
        let file = OutputFile(name: path, bytes: try exporter.write(exported))
        return { _ in [.write(file, replacing: replacing, remark: remark)] }
      } catch {
        let sentence = "\(error)"
        return { model in
          model.notice = sentence
          return []
        }
      }
    }
    return [.study(study)]
  }

  /// Whether updates of the focused run were made with other settings than those in force.
  var wasChangedOnTheWay: Bool {
    run.journal.entries.contains { (1..<max(1, run.position.update)).contains($0.update) }
  }
}
