import Foundation
import Testing

/// The commands for authors, and for beginning anew.
@Suite struct AuthorTests {
  private let shell: Shell

  init() throws { shell = try Shell() }

  @Test func aNewLessonIsSoundAndNeverOverwritten() throws {
    let folder = shell.folder.path
    #expect(
      try shell.run("new", "two-steps", "--lessons", folder).output == "\(folder)/01-two-steps.md\n"
    )
    #expect(try shell.run("new", "three", "--lessons", folder).output == "\(folder)/02-three.md\n")
    let check = try shell.run("check", folder)
    #expect(check.status == 0, "\(check.errors)")
    let again = try shell.run("new", "two-steps", "--lessons", folder)
    #expect(again.status == 1 && again.errors.contains("Lesson 1 is called 'two-steps' already"))
    #expect(try shell.run("new", "Two Steps").status == 64)
    #expect(try shell.run("new", "x", "--lessons", "/nowhere").status == 1)
  }

  @Test func aNewExperimentIsSoundAndNeverOverwritten() throws {
    let path = "\(shell.folder.path)/my.yaml"
    #expect(try shell.run("new", path, "--example", "xor").output == "\(path)\n")
    #expect(try shell.run("check", path).output == "\(path): ok\n")
    let again = try shell.run("new", path)
    #expect(again.status == 1 && again.errors.contains("There is a file of this name already."))
    let slip = try shell.run("new", "\(shell.folder.path)/b.yaml", "--example", "xr")
    #expect(slip.status == 64 && slip.errors.contains("There is no example 'xr'. Known: "))
  }

  @Test func aLessonThatIsNotThereIsSaid() throws {
    let outcome = try shell.run("learn", "MISSING.md")
    #expect(outcome.status == 1 && outcome.errors == "MISSING.md: There is no such file.\n")
  }

  @Test func theCheckSpeaksJSON() throws {
    let path = try shell.file("x.yaml", "data: xr\nhidden: [2]")
    let outcome = try shell.run("check", "--json", path)
    #expect(outcome.status == 1 && outcome.errors.isEmpty)
    let value = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let problem = try #require((value as? [[String: Any]])?.first)
    #expect(problem["file"] as? String == path)
    #expect(problem["line"] as? Int == 1 && problem["column"] as? Int == 7)
    #expect((problem["message"] as? String)?.hasPrefix("There is no data set called 'xr'.") == true)
    let sound = try shell.run("check", "--json", shell.file("y.yaml", Samples.experiment))
    #expect(sound.status == 0 && sound.output == "[]\n")
  }

  @Test func theGlossaryAnswers() throws {
    let outcome = try shell.run("glossary", "learning", "rate")
    #expect(outcome.status == 0 && outcome.output.contains("lesson: line-fit, page 'The rule'"))
    let near = try shell.run("glossary", "gradeint\u{1B}[2J")
    #expect(near.status == 1 && !near.errors.contains("\u{1B}"))
    let json = try shell.run("glossary", "--json").output
    let terms = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]]
    #expect((terms?.count ?? 0) > 150)
  }

  @Test func resetAsksFirst() throws {
    _ = try shell.run("learn", "line-fit", "--plain", input: "u\n\n\nq\n")
    func isBegun() throws -> Bool { try shell.run("lessons").output.contains("at page") }
    #expect(try isBegun())
    for answer in ["", "n\n", "what\n"] {
      #expect(try shell.run("reset", input: answer).output == "Nothing was changed.\n")
    }
    #expect(try isBegun())
    #expect(try shell.run("reset", "valley").output == "There is nothing to forget.\n")
    #expect(try shell.run("reset", "line-fit", input: "y\n").output == "Forgotten: line-fit.\n")
    #expect(try !isBegun())
    #expect(try shell.run("reset", "nonsense-lesson").status == 1)
  }

  /// A lesson builds on those beside it, on those of a folder that is named, or of the one that the environment names.
  @Test func aCheckKnowsTheLessonsOfAFolder() throws {
    let folder = "\(shell.folder.path)/own"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try shell.file("own/01-first-step.md", Samples.lesson)
    let needing = Samples.lesson.replacing("needs: [line-fit]", with: "needs: [first-step]")
    let path = try shell.file("02-next.md", needing)
    let alone = try shell.run("check", path)
    #expect(alone.status == 1 && alone.errors.contains("no lesson called 'first-step'"))
    #expect(try shell.run("check", path, "--lessons", folder).output == "\(path): ok\n")
    let named = try shell.run(all: ["check", path], environment: ["DOWNHILL_LESSONS": folder])
    #expect(named.output == "\(path): ok\n", "\(named)")
    #expect(try shell.run("check", path, "--lessons", "\(folder)/none").status == 1)
  }

  @Test func aLanguageIsChosen() throws {
    #expect(try shell.run("lessons", "--language", "de").output.contains("Eine Gerade anpassen"))
    #expect(
      try shell.run(all: ["lessons"], environment: ["LANG": "fr_FR.UTF-8"]).output
        .contains("Ajuster une droite"))
    let usual = try shell.run("lessons")
    #expect(usual.output.contains("Fit a line"), "\(usual)")
    #expect(try shell.run("lessons", "--language", "deutsch").status == 64)
    let none = try shell.run("lessons", "--language", "xx")
    #expect(none.status == 0 && none.output.contains("Fit a line"))
    #expect(
      none.errors == "No lesson is translated into 'xx', so the originals are shown. "
        + "There are translations into de, fr.\n", "\(none.errors)")
    let plain = try shell.run("line-fit", "--language", "de", "--plain", input: "q\n")
    let sentence = plain.output.replacing("\n", with: " ")
    #expect(sentence.contains("Das Programm kennt die 2 nicht"), "\(plain.output)")
  }

  /// A lesson is read again when it is saved; a faulty version leaves the last good one.
  @Test func aWatchedLessonIsReadAgain() throws {
    let text = Samples.lesson
    let path = try shell.file("01-line.md", text)
    let terminal = try PseudoTerminal("downhill", ["learn", path, "--watch"])
    try terminal.wait(for: "One step is half the way.")
    try shell.file("01-line.md", text.replacing("is half the way", with: "read anew"))
    try terminal.wait(for: "read anew")
    try shell.file("01-line.md", text.replacing("go: 1 update", with: "go: nowhere"))
    try terminal.wait(for: "leads nowhere")
    try FileManager.default.removeItem(atPath: path)
    try terminal.wait(for: "There is no such file")
    try shell.file("01-line.md", text.replacing("is half the way", with: "back again"))
    try terminal.wait(for: "back again")
    try terminal.type("q")
    #expect(try terminal.waitForEnd() == .exited(0))
    #expect(try shell.run("learn", "line-fit", "--watch").status == 64)
  }

  /// A session on a real screen, with keys faster than the run, is replayed exactly; the table names each file.
  @Test func aClassIsGraded() throws {
    let folder = shell.folder.path
    let terminal = try PseudoTerminal(
      "downhill", ["learn", "line-fit", "--transcript", "\(folder)/anna.txt"])
    try terminal.wait(for: "page 1 of")
    try terminal.type("upuna\rnn2\rnp")
    try terminal.wait(for: "page 5 of")
    try terminal.type("q")
    #expect(try terminal.waitForEnd() == .exited(0))
    try shell.file("bob.txt", "Dear teacher")
    let table = try shell.run("grade", folder)
    #expect(table.status == 1 && table.errors.contains("bob.txt:1:1: This is not a transcript"))
    #expect(table.output.contains("anna.txt") && table.output.contains("exact"), "\(table.output)")
    // A folder may hold one for each learner; one without any transcript is not a class that was graded.
    for inner in ["class/anna", "empty"] {
      try FileManager.default.createDirectory(
        atPath: "\(folder)/\(inner)", withIntermediateDirectories: true)
    }
    try FileManager.default.copyItem(
      atPath: "\(folder)/anna.txt", toPath: "\(folder)/class/anna/anna.txt")
    #expect(try shell.run("grade", "\(folder)/class").output.contains("class/anna/anna.txt"))
    let none = try shell.run("grade", "\(folder)/empty")
    #expect(none.status == 1 && none.errors.contains("There is no transcript here."))
    let csv = try shell.run("grade", "\(folder)/anna.txt", "--csv")
    #expect(
      csv.status == 0 && csv.output.hasPrefix("file,lesson,right at once,at second try,missed,"))
    let json = try shell.run("grade", "\(folder)/anna.txt", "--json").output
    let rows = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]]
    #expect(rows?.first?["lesson"] as? String == "line-fit")
    #expect(rows?.first?["replay"] as? String == "exact")
    let formula = try shell.run(
      script: "cd \(folder) && cp anna.txt =1+1.txt && $PROGRAM grade =1+1.txt --csv")
    #expect(formula.output.contains("\n./=1+1.txt,line-fit,"), "\(formula)")
    // Another language of the class is found without asking for it.
    let german = try shell.run(
      script: "cd \(folder) && echo u | $PROGRAM learn line-fit --plain --language de "
        + "--transcript eva.txt > said.txt && $PROGRAM grade eva.txt")
    #expect(german.status == 0 && german.output.contains("exact"), "\(german)")
    let again = try shell.run("learn", "line-fit", "--plain", "--transcript", "\(folder)/anna.txt")
    #expect(again.status == 1 && again.errors.contains("There is a file of this name already"))
    #expect(try shell.run("learn", "--strict").status == 64)
    #expect(try shell.run("learn", "line-fit", "--teach", "--strict").status == 64)
  }

  /// A teacher's look at a lesson leaves the progress alone.
  @Test func teachingKeepsNothing() throws {
    _ = try shell.run("learn", "line-fit", "--teach", "--plain", input: "u\nnext\nq\n")
    #expect(try !shell.run("lessons").output.contains("at page"))
  }
}
