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
  /// Writes the focused run as far as it has come.
  fileprivate mutating func export(_ exporter: Exporter, to path: String, replacing: Bool)
    -> [Effect]
  {
    let updates = run.position.update
    let exported = ExportedRun(
      workspace.fileInForce, updates: updates > 0 ? updates : nil, made: run, destination: path)
    let remark = exporter.beginsAnew ? remarkOnBeginningAnew : ""
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

  /// What sets a run that is made again apart from the one on the screen.
  private var remarkOnBeginningAnew: String {
    if wasChangedOnTheWay {
      return ". It begins anew with the settings in force: what was changed on the way is not in it"
    }
    return run.activeExperiment.earlyStopping == nil ? "" : ". It ends where early stopping ends it"
  }

  /// Whether the focused run is another than the settings in force make from the beginning.
  var wasChangedOnTheWay: Bool {
    run.journal.entries.contains {
      $0.update <= run.position.update && ($0.update > 0 || !$0.change.isSetting)
    }
  }
}
