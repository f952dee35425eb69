import ArgumentParser
import Experiments
import Exporters
import NeuralNetwork
import Platform

/// The command export: a run in a form that other programs read.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Take a run to other programs: scripts, weights, logs.",
    discussion: forms + "\n\n" + """
      The run is that of 'train': the same updates from the same seed. A script that is exported prints the loss of each \
      update's batch as 'train --trace --json' has it. Without -o, or with -o -, it goes to standard output.
      """)

  /// What each form writes, and what it leaves out.
  private static var forms: String {
    Exporter.all.map { form in
      "\(form.name): \(form.summary)." + (form.limits.map { " \($0)." } ?? "")
    }.joined(separator: "\n\n")
  }

  @Argument(help: InputFile.help)
  var file: InputFile

  @Option(
    name: .customLong("to"),
    help: ArgumentHelp(
      "The form: \(Exporter.names.joined(separator: ", ")).", valueName: "form"),
    completion: .list(Exporter.names))
  var form: String

  @OptionGroup var length: RunLength

  @Option(name: .shortAndLong, help: "The file to write.", completion: .file())
  var output: String?

  /// The file to write; nil for standard output.
  private var path: String? { output == "-" ? nil : output }

  func validate() throws {
    guard Exporter(named: form) != nil else {
      throw ValidationError(
        "There is no form '\(SafeText.visible(form))'. Known: \(Exporter.names.joined(separator: ", "))."
      )
    }
  }

  func run() throws {
    Interrupt.listen()
    guard let exporter = Exporter(named: form) else { return }
    let experiment = try file.experimentFile()
    if let path { try reporting { try OutputFile.reject(path, madeFrom: experiment.files) } }
    let bytes: [UInt8]
    do {
      let updates = try length.updates(of: Run(experiment.experiment))
      bytes = try exporter.write(ExportedRun(experiment, updates: updates, destination: path))
    } catch {
      Output.warn("\(file): \(error)")
      throw ExitCode.failure
    }
    try write(bytes, exporter)
  }

  private func write(_ bytes: [UInt8], _ exporter: Exporter) throws {
    guard let path else {
      if !exporter.isText, isatty(STDOUT_FILENO) != 0 {
        Output.warn(
          "\(exporter.title) is not text for a terminal: name a file with -o, such as -o run.\(exporter.fileExtension)."
        )
        throw ExitCode.failure
      }
      return exporter.isText
        ? Output.write(String(decoding: bytes, as: UTF8.self)) : Output.write(bytes: bytes)
    }
    try reporting { try OutputFile(name: path, bytes: bytes).write(replacing: true) }
  }
}
