import Experiments
import NeuralNetwork
import Platform
import Workbench

extension PlaygroundCommand {
  /// Commands that keep what there is, and bring it back.
  static let files = [save, share, export, open, commandLine]

  /// The file that a text names, and whether it may take another one's place: `over my.yaml`, and `as my.yaml` as one says it.
  static func target(of text: String) -> (path: String, replaces: Bool) {
    let words = text.hasPrefix("as ") ? String(text.dropFirst(3)).trimmed : text
    let replaces = words == "over" || words.hasPrefix("over ")
    return ((replaces ? String(words.dropFirst(4)) : words).trimmed, replaces)
  }

  private static let save = PlaygroundCommand(
    "save", "FILE",
    help: "Write an experiment file, with what was changed when; 'save over FILE' replaces one",
    run: { model, text throws(CommandProblem) in
      let (path, replaces) = target(of: text)
      guard !path.isEmpty else { throw CommandProblem("Name a file: save my.yaml") }
      let isOwn = path == model.playground?.savedAs
      return [
        .write(
          OutputFile(name: path, text: model.experimentText(for: path)),
          replacing: replaces || isOwn)
      ]
    })

  private static let share = PlaygroundCommand(
    "share", "FILE",
    help:
      "A line of text that brings all runs back: their recipes, their changes and their places; into a file, or shown",
    run: { model, text throws(CommandProblem) in
      let line = ShareCode.line(of: Session(name: model.scene.title, sharing: model.workspace))
      guard text.isEmpty else {
        let (path, replaces) = target(of: text)
        guard !path.isEmpty else { throw CommandProblem("Name a file: share runs.txt") }
        return [.write(OutputFile(name: path, text: line + "\n"), replacing: replaces)]
      }
      guard line.count <= ShareCode.longest else {
        throw CommandProblem(
          "The samples are written out, which is too much to show: 'share FILE' writes the line")
      }
      model.tell(line, title: "Shared runs")
      return []
    })

  private static let open = PlaygroundCommand(
    "open", "NAME",
    help:
      "An example or a data set by its name, an experiment's file, a table, or runs from their line of text or the file that holds it; 'open NAME now' leaves changes that are in no file",
    isAnywhere: true,
    completions: { _, before in before.isEmpty ? openable : [] },
    run: { model, text throws(CommandProblem) in
      let isSure = text.hasSuffix(" now")
      let text = isSure ? String(text.dropLast(4)).trimmed : text
      guard !text.isEmpty else {
        throw CommandProblem(
          "Name what to open, an example, a data set or a file: open moons, open my.yaml, open my.csv"
        )
      }
      let row = try row(named: text)
      if !isSure, model.asksBeforeLeaving("':open \(text.prefix(20)) now' leaves them") {
        // Another key is no answer to that.
        model.playground?.hasAsked = false
        return []
      }
      return model.open(row)
    })

  /// Examples, and the data sets that are none.
  private static let openable: [String] = {
    let examples = Preset.all.map(\.name)
    return examples + NamedDataset.names.filter { !examples.contains($0) }
  }()

  /// The example of a name, the runs of a line of text or of a file of it, or a file or a data set to be read.
  private static func row(named text: String) throws(CommandProblem) -> GalleryScene.Beginning {
    if Preset.named(text) == nil, let line = ShareCode.line(named: text) {
      do throws(Diagnostics) { return .session(try ShareCode.session(of: line)) } catch {
        throw CommandProblem(error.sentence)
      }
    }
    if let preset = Preset.named(text) { return .preset(preset) }
    let isFile = FileManager.default.fileExists(atPath: text) && !Folder.exists(text)
    guard isFile || UsualExperiment.isDataset(text) else {
      throw CommandProblem(noSuch: "example", text, among: openable)
    }
    return .file(text)
  }

  private static let commandLine = PlaygroundCommand(
    "command", help: "The command line that trains the saved experiment without a screen",
    run: { model, _ throws(CommandProblem) in
      guard let path = model.playground?.savedAs,
        let saved = model.playground?.savedDocument,
        saved.saysTheSame(as: model.workspace.fileInForce.document)
      else {
        throw CommandProblem("The settings in force are in no file yet: 'save FILE' writes one")
      }
      let updates = model.run.position.update
      model.notice =
        "downhill train \(Model.quoted(path)) --steps \(updates)"
        + (model.wasChangedOnTheWay
          ? " (with the settings in force from its beginning: it was changed on the way here)" : "")
      return []
    })
}

extension Model {
  /// The experiment with the settings in force as the text for a file, and what was changed on the way as a comment.
  func experimentText(for file: String) -> String {
    let labeled = workspace.runs[workspace.focus]
    let changes = labeled.story.map { "#   \(SafeText.visible($0))\n" }
    let story = changes.isEmpty ? "" : "# What was changed on the way:\n" + changes.joined()
    let name = SafeText.visible(scene.title)
    return
      "# \(name), at update \(run.position.update); it begins anew with the settings in force there.\n"
      + story + labeled.fileInForce.document.moved(to: file).text
  }

  /// As a shell takes it for one word.
  fileprivate static func quoted(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.isASCII
        && ($0.properties.isAlphabetic || ("0"..."9").contains($0)
          || "_-+./=,:".unicodeScalars.contains($0))
    }
    return isPlain && !text.isEmpty
      ? text : "'" + SafeText.visible(text).replacing("'", with: "'\\''") + "'"
  }

  /// Reads an experiment beside what is on the screen, which a large table takes a while for, and lays its playground over that.
  mutating func open(file name: String) -> [Effect] {
    reading = name
    notice = readingSentence
    return [
      .study(
        Study {
          do {
            let file = try ExperimentFile(named: name)
            let workspace = try Workspace(file)
            return { $0.show(file, workspace, named: name) }
          } catch {
            let sentence = (error as? Diagnostics)?.sentence ?? "\(error)"
            return { model in
              guard model.endsReading(name) else { return [] }
              model.notice = sentence
              return []
            }
          }
        })
    ]
  }

  /// What is said until it is read, whatever is pressed meanwhile.
  var readingSentence: String? {
    guard scene is GalleryScene || scene is PlaygroundScene else { return nil }
    return reading.map { "Reading \(SafeText.visible($0)) …" }
  }

  /// Whether what was read is what is waited for; then nothing is any longer.
  private mutating func endsReading(_ name: String) -> Bool {
    guard reading == name else { return false }
    reading = nil
    return true
  }

  /// Lays the playground of what was read over the examples or another one; who has gone elsewhere is not called back.
  private mutating func show(_ file: ExperimentFile, _ workspace: Workspace, named name: String)
    -> [Effect]
  {
    guard endsReading(name), scene is GalleryScene || scene is PlaygroundScene else { return [] }
    let effects = openPlayground(PlaygroundScene(name: SafeText.visible(name)), workspace)
    notice = file.notes.first?.message
    return effects
  }

  /// Lays the playground of a session over what is open.
  mutating func open(_ session: Session) throws(Diagnostics) -> [Effect] {
    var scene = PlaygroundScene(name: session.name)
    scene.restoring = session
    return openPlayground(scene, try session.beginning())
  }
}
