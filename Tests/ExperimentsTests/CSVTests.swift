import Foundation
import NeuralNetwork
import TestProject
import Testing

@testable import Experiments

/// Experiment files whose samples stand in a CSV file beside them.
@Suite struct CSVTests {
  /// An experiment file beside CSV files, read.
  private func experiment(
    _ text: String, _ files: [String: String]
  ) throws -> Experiment {
    let folder = try TestProject.temporaryFolder()
    for (name, text) in files {
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    }
    return try ExperimentFile.read(SourceText(name: folder + "/x.yaml", text: text))
  }

  private func targets(_ csv: String, _ rest: String = "hidden: [2]") throws -> [[Double]] {
    let samples = try experiment("data: {csv: d.csv}\n\(rest)", ["d.csv": csv]).data.written
    return try #require(samples).targets
  }

  private func problems(_ csv: String, _ data: String, _ rest: String = "hidden: [2]") -> [String] {
    do {
      _ = try experiment("data: \(data)\n\(rest)", ["d.csv": csv])
      return []
    } catch let error as Diagnostics {
      return error.list.map { problem in
        let file = problem.file.split(separator: "/").last ?? ""
        let place = problem.position.map { ":\($0.line):\($0.column)" } ?? ""
        return "\(file)\(place): \(problem.message)"
      }
    } catch { return ["\(error)"] }
  }

  @Test func columnsAreChosenByName() throws {
    let experiment = try experiment(
      "data: {csv: d.csv, inputs: [c, a], target: b}\nhidden: [2]", ["d.csv": "a,b,c\n1,2.5,3\n"])
    #expect(experiment.data == ExperimentSamples.filed([[3, 1]], [[2.5]]))
    #expect(experiment.loss == .meanSquaredError)
  }

  @Test(arguments: [
    "a,b\n1,2\n3,4", "a,b\n1,2\n3,4\n\n", "\u{FEFF}a,b\r\n1,2\r\n3,4\r\n", "a;b\n1;2\n3;4",
    "a\tb\n1\t2\n3\t4", "a,b\r\r\n1,2\r\r\n3,4\r\r\n", " a , b\n 1 , 2\n\"3\",\"4\"\n",
    "a,b\r1,2\r3,4",
    "\"a\",\"b\"\n1,2e0\n3,+4", "a b\n1 2\n3 4", "  a   b  \n  1\t2  \n\"3\" \t 4\n",
  ])
  func readsEveryDress(_ csv: String) throws {
    let experiment = try experiment("data: {csv: d.csv}\nhidden: [2]", ["d.csv": csv])
    #expect(experiment.data == ExperimentSamples.filed([[1], [3]], [[2], [4]]))
  }

