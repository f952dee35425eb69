import Experiments
import Lessons
import Testing

/// A lesson on a table of the learner's own.
@Suite struct LearnerTableTests {
  private static let table =
    "size,age,kind\n"
    + (0..<20).map {
      "\(Double($0 % 7) + ($0 % 2 == 0 ? 0.0 : 9.0)),\(20 + $0),\($0 % 2 == 0 ? "ant" : "bee")\n"
    }
    .joined()

  private let shell: Shell
  private let path: String

  init() throws {
    shell = try Shell()
    path = try shell.file("my.csv", Self.table)
  }

  @Test func twoQuestionsAskForTheColumns() throws {
    let input = "kin\nkind\nsize, kind\nsize\nq\n"
    let outcome = try shell.run("learn", "capstone", "--data", path, "--plain", input: input)
    #expect(outcome.status == 0, "\(outcome.errors)")
    for line in [
      "Columns: size, age, kind", "Which one is to be told? [kind]",
      "There is no column called 'kin'.", "From which ones? [size, age]",
      "'kind' is what is to be told.", "Data: 12 samples, 2 classes, 4 held out",
      "The text is about the data that come with the lesson",
    ] {
      #expect(outcome.output.contains(line), "\(line)\n\(outcome.output)")
    }
  }

  /// Empty lines take the last column, and all others to tell it from.
  @Test func whatIsSaidOfTheLessonsDataIsToldAsSuch() throws {
    let outcome = try shell.run(
      "learn", "capstone", "--data", path, "--plain", input: "\n\npass\nq\n")
    #expect(outcome.output.contains("With the lesson's own data:"), "\(outcome.output)")
    let own = try shell.run("learn", "capstone", "--plain", input: "pass\nq\n")
    #expect(!own.output.contains("own data:"))
    #expect(own.output.contains("Data: 90 samples, 3 classes, 30 held out"))
  }

  @Test func whatCannotBeIsSaid() throws {
    func errors(_ lesson: String, _ file: String, _ input: String = "\n\n") throws -> String {
      let outcome = try shell.run("learn", lesson, "--data", file, "--plain", input: input)
      #expect(outcome.status == 1)
      return outcome.errors
    }
    #expect(try errors("xor", path).contains("The lesson 'xor' has data of its own"))
    #expect(try errors("capstone", "none.csv").contains("none.csv"))
    #expect(try errors("capstone", path, "size\n\n").contains("'size' holds amounts"))
    let narrow = try shell.file("narrow.csv", "a\n1\n2\n")
    #expect(try errors("capstone", narrow).contains("two columns or more"))
    #expect(try shell.run("learn", "--data", path).status == 64)
    let both = try shell.run("learn", "capstone", "--data", path, "--transcript", "t.txt")
    #expect(both.status == 64)
  }

  /// Few whole numbers are classes where nobody can be asked; a column is its number, too, and who wants to may leave.
  @Test func numbersOfClassesAreClasses() throws {
    let rows = (0..<60).map { "\($0 % 3).\($0),\($0 * 7 % 5).5,\($0 % 3 + 1)" }
    let table = try shell.file("numbers.csv", "a,b,kind\n" + rows.joined(separator: "\n") + "\n")
    for answer in ["\n\n", "3\n1, 2\n"] {
      let outcome = try shell.run(
        "learn", "capstone", "--data", table, "--plain", input: answer + "pass\nq\n")
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.output.contains("3 classes"), "\(outcome.output)")
    }
    let left = try shell.run("learn", "capstone", "--data", table, "--plain", input: "quit\n")
    #expect(left.status == 0 && !left.output.contains("no column"), "\(left)")
  }

  /// What a lesson replaces in its recipe keeps the table, and names no other file.
  @Test func aLessonReadsNoOtherFile() throws {
    let own = try ExperimentFile(
      SourceText(name: "a", text: "data: insects\nhidden: [2]\nholdout: 0.2\n"))
    let file = try own.onTable(path, target: "kind", inputs: ["size"])
    #expect(file.classNames == ["ant", "bee"])
    let wider = try file.replacing([ExperimentEdit("hidden", value: YAMLNode([8.0]))])
    #expect(wider.classNames == ["ant", "bee"] && wider.inputNames == ["size"])
    let other = try shell.file("other.csv", "x,y\n1,2\n3,4\n")
    #expect(throws: Diagnostics.self) {
      try file.replacing([ExperimentEdit("data", value: YAMLNode(other))])
    }
  }
}
