import Experiments
import NeuralNetwork
import TerminalCanvas
import Testing
import Workbench

@testable import TutorApp

/// The settings beside the panels: what is in view, what is said of a row, and what is typed.
@Suite struct SettingsViewTests {
  private func tutor(
    _ preset: String = "moons", _ width: Int = 120, _ height: Int = 40,
    glyphs: GlyphSet = .braille
  ) throws -> Tutor {
    var tutor = try Tutor(
      #require(Preset.named(preset)), size: Size(width: width, height: height))
    tutor.model.glyphs = glyphs
    return tutor
  }

  private func list(_ tutor: Tutor) throws -> SettingsList {
    try #require(tutor.model.playground?.settings)
  }

  // MARK: - The rows

  /// Going through all of them: each is in view while it is selected, and its value stands between two arrows.
  @Test(arguments: [(26, 30), (34, 14), (30, 8), (26, 4)])
  func theSelectedRowIsInView(width: Int, height: Int) throws {
    var list = try list(tutor())
    for index in list.rows.indices {
      list.select(index)
      for glyphs in GlyphSet.allCases {
        let view = SettingsView(list, in: Rect(x: 0, y: 0, width: width, height: height), glyphs)
        let line = try #require(view.visible.first { $0.index == index }, "\(list.rows[index].key)")
        #expect(line.text.plain.contains(list.rows[index].label))
        let value = try #require(line.value).plain
        #expect(value.hasPrefix("◂ ") && value.hasSuffix(" ▸"))
        #expect(view.visible.count <= view.rows.height)
      }
    }
  }

  /// A label and its value never lie over one another, whatever stands in the row.
  @Test(arguments: Preset.all.map(\.name)) func labelsAndValuesStandApart(preset: String) throws {
    var list = try list(tutor(preset))
    for width in [26, 30, 34] {
      for index in list.rows.indices {
        list.select(index)
        let rect = Rect(x: 0, y: 0, width: width, height: 60)
        for line in SettingsView(list, in: rect, .braille).visible {
          let (label, value) = (line.text.plain, line.value?.plain ?? "")
          let isRoomy = label.count + 6 <= width - 2
          #expect(!isRoomy || label.count + value.count < width - 1, "\(label)|\(value)")
        }
      }
    }
  }

  /// What takes effect at once has no sign, all else begins a new run.
  @Test func everyRowSaysWhenItTakesEffect() throws {
    var list = try list(tutor())
    for (index, row) in list.rows.enumerated() {
      list.select(index)
      let view = SettingsView(list, in: Rect(x: 0, y: 0, width: 34, height: 40), .braille)
      let line = try #require(view.visible.first { $0.index == index })
      #expect(line.text.plain.hasSuffix(" ↻") != row.isLive, "\(row.key)")
      let effect = row.isLive ? "from the next update on" : "↻ a new run begins"
      #expect(view.note.last?.plain == effect)
      #expect((2...5).contains(view.note.count) && view.note.allSatisfy { $0.plain.count <= 32 })
    }
  }

  /// A click finds the row that is drawn there; headings are no rows.
  @Test func aClickFindsWhatIsDrawn() throws {
    let list = try list(tutor())
    let rect = Rect(x: 3, y: 2, width: 30, height: 20)
    let view = SettingsView(list, in: rect, .braille)
    for (row, line) in view.visible.enumerated() {
      #expect(view.index(at: Point(x: view.rows.x, y: view.rows.y + row)) == line.index)
    }
    #expect(view.visible.first?.index == nil, "the first line is a heading")
    for outside in [Point(x: 2, y: 5), Point(x: 40, y: 5), Point(x: 5, y: 2), Point(x: 5, y: 40)] {
      #expect(view.index(at: outside) == nil)
    }
  }

  @Test(arguments: [(0, 0), (1, 1), (2, 30), (4, 2), (200, 3)])
  func itIsDrawnAtEverySize(width: Int, height: Int) throws {
    for glyphs in GlyphSet.allCases {
      let tutor = try tutor(glyphs: glyphs)
      var canvas = Canvas(size: Size(width: width, height: height), glyphs: glyphs)
      drawSettings(tutor.model, in: canvas.bounds, on: &canvas)
      #expect(glyphs != .ascii || canvas.text.utf8.allSatisfy { $0 < 128 })
    }
  }

  /// All there is to say of a row, within its columns.
  @Test(arguments: [12, 40, 100]) func theHelpOfARowKeepsItsColumns(width: Int) throws {
    for row in try list(tutor()).rows {
      let lines = settingHelp(row, width: width, .braille).map(\.plain)
      #expect(lines.first == row.key)
      #expect(lines.dropFirst().allSatisfy { $0.count <= width || !$0.dropFirst(2).contains(" ") })
      let text = lines.joined(separator: " ")
      #expect(width < 100 || text.contains(row.isLive ? "next update" : "new run"), "\(row.key)")
      #expect(!text.contains("`"))
    }
  }

  // MARK: - Keys

  /// An arrow changes the value and the other one brings it back, or it is said why not.
  @Test(arguments: ["learning_rate", "activation", "optimizer", "seed"])
  func arrowsGoBothWays(key: String) throws {
    var tutor = try tutor()
    tutor.press("/")
    tutor.enter(key)
    func text() throws -> String? { try list(tutor).rows.first { $0.key == key }?.text }
    let before = try text()
    #expect(try list(tutor).selected?.key == key)
    tutor.press(.right)
    let after = try text()
    #expect(after != before || tutor.model.notice != nil)
    tutor.press(.left)
    #expect(try text() == before || tutor.model.notice != nil)
  }

  // MARK: - What is typed

  @Test func aValueIsTypedFromWhatItIs() throws {
    var tutor = try tutor()
    tutor.press("/")
    tutor.enter("learning_rate")
    tutor.press(.enter)
    #expect(tutor.model.playground?.entry?.text == "0.01")
    #expect(tutor.screen.contains("learning_rate: 0.01"))
    tutor.press(.backspace, .backspace, .backspace, .backspace)
    #expect(tutor.model.playground?.entry?.text == "")
    tutor.press(.backspace)
    #expect(tutor.model.playground?.entry == nil, "erasing nothing closes the line")
  }

  /// Commands come back in the order they were given, and the line ends where there is no other.
  @Test func commandsAreRecalled() throws {
    var tutor = try tutor()
    for command in ["step 1", "step 2", "   ", "speed 10"] {
      tutor.press(":")
      tutor.enter(command)
    }
    tutor.press(":")
    func text() -> String? { tutor.model.playground?.entry?.text }
    for expected in ["speed 10", "step 2", "step 1", "step 1"] {
      tutor.press(.up)
      #expect(text() == expected)
    }
    for expected in ["step 2", "speed 10", "", ""] {
      tutor.press(.down)
      #expect(text() == expected)
    }
  }

  /// Whatever is typed, the line is drawn with its end and without anything that a terminal obeys.
  @Test(arguments: ["a", "\u{1B}[2J", "é", "漢", "🙂", String(repeating: "long ", count: 700)])
  func whatIsTypedIsDrawnWithItsEnd(text: String) throws {
    for (width, height) in [(80, 24), (20, 8), (120, 40)] {
      var tutor = try tutor("xor", width, height)
      tutor.press(":")
      for character in text { tutor.press(.character(character)) }
      tutor.press("X")
      let lines = view(tutor.model).lines
      #expect(lines.contains { $0.hasSuffix("X") }, "\(lines.suffix(2))")
      #expect(!tutor.screen.contains("\u{1B}"))
      #expect((tutor.model.playground?.entry?.text.count ?? 0) <= Entry.longest)
    }
  }

  @Test func whatIsNotFoundIsSaid() throws {
    var tutor = try tutor()
    tutor.press("/", "q", "q", "\u{7}")
    #expect(tutor.model.notice?.hasPrefix("No setting is called 'qq") == true)
    tutor.press(.escape, "/", "L", "R", .escape, "/")
    tutor.enter("OPTIM")
    #expect(try list(tutor).selected?.key == "optimizer")
  }

  // MARK: - Words

  /// However much is written out, a line stays a line.
  @Test(arguments: ["point add 1 1 0", "unit add 1", "set scaling standard"])
  func whatIsWrittenOutIsToldShortly(command: String) throws {
    let tutor = try Tutor.playground("moons", "goto 3", command, "point flip 0 0")
    let words = tutor.model.scene.words(tutor.model)
    #expect(words.allSatisfy { $0.count < 400 }, "\(words.map(\.count))")
    let list = try list(tutor)
    let data = try #require(list.rows.first { $0.path == ["data"] })
    let isLive = command.hasPrefix("point") || command.hasPrefix("unit")
    let count = command.hasPrefix("point") ? 2 : 1
    #expect(data.text == (isLive ? "moons, \(count) by hand" : "written out"))
    for row in list.rows {
      let help = settingHelp(row, width: 80, .braille).map(\.plain).joined()
      #expect(row.text.count < 100 && help.count < 2000, "\(row.key)")
    }
  }

  /// For ears every section is a sentence.
  @Test(arguments: Preset.all.map(\.name)) func sectionsAreSentences(preset: String) throws {
    let list = try list(tutor(preset))
    #expect(list.words.count == list.form?.sections.count)
    for words in list.words { #expect(words.hasPrefix("Settings, ") && words.hasSuffix(".")) }
    let rate = try #require(list.rows.first { $0.key == "learning_rate" })
    #expect(list.words.contains { $0.contains("learning_rate \(rate.typed)") })
  }
}

/// What sets runs apart, in the table of runs, in the comparison and in sentences.
@Suite struct RunSettingTests {
  /// A run, and one of the same recipe with an edit.
  private func runs(_ key: String, _ example: String) throws -> [Workspace.LabeledRun]? {
    let text = "data: moons\nhidden: [3]\nbatch_size: 4\nlearning_rate: 0.05\n"
    let file = try ExperimentFile(SourceText(name: "x", text: text))
    let value = try ExperimentDocument(SourceText(name: "x", text: "\(key): \(example)"))[key]
    var workspace = try Workspace(file)
    guard let value, (try? workspace.edit([ExperimentEdit(key, value: value)])) != nil else {
      return nil
    }
    return [try Workspace(file).runs[0], workspace.runs[0]]
  }

  @Test func theSameRunsDifferInNothing() throws {
    let run = try Workspace(Samples.xor).runs[0]
    #expect(RunSetting.differences(of: [run, run]).isEmpty)
    #expect(RunSetting.differences(of: [run]).isEmpty && RunSetting.differences(of: []).isEmpty)
  }

  /// Lessons ask which mistake a run has.
  @Test(arguments: Fault.all.filter { $0.rule == nil }) func aFaultIsNoSetting(fault: Fault) throws
  {
    var experiment = Samples.line
    experiment.fault = fault
    let runs = try [Samples.line, experiment].map { try Workspace($0).runs[0] }
    #expect(RunSetting.differences(of: runs).isEmpty)
  }

  /// Samples by hand are told in a few words, with the name of those that they were.
  @Test func samplesByHandAreSetApartInAFewWords() throws {
    let tutor = try Tutor.playground(
      "moons", "fork", "pick A", "pin", "pick B", "point add 1 1 0", "point flip 0 0", "goto 3")
    let differences = RunSetting.differences(of: tutor.model.workspace.runs)
    #expect(differences.map(\.name) == ["data"])
    #expect(differences.first?.texts == ["moons", "moons, 2 by hand"])
  }

  /// Two runs whose recipes differ differ in a setting that has a name: nobody is left to guess what set them apart.
  @Test(arguments: ExperimentField.all.map(\.name)) func whatDiffersHasAName(key: String) throws {
    let field = try #require(ExperimentField.named(key))
    for example in field.examples {
      guard let runs = try runs(key, example),
        runs[0].run.activeExperiment != runs[1].run.activeExperiment
      else { continue }
      let differences = RunSetting.differences(of: runs)
      #expect(!differences.isEmpty, "\(key): \(example)")
      #expect(Set(differences.map(\.name)).count == differences.count)
      for setting in differences {
        let texts = setting.texts
        #expect(texts[0] != texts[1] && texts.allSatisfy { !$0.isEmpty }, "\(setting.name)")
      }
    }
  }
}
