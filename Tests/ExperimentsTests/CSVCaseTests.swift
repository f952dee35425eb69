import Foundation
import NeuralNetwork
import TestProject
import Testing

@testable import Experiments

/// Experiment files and CSV files as people have them.
@Suite struct CSVCaseTests {
  private func file(_ path: String, _ edits: [ExperimentEdit] = []) throws -> ExperimentFile {
    let path = TestProject.root.appending(path: "Tests/ExperimentsTests/Cases/\(path).yaml").path
    return try ExperimentDocument(SourceText(path: path)).read(replacing: edits)
  }

  @Test(arguments: [
    ("c-decimal-comma", [[61.5, 2], [80.25, 3], [102, 4]], [[189.9], [245], [310.5]]),
    ("f-missing", [[130, 3504]], [[18]]),
    ("h-unnamed", [[1], [2], [3]], [[2], [4], [6]]),
    ("k-thousands", [[1250], [2100]], [[310_000], [455_500]]),
    ("l-trailing", [[1], [2]], [[2], [4]]),
    ("n-comment", [[1], [2]], [[2], [4]]),
    ("o-sepline", [[1], [2]], [[2], [4]]),
    ("r-bool", [[30, 1], [50, 0], [40, 1]], [[0], [1], [1]]),
  ])
  func isRead(_ name: String, _ inputs: [[Double]], _ targets: [[Double]]) throws {
    #expect(
      try file("csv-forms/\(name)").experiment.data == ExperimentSamples.filed(inputs, targets))
  }

  /// What tables have beside bare numbers.
  @Test(arguments: [
    ("$300", 300), ("-$1,250.50", -1250.5), ("€ 12", 12), ("12 €", 12), ("7.5%", 7.5), ("$", nil),
    ("a$3", nil), ("3$4", nil), ("10 cm", nil), ("(1,250)", -1250), ("1'250.5", 1250.5),
    ("-1’250’000", -1_250_000), ("1 250", 1250), ("2\u{a0}500", 2500), ("1_000", 1000),
    ("$1 250", 1250), ("12 50", nil), ("(a)", nil), ("((5))", nil),
    ("−0.5", -0.5), ("−$5", -5), ("$−5", -5), ("–3", -3), ("−", nil), ("5−3", nil),
  ])
  func amountsMayBearASign(text: String, number: Double?) {
    #expect(CSVDecimal.point.number(text) == number)
  }

  /// Blanks part columns of numbers, and no words; a text in quotes may hold some.
  @Test(arguments: [
    ("x  y \"full name\"\n1  2 \"a b\"\n3  ? \"\"\n", 3), ("1 2 3\n4 5 6\n", 3), ("a b\nc d\n", 1),
    ("first name\tage\nAnna\t3\n", 2), ("1\t2\n3\t4\n", 2),
    ("18. 8\t\"ford pinto\"\n15. 6\t\"x\"\n", 3),
    ("1, 2\n3, 4\n", 2), ("1 2\n3\n", 1),
  ])
  func blanksMayPartColumns(_ csv: String, _ count: Int) throws {
    #expect(try CSVTable(SourceText(name: "t.csv", text: csv)).names.count == count)
  }

  /// R names the rows, and has no name for their names.
  @Test(arguments: [
    "\"x\" \"y\"\n\"1\" 5 2.5\n\"2\" 6 3.5\n", "\"x\",\"y\"\n\"a\",5,2.5\n\"b\",6,3.5\n",
    "\"x\"\t\"y\"\n\"1\"\t5\t2.5\n\"2\"\t6\t3.5\n",
  ])
  func namesOfRowsAreNoInput(csv: String) throws {
    let file = try file("data: d.csv\nhidden: [2]", csv: csv)
    #expect(file.experiment.data == ExperimentSamples.filed([[5], [6]], [[2.5], [3.5]]))
    #expect(file.inputNames == ["x"] && file.notes.count == 1)
  }

  /// So many classes are not asked about, but spoken of.
  @Test(arguments: [(26, 20, true), (26, 19, false), (20, 20, false)])
  func manyWholeNumbersAreSaidToBeAmounts(count: Int, times: Int, isNoted: Bool) throws {
    let rows = (0..<count * times).map { "\($0 % 7).5,\($0 % count)" }
    let csv = "x,letter\n" + rows.joined(separator: "\n")
    let note =
      "The 26 whole numbers of the target 'letter' are taken as amounts: write 'loss: cce' if they are classes."
    let notes = try? file("data: d.csv\nhidden: [2]", csv: csv).notes.map(\.message)
    #expect(notes == (count == 20 ? nil : isNoted ? [note] : []))
  }

  /// Comments above the table, of which the last may name the columns; a comma more in the header alone.
  @Test(arguments: [
    ("% made by hand\n// in 2024\nsize,kind\n1,2\n", ["size", "kind"], 1),
    ("%\n\n% size, kind\n1,2\n3,4\n", ["size", "kind"], 2),
    ("// made;by;hand\n1;2\n3;4\n", ["column1", "column2"], 2),
    ("% sep\nsep=;\nsize;kind\n1,5;2\n", ["size", "kind"], 1),
    ("size,kind,\n1,2\n3,4\n", ["size", "kind"], 2),
    ("size,kind,\n1,2,\n3,4,\n", ["size", "kind"], 2),
    ("\"% fat\",kind\n1,2\n", ["% fat", "kind"], 1),
    ("kind,size\n%,1\n//,2\n", ["kind", "size"], 2),
  ])
  func whatIsAroundATableIsNoPartOfIt(_ csv: String, _ names: [String], _ count: Int) throws {
    let table = try CSVTable(SourceText(name: "t.csv", text: csv))
    #expect(table.names == names && table.count == count)
  }

  @Test(arguments: [
    ("1949-01", true), ("3/5/2024", true), ("31.12.2024", true), ("2024.12.31 8:15", true),
    ("12:30", true), ("00:30", true), ("1 Jan 2024", true), ("1-Feb-24", true), ("01/2024", true),
    ("2024-01-31T12:30:05.5Z", true), ("2024-01-31 12:30:05+02:00", true), ("31.12.24", true),
    ("30-39", false), ("0-4", false), ("1/10", false), ("110/70", false), ("0:3", false),
    ("555-0123", false), ("3/4", false), ("2023/24", false), ("31-31-2024", false),
    ("1 m 2024", false), ("1.2.30", false),
    ("1.2.3", false), ("10.0.0.1", false), ("3.5", false), ("A1-2", false), ("2024", false),
  ])
  func datesAreNoAmounts(text: String, isDate: Bool) {
    #expect(CSVDate.isOne(text) == isDate)
  }

  /// 0,134 is no number of thousands, so a file that has one needs no word about its commas.
  @Test func aFractionShowsTheDecimalComma() throws {
    #expect(CSVDecimal.readings(of: "0,134") == [.comma])
    #expect(CSVDecimal.readings(of: "-0,134") == [.comma])
    #expect(CSVDecimal.readings(of: "10,134") == [.point, .comma])
    #expect(CSVDecimal.point.number("0") == 0 && CSVDecimal.point.number("007") == 7)
  }

  /// A column that counts the rows, from wherever one of ids begins, is an input like any other, and said to teach nothing.
  @Test(arguments: [(0, 10, true), (1, 10, true), (2, 10, true), (1, 9, false)])
  func aColumnThatCountsTheRowsIsPointedOut(first: Int, count: Int, isNoted: Bool) throws {
    let rows = (first..<first + count).map { "\($0),\($0 * $0 % 7),\($0 % 3).5" }
    let folder = try TestProject.temporaryFolder()
    let csv = "id,x,y\n" + rows.joined(separator: "\n")
    try Data(csv.utf8).write(to: URL(fileURLWithPath: "\(folder)/d.csv"))
    let text = "data: d.csv\nhidden: [2]"
    let file = try ExperimentDocument(SourceText(name: folder + "/x.yaml", text: text)).read()
    let note =
      "The column 'id' counts the rows, which says nothing about new ones unless their order does: leave it out: 'inputs: [x]'."
    #expect(file.notes.map(\.message) == (isNoted ? [note] : []))
  }

  /// A column that names the rows is an input like any other, and said to teach nothing.
  @Test func aColumnOfNamesIsPointedOut() throws {
    func notes(_ csv: String) throws -> [String] {
      let folder = try TestProject.temporaryFolder()
      try Data(csv.utf8).write(to: URL(fileURLWithPath: "\(folder)/d.tsv"))
      let text = "data: d.tsv\nhidden: [2]"
      let file = try ExperimentDocument(SourceText(name: folder + "/x.yaml", text: text)).read()
      return file.notes.map(\.message)
    }
    #expect(
      try notes("id\tx\ty\na1\t1\t2.5\nb7\t2\t4\nc3\t3\t5\n") == [
        "The column 'id' has another text in every row, from which nothing can be learned about other rows: leave it out: 'inputs: [x]'."
      ])
    #expect(
      try notes("x\ty\n1\t7\n2\t7\n") == [
        "The target 'y' is 7 in every row, so there is nothing to learn: name another 'target'?"
      ])
    #expect(
      try notes("x\tname\n1\ta\n2\tb\n3\tc\n") == [
        "The target 'name' has another text in every row, so that no class comes twice: name another 'target'?"
      ])
    #expect(try notes("x\tname\n1\ta\n2\tb\n3\ta\n").isEmpty)
    #expect(try notes("x\ty\n1\t7.5\n").isEmpty)
    #expect(try notes("kind\tx\ty\na\t1\t2.5\nb\t2\t4\na\t3\t5\n").isEmpty)
  }

  private func file(_ text: String, csv: String) throws -> ExperimentFile {
    let folder = try TestProject.temporaryFolder()
    try Data(csv.utf8).write(to: URL(fileURLWithPath: "\(folder)/d.csv"))
    return try ExperimentDocument(SourceText(name: folder + "/x.yaml", text: text)).read()
  }

  /// Words that look like dates and are none are categories; what `inputs` names is one in any case.
  @Test func wordsWithDashesAreCategories() throws {
    let csv = "recur,age,deg\nno,30-39,3\nno,40-49,2\nyes,30-39,2\nyes,40-49,1\n"
    let file = try file("data: {csv: d.csv, target: recur}\nhidden: [2]", csv: csv)
    #expect(file.inputNames == ["age=30-39", "age=40-49", "deg"] && file.notes.isEmpty)
    let dates = "day,n,y\n2024-01-01,1,2.5\n2024-01-02,2,3.5\n2024-01-01,2,3\n"
    let named = try self.file("data: {csv: d.csv, inputs: [day, n]}\nhidden: [2]", csv: dates)
    #expect(named.inputNames == ["day=2024-01-01", "day=2024-01-02", "n"])
    let mixed = "f,y\ntrue,1.5\n0,2\nyes,3\nF,4\n0,2.5\n"
    let words = try self.file("data: {csv: d.csv, inputs: f}\nhidden: [2]", csv: mixed)
    #expect(words.inputNames == ["f=0", "f=F", "f=true", "f=yes"])
  }

  /// Marks of gaps are gaps among words, too; - beside + alone is a class.
  @Test func gapsAmongWordsAreGaps() throws {
    let marks = ["#N/A", "n/a", "None", "<NA>", "-", ".", "null", "–"]
    let rows = ["a", "b"] + marks + ["a", "b"]
    let csv = "x,k\n" + rows.enumerated().map { "\($0),\($1)\n" }.joined()
    let file = try file("data: d.csv\nhidden: [2]", csv: csv)
    #expect(file.classNames == ["a", "b"])
    #expect(file.notes.last?.message.hasPrefix("8 of 12 rows are left out") == true)
    let inputs = "k,y\n" + rows.enumerated().map { "\($1),\($0).5\n" }.joined()
    #expect(try self.file("data: d.csv\nhidden: [2]", csv: inputs).inputNames == ["k=a", "k=b"])
    for (csv, names) in [
      ("x,k\n1,+\n2,-\n3,+\n4,?\n", ["+", "-"]), ("x,k\n1,None\n2,Some\n", ["None", "Some"]),
    ] {
      #expect(try self.file("data: d.csv\nhidden: [2]", csv: csv).classNames == names)
    }
  }

  /// What is read in one of two ways, and said.
  @Test(arguments: [
    (
      "x,y\n5%,1.5\n0.5,2\n7%,3\n",
      "The column 'x' has numbers with different signs (%, none): each is read as if it had none, 5% as 5."
    ),
    (
      "x,y\n1,$5\n2,€6.5\n3,£7\n",
      "The column 'y' has numbers with different signs ($, £, €): each is read as if it had none, 5% as 5."
    ),
    (
      "x,y\n1,5 kg\n2,6 kg\n3,5 kg\n",
      "The column 'y' holds texts such as '5 kg', which are taken as names, not as amounts: write the numbers without 'kg'."
    ),
    (
      "x,y\n5kg,1\n6kg,2.5\n5kg,3\n",
      "The column 'x' holds texts such as '5kg', which are taken as names, not as amounts: write the numbers without 'kg'."
    ), ("x,y\n$5,1.5\n$6,2\n", nil), ("x,y\n5%,1.5\n6%,2\n", nil),
    ("x,y\na5,1.5\nb6,2\na5,2\n", nil),
  ])
  func signsAndUnitsAreSpokenOf(csv: String, note: String?) throws {
    #expect(
      try file("data: d.csv\nhidden: [2]", csv: csv).notes.map(\.message)
        == (note.map { [$0] } ?? []))
  }

  /// A file that is missing, and one beside it that was meant.
  @Test(arguments: [
    ("iris", "Did you mean 'iris.csv'?"), ("moons.yml", "Did you mean 'moons.yaml'?"),
    ("irsi.csv", "Did you mean 'iris.csv'?"), ("nothing.yaml", "There is no such file."),
  ])
  func aMissingFileHasANeighbor(name: String, ending: String) throws {
    let folder = try TestProject.temporaryFolder()
    for file in ["iris.csv", "moons.yaml", "moons.png"] {
      try Data().write(to: URL(fileURLWithPath: "\(folder)/\(file)"))
    }
    let error = #expect(throws: Diagnostic.self) { try SourceText(path: "\(folder)/\(name)") }
    #expect(error?.message.hasSuffix(ending) == true, "\(error?.message ?? "")")
  }

  @Test func datesAreRefusedWithTheKeyThatWorks() throws {
    let error = #expect(throws: Diagnostics.self) { try file("csv-forms/s-dates") }
    #expect(error?.list.first?.message.contains("'inputs: [row]'") == true)
    let rows = ExperimentEdit("data", "inputs", value: YAMLNode(["row"]))
    let experiment = try file("csv-forms/s-dates", [rows]).experiment
    #expect(experiment.data == ExperimentSamples.filed([[1], [2]], [[112], [118]]))
  }

  @Test func rowsWithGapsAreCounted() throws {
    let file = try file("csv-forms/f-missing")
    #expect(
      file.notes.map(\.message) == [
        "4 of 5 rows are left out for want of a value, the first in line 3 ('hp'); 'missing: mean' beside 'csv' fills inputs in."
      ])
    let mean = ExperimentEdit("data", "missing", value: "mean")
    let filled = try self.file("csv-forms/f-missing", [mean])
    let samples = try #require(filled.experiment.withoutGaps.data.written)
    #expect(samples.inputs.map { $0[0] } == [130, 130, 130, 130, 130])
    #expect(
      filled.notes.map(\.message) == [
        "4 of 5 rows lacked a value: the mean of its column in the rows to learn from takes its place."
      ])
  }

  /// What is held out teaches nothing, not even the mean that fills a gap.
  @Test(arguments: ["", "scaling: standard\n"])
  func gapsAreFilledFromTheTrainingRows(_ scaling: String) throws {
    let csv = "x,y\n1,1\n2,2\n,3\n3,3.5\n1001,5\n,6\n"
    let text = "data: {csv: d.csv, missing: mean}\nhidden: []\nholdout: {last: 0.34}\n"
    let experiment = try file(text + scaling, csv: csv).experiment
    let run = try Run(experiment)
    let (offset, size): (Double, Double) = scaling.isEmpty ? (0, 1) : (2, 0.5.squareRoot())
    let inputs = run.dataset.inputs.elements.map { ($0 * size + offset).rounded() }
    #expect(inputs == [1, 2, 2, 3])
    let heldOut = try #require(run.heldOut).inputs.elements.map { ($0 * size + offset).rounded() }
    #expect(heldOut == [1001, 2])
    #expect(try experiment.fillers() == [2])
    let written = try ExperimentDocument(experiment).read().experiment
    #expect(try Run(written).dataset.inputs == run.dataset.inputs)
  }

  @Test(arguments: [("a-headerless-text", 9), ("a2-headerless-only-one", 5)])
  func noSampleIsLostToAHeader(_ name: String, _ count: Int) throws {
    let file = try file("headerless-csv/\(name)")
    let samples = try #require(file.experiment.data.written)
    #expect(samples.inputs.count == count && samples.inputs[0] == [5, 3.4, 1.5, 0.2])
    #expect(file.classNames == ["Setosa-a", "Versi-b", "Virgi-c"])
    #expect(file.notes.first?.message.hasPrefix("The first line is taken as data") == true)
  }

  @Test func targetsOutOfReachAreNamed() throws {
    func problems(_ name: String) throws -> [TrainingProblem] {
      try Run(file("unreachable-targets/\(name)").experiment).recipeProblems
    }
    #expect(try problems("sq-linear").allSatisfy { $0.kind != .unreachableTargets })
    let problem = try problems("sq-sigmoid").first { $0.kind == .unreachableTargets }
    #expect(problem?.sentence.contains("the farthest is 81") == true)
    #expect(problem?.remedy == "What helps is 'output: linear', or 'target_scaling: range'.")
  }

  /// What the advice for targets out of reach says can be done, and helps.
  @Test(arguments: ["sigmoid", "tanh"])
  func targetsOutOfReachAreScaledIntoIt(output: String) throws {
    let scaled = try file("unreachable-targets/sq-sigmoid").replacing([
      ExperimentEdit("target_scaling", value: "range"),
      ExperimentEdit("output", value: YAMLNode(output)),
    ])
    var run = try Run(scaled.experiment)
    #expect(run.recipeProblems.allSatisfy { $0.kind != .unreachableTargets })
    run.train(updates: 20000)
    #expect(run.step.loss < 0.01)
    #expect(throws: Diagnostics.self) {
      try file("unreachable-targets/sq-sigmoid").replacing([
        ExperimentEdit("target_scaling", value: "standard")
      ])
    }
  }

  /// A file is read once, however often another key changes.
  @Test func filesAreReadOnce() throws {
    let base = try file("csv-forms/r-bool")
    let changed = try base.replacing([ExperimentEdit("learning_rate", value: YAMLNode(0.5))])
    #expect(changed.experiment.data == base.experiment.data && changed.notes == base.notes)
  }

  /// In dollars the network explains nothing; with scaled targets it explains nearly all, and says so in dollars.
  @Test func targetsAreScaled() throws {
    let file = try file("target-scaling/want")
    #expect(file.experiment.scaling == .standard && file.experiment.targetScaling == .standard)
    var run = try Run(file.experiment)
    run.train(updates: 1000)
    let targets = run.targets(of: run.dataset)
    let outputs = run.outputs(of: run.network, on: run.dataset)
    #expect(targets == file.experiment.data.written.map { Matrix($0.targets) })
    #expect(try #require(Metrics.rSquared(outputs: outputs, targets: targets)) > 0.9)
  }
}