  @Test func labelsBecomeWhatTheOutputLayerAsks() throws {
    #expect(try targets("x,y\n1,dog\n2,cat\n3,dog\n") == [[1], [0], [1]])
    let three = "x,y\n1,dog\n2,cat\n3,cow\n"
    #expect(try targets(three) == [[0, 0, 1], [1, 0, 0], [0, 1, 0]])
    #expect(
      try targets("x,y\n1,no\n2,yes\n", "hidden: [2]\noutput: softmax") == [[1, 0], [0, 1]])
    #expect(try targets("x,y\n1,3\n2,5\n") == [[3], [5]])
    #expect(try targets("x,y\n1,3\n2,5\n", "hidden: [2]\nloss: bce") == [[0], [1]])
    #expect(try targets("x,y\n1,1\n2,1\n") == [[1], [1]])
    let four = "layers: [{units: 4, activation: softmax}]\nloss: cce"
    #expect(try targets("x,y\n1,3\n2,0\n", four) == [[0, 0, 0, 1], [1, 0, 0, 0]])
    #expect(try targets("x,y\n1,\"a, \"\"b\"\"\nc\"\n2,d\n") == [[0], [1]])
  }

  @Test func usualPartsFollowFromTheLabels() throws {
    let pair = try experiment("data: {csv: d.csv}\nhidden: [2]", ["d.csv": "x,y\n1,a\n2,b\n"])
    #expect(pair.loss == .binaryCrossEntropy && pair.layers.last?.activation == .sigmoid)
    let three = try experiment(
      "data: {csv: d.csv}\nhidden: [2]", ["d.csv": "x,y\n1,a\n2,b\n3,c\n"])
    #expect(three.loss == .categoricalCrossEntropy && three.layers.last?.units == 3)
  }

  @Test func heldOutSamplesShareTheClasses() throws {
    let text = "data: {csv: d.csv}\nhidden: [2]\nholdout: {data: {csv: e.csv}}"
    let classes = "x,y\n1,a\n2,b\n3,c\n"
    let experiment = try experiment(text, ["d.csv": classes, "e.csv": "x,y\n1,c\n"])
    #expect(experiment.holdout == .data(ExperimentSamples.filed([[1]], [[0, 0, 1]])))
    #expect(throws: Diagnostics.self) {
      try self.experiment(text, ["d.csv": classes, "e.csv": "x,y\n1,d\n"])
    }
  }

  @Test(arguments: [
    ("a,b\n1,2\n3\n", "d.csv:3:1: This row has 1 field, but the first one has 2."),
    (
      "a,b\n1,2\n* early\n",
      "d.csv:3:1: This row has 1 field, but the first one has 2: take it out if it is a remark."
    ),
    ("a,b\n1,2,3\n", "d.csv:2:5: This row has 3 fields, but the first one has 2."),
    (
      "a,b\nx,2\n",
      "d.csv:1:1: The column 'a' has the same text in every row: choose the columns with 'inputs'."
    ),
    (
      "a,b\n1,2\n3,4\nfive,2\n",
      "d.csv:4:1: The column 'a' needs a number, but this row has 'five'. Mend it or leave it empty, or choose other columns with 'inputs'."
    ),
    (
      "a,b\n1,2.5\n3,4\n1,many\n",
      "d.csv:4:3: The column 'b' needs a number, but this row has 'many'. Mend it or leave it empty, or give the output layer 'softmax' or 'sigmoid' for classes."
    ),
    (
      "a,b\n,2\n1,\n",
      "d.csv: Every row has a field without a value: choose other columns with 'inputs', or write 'missing: mean'."
    ),
    (
      "a;b\n1,250;2\n",
      "d.csv:2:1: '1,250' can be read in two ways: write 'decimal: comma' or 'decimal: point' beside 'csv'."
    ),
    (
      "a,b\n1,0\n2,1\n3,2\n4,0\n5,1\n6,2\n7,0\n8,1\n9,2\n",
      "d.csv:1:3: The column 'b' holds 3 whole numbers (0, 1, 2): classes or amounts? Write 'loss: cce' if they are classes, 'loss: mse' and 'target_scaling: standard' if they are amounts; for 'train' and 'sweep' also '--set loss=cce'."
    ),
    (
      "a,Class\n1,0\n2,1\n3,2\n",
      "d.csv:1:3: The column 'Class' holds 3 whole numbers (0, 1, 2): classes or amounts? Write 'loss: cce' if they are classes, 'loss: mse' and 'target_scaling: standard' if they are amounts; for 'train' and 'sweep' also '--set loss=cce'."
    ),
    (
      "day,n,b\n2024-01-01,1,2.5\n2024-01-02,2,3.5\n",
      "d.csv:1:1: The column 'day' holds dates or times, such as '2024-01-01', which are not amounts: leave it out: 'inputs: [n]', or count the rows in its place: 'inputs: [row]'."
    ),
    (
      "at,age,n,b\n00:30,30-39,1,2.5\n12:15,40-49,2,3.5\n8:00,30-39,2,3\n",
      "d.csv:1:1: The column 'at' holds dates or times, such as '00:30', which are not amounts: leave it out: 'inputs: [age, n]', or count the rows in its place: 'inputs: [row]'."
    ),
    (
      "f,y,k\ntrue,1,a\n0,2,b\nyes,3,a\nF,4,b\n",
      "d.csv:1:1: The column 'f' holds words and numbers, such as 'true' and '0': leave it out: 'inputs: [y]', or name it there, too, and each of them is a category."
    ),
    (
      "a,b\n1,2\n2,3\na,b\n3,4.5\n",
      "d.csv:4:1: The header comes again in this row, as where files are joined: take the row out."
    ),
    (
      "a,b\n'1',1.5\n'3',2\n",
      "d.csv:1:1: The column 'a' holds texts such as ''1'', which look like numbers: take the single quotes out of the file, or write double ones."
    ),
    (
      "a,y\n1,1\n2,2\n3,2\n4,1\n5,2\n",
      "d.csv:1:3: The column 'y' holds 2 whole numbers (1, 2): classes or amounts? Write 'loss: bce' if they are classes, 'loss: mse' and 'target_scaling: standard' if they are amounts; for 'train' and 'sweep' also '--set loss=bce'."
    ),
    ("a,b\n1,1e999\n", "d.csv:2:3: The number '1e999' in the column 'b' is too large."),
    (
      "a,b\n1,x\n1,x\n",
      "d.csv:1:3: The column 'b' has the same class in every row: give it two or more."
    ),
    ("a,a\n1,2\n", "d.csv:1:3: Two columns are called 'a': rename one."),
    ("a,b\n", "d.csv:1:1: There are no rows below the header."),
    ("a,b\n\"1,2\n", "d.csv:2:1: A quote (\") is opened in this row and never closed."),
    (
      "a,b\n1,2\n1\"2\"3,4\n",
      "d.csv:3:1: A quote (\") stands inside a field of this row: put the whole field in quotes and double those in it."
    ),
    ("a,b\n1,\u{0}\n", "d.csv:2:3: The file is not text: it holds a zero byte."),
    (
      "a\n1\n",
      "x.yaml:1:7: The file has one column only: it needs inputs and a target. Columns are parted by commas, semicolons, tabs, bars or blanks; 'inputs: [row]' counts the rows."
    ),
  ])
  func says(_ csv: String, _ message: String) {
    #expect(problems(csv, "{csv: d.csv}").first == message)
  }

  @Test(arguments: [
    (
      "{csv: d.csv, inputs: [hight]}",
      "1:29: There is no column called 'hight'. Did you mean 'height'?"
    ),
    (
      "{csv: d.csv, inputs: [height, kind]}",
      "1:28: The column 'kind' is an input and the target: choose one."
    ),
    ("{csv: d.csv, inputs: []}", "1:28: Name at least one column."),
    ("{csv: d.csv, inputs: [height, height]}", "1:28: A column is named twice: keep one."),
    (
      "{csv: d.csv, targets: kind}",
      "1:20: 'data' from a file has no key 'targets'. Did you mean 'target'?"
    ),
    ("{csv: [d]}", "1:13: Expected the path of a CSV file, but found a list."),
  ])
  func saysAboutColumns(_ data: String, _ message: String) {
    let problems = problems("height,width,kind\n1,2,x\n3,4,y\n", data)
    #expect(problems.first == "x.yaml:\(message)", "\(problems)")
  }

  @Test func filesThatAreNoneAreRefused() {
    for (path, message) in [
      ("/dev/zero", "'/dev/zero' is not an ordinary file."),
      ("/", "'/' cannot be used. This is a folder: name a file in it."),
      ("/nowhere.csv", "'/nowhere.csv' cannot be used. There is no such file."),
    ] {
      #expect(problems("", "{csv: \(path)}").first == "x.yaml:1:13: \(message)")
    }
  }

  @Test func classesKeepTheirNames() throws {
    let folder = try TestProject.temporaryFolder()
    try Data("x,y\n1,dog\n2,cat\n3,cow\n".utf8).write(
      to: URL(fileURLWithPath: "\(folder)/d.csv"))
    func names(_ text: String) throws -> [String]? {
      try ExperimentFile(SourceText(name: folder + "/x.yaml", text: text)).classNames
    }
    #expect(try names("data: {csv: d.csv}\nhidden: [2]") == ["cat", "cow", "dog"])
    #expect(try names("data: xor\nhidden: [2]") == nil)
  }

  @Test(arguments: [
    ("1,2\n3,4\n", "", [[1.0], [3]], [[2.0], [4]]),
    ("1,2\n3,4\n", "header: true", [[3]], [[4]]),
    ("1\tx\n2\ty\n", "header: false", [[1], [2]], [[0], [1]]),
    ("2020,2021\n1.5,2\n", "header: true", [[1.5]], [[2]]),
    ("a|b\n1|2\n", "", [[1]], [[2]]),
    ("a;b\n1.250,5;2\n", "", [[1250.5]], [[2]]),
    ("a;b\n1,250;2\n", "decimal: point", [[1250]], [[2]]),
    ("a;b\n1,250;2\n", "decimal: comma", [[1.25]], [[2]]),
    ("a,b\n1,2\n,3\n5,4\n", "missing: mean", [[1], [3], [5]], [[2], [3], [4]]),
    ("a,b\n1,2\n,3\n5,\n", "", [[1]], [[2]]),
    (
      "c,n,b\nred,1,2.5\nblue,2,3\nred,3,4\n", "", [[0, 1, 1], [1, 0, 2], [0, 1, 3]],
      [[2.5], [3], [4]]
    ),
    ("a,b\n1,2\n2,4\n", "inputs: [row, a]", [[1, 1], [2, 2]], [[2], [4]]),
    ("a,b\n1,2,\n2,4,\n", "", [[1], [2]], [[2], [4]]),
    ("#x\na,b\n\n#y\n1,2\n", "", [[1]], [[2]]),
    ("# a,b\n1,2\n3,4\n", "header: true", [[1], [3]], [[2], [4]]),
    ("# a,b\n1,2\n3,4\n", "inputs: [a], target: b", [[1], [3]], [[2], [4]]),
    ("a b k\n5.1 3 one\n4.9 4 two\n", "", [[5.1, 3], [4.9, 4]], [[0], [1]]),
    ("5.1 3 one\n4.9 4 two\n", "header: false", [[5.1, 3], [4.9, 4]], [[0], [1]]),
    ("Unnamed: 0,a,b\n0,5,1\n1,7,2.5\n", "", [[5], [7]], [[1], [2.5]]),
    ("a;b\n1.234.567;2\n", "", [[1_234_567]], [[2]]),
    ("a,b\n1,2\n#N/A,4\n#DIV/0!,6\n4,8\n", "", [[1], [4]], [[2], [8]]),
    ("a,b\n1,\"25,00,000\"\n2,\"1,00,000\"\n", "", [[1], [2]], [[2_500_000], [100_000]]),
    ("a,b\n1\u{a0},2\n3,\u{a0}4\u{2009}\n", "", [[1], [3]], [[2], [4]]),
  ])
  func readsFilesFromTheWorld(
    _ csv: String, _ keys: String, _ inputs: [[Double]], _ targets: [[Double]]
  ) throws {
    let file = "{csv: d.csv\(keys.isEmpty ? "" : ", \(keys)")}"
    let experiment = try experiment("data: \(file)\nhidden: [2]", ["d.csv": csv])
    #expect(experiment.withoutGaps.data == ExperimentSamples.filed(inputs, targets))
  }

  @Test func numbersOfTheOtherKindAreNoCategories() {
    #expect(
      problems("a;b\n1,25;2\n2,5;3\n", "{csv: d.csv, decimal: point}").first
        == "d.csv:1:1: The column 'a' holds texts such as '1,25', which look like numbers: write 'decimal: comma' beside 'csv'."
    )
  }

  /// What looks like a row and is a comment is spoken of.
  @Test func commentsThatLookLikeRowsAreCounted() throws {
    let notes = try CSVTable(SourceText(name: "d.csv", text: "tag,n\n#cat,1\ncat,3\n# so\ndog,4\n"))
      .notes
    #expect(
      notes == [
        "1 line passed over as comments. Lines that begin with '#' are comments: a text that begins so stands in quotes."
      ])
    #expect(
      problems("rank,y\n#1,2\n#2,4\n", "d.csv") == [
        "d.csv:1:1: There are no rows below the header. Lines that begin with '#' are comments: a text that begins so stands in quotes."
      ])
  }

  /// A first line that is parted in another way than all others, or not at all.
  @Test(arguments: ["|1x3 Cross validator\n1,2,3\n4,5,6\n", "a,b,c\n1;2;3\n4;5;6\n"])
  func rowsSayWhatPartsColumns(_ csv: String) {
    #expect(
      problems(csv, "d.csv").first
        == "d.csv:1:1: The first line has 1 field, but the rows below have 3: take it out if it is a title, or name every column in it."
    )
  }

  @Test func amountsInThousandsAreNoNames() throws {
    let table = try CSVTable(SourceText(name: "d.csv", text: "size,y\n19M,1\n201k,2\n19M,3\n"))
    #expect(
      table.notes(about: 0).first?.message.hasSuffix("write the numbers without 'M', 'k'.") == true)
    let unnamed = try CSVTable(SourceText(name: "d.csv", text: ",,x,y\n0,0,1,2\n1,1,2,5\n"))
    #expect(unnamed.notes.contains("Column 2 has no name: it is called 'column2'."))
  }

  /// Points that part thousands in one row mark no fraction in another.
  @Test func pointsMeanOneThing() throws {
    #expect(
      problems("a;b\n1,5;0.5\n2,5;1.234\n", "d.csv").first
        == "d.csv:1:3: The points of the column 'b' part thousands in '1.234' and mark a fraction in '0.5': write its numbers in one way."
    )
    let plain = try experiment("data: d.csv\nhidden: [2]", ["d.csv": "a;b\n1,5;0.5\n2,5;1.25\n"])
    #expect(plain.withoutGaps.data == ExperimentSamples.filed([[1.5], [2.5]], [[0.5], [1.25]]))
  }

  /// Data in another form than CSV, with what makes a table of it.
  @Test(arguments: [
    ("| a | b |\n|---|:-:|\n| 1 | 2 |\n", "a Markdown table"), ("{\"a\": [1, 2]}\n", "JSON"),
    ("{\"a\": 1}\n{\"a\": 2}\n", "JSON Lines, a sample in each"),
    ("[{\"a\": 1}, {\"a\": 2}]\n", "a list of samples in JSON"),
    ("<!DOCTYPE html>\n<table>\n", "HTML or XML"), ("% iris\n@RELATION iris\n", "ARFF"),
    ("1 1:0.5 3:0.2\n0 2:1 4:0.5\n", "a list of the inputs that are not 0, each behind its number"),
  ])
  func otherFormsAreNamed(_ text: String, _ name: String) {
    #expect(problems(text, "d.csv").first?.contains("The file is \(name), no CSV: ") == true)
  }

  /// What looks like them and is a table.
  @Test(arguments: ["<DATE>,<OPEN>\n1,2\n", "5 10:30\n6 11:30\n", "|a|b|\n|1|2|\n"])
  func tablesAreNoOtherForm(_ text: String) {
    #expect(!problems(text, "d.csv").contains { $0.contains("no CSV") })
  }

  @Test func aFileNameAloneWillDo() throws {
    let experiment = try experiment("data: d.csv\nhidden: [2]", ["d.csv": "a,b\n1,2\n"])
    #expect(experiment.data == ExperimentSamples.filed([[1]], [[2]]))
  }

  @Test(arguments: [("mse", 1), ("crossentropy", 3), ("cce", 3)])
  func theLossSaysWhatWholeNumbersAre(
    _ loss: String, _ columns: Int
  ) throws {
    let csv = "a,b\n1,0\n2,1\n3,2\n4,0\n5,1\n6,2\n7,0\n8,1\n9,2\n"
    #expect(try targets(csv, "hidden: [2]\nloss: \(loss)").first?.count == columns)
  }

  @Test func inputsHaveNames() throws {
    let folder = try TestProject.temporaryFolder()
    try Data("c,n,b\nred,1,2.5\nblue,2,3\n".utf8).write(
      to: URL(fileURLWithPath: "\(folder)/d.csv"))
    let text = SourceText(name: folder + "/x.yaml", text: "data: d.csv\nhidden: [2]")
    #expect(try ExperimentFile(text).inputNames == ["c=blue", "c=red", "n"])
  }

  @Test func heldOutSamplesShareTheWords() throws {
    let text = "data: {csv: d.csv}\nhidden: [2]\nholdout: {data: {csv: e.csv}}"
    let words = "c,y\nred,1.5\nblue,2\n"
    let experiment = try experiment(text, ["d.csv": words, "e.csv": "c,y\nred,4.5\n"])
    #expect(experiment.holdout == .data(ExperimentSamples.filed([[0, 1]], [[4.5]])))
  }
}
