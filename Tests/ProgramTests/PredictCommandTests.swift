import Foundation
import Testing

/// The command predict as a shell sees it.
@Suite struct PredictCommandTests {
  private let shell: Shell
  private static let fruit = """
    weight,color,kind
    120,green,pear
    20,blue,plum
    131,yellow,pear
    25,blue,plum
    118,green,"pear, ripe"
    18,yellow,"pear, ripe"

    """

  init() throws { shell = try Shell() }

  private func predict(_ table: String, _ rows: String, _ more: String...) throws -> Shell.Outcome {
    let path = try shell.file("fruit.csv", table)
    return try shell.run(
      all: ["predict", path, shell.file("new.csv", rows)] + more)
  }

  @Test func classesComeWithTheirProbabilities() throws {
    let outcome = try predict(Self.fruit, "color,other,weight\ngreen,x,125\nblue,y,22\n")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 3 && lines[0] == "kind,p(pear),\"p(pear, ripe)\",p(plum)")
    #expect(lines[2].hasPrefix("plum,"))
    for line in lines.dropFirst() {
      let shares = line.split(separator: ",").compactMap { Double($0) }.suffix(3)
      #expect(abs(shares.reduce(0, +) - 1) < 1e-12)
    }
    #expect(outcome.errors.contains("note: trained first, as 'train' does it: 1000 updates."))
  }

  /// New rows may write their numbers in another way than those that were learned from.
  @Test func newRowsMayHaveDecimalCommas() throws {
    let table = "x,y\n1.5,2\n2.5,3\n3.5,4\n"
    let comma = try predict(table, "x;z\n1,5;1\n2,5;2\n")
    let point = try predict(table, "x,z\n1.5,1\n2.5,2\n")
    #expect(comma.status == 0 && comma.output == point.output, "\(comma.errors)")
  }

  @Test func twoClassesShareOneOutput() throws {
    let outcome = try predict("x,kind\n1,no\n2,no\n3,yes\n4,yes\n", "x\n1\n4\n")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.first == "kind,p(no),p(yes)")
    #expect(lines.count == 3 && lines[1].hasPrefix("no,") && lines[2].hasPrefix("yes,"))
  }

  /// A line through scaled targets of some thousands comes back in thousands.
  @Test func amountsAreInTheirOwnUnit() throws {
    let outcome = try predict("size,price\n1,1000\n2,2000\n3,3000\n4,4000\n", "size\n1.5\n3.5\n")
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines.first == "price")
    let prices = lines.dropFirst().compactMap { Double($0) }
    #expect(prices.count == 2 && abs(prices[0] - 1500) < 100 && abs(prices[1] - 3500) < 100)
  }

  /// What is asked of training samples again is what the trained network says of them.
  @Test func weightsThatWereExportedGiveTheSameAnswers() throws {
    let text = "data: fruit.csv\nhidden: [4]\nscaling: standard\nsteps: 40\n"
    let (path, table) = (try shell.file("f.yaml", text), try shell.file("fruit.csv", Self.fruit))
    let weights = shell.folder.path + "/f.safetensors"
    let export = try shell.run("export", path, "--to", "safetensors", "-o", weights)
    #expect(export.status == 0)
    let trained = try shell.run("predict", path, table)
    let given = try shell.run("predict", path, table, "--weights", weights)
    #expect(given.status == 0 && given.output == trained.output && given.errors.isEmpty)
    let raw = try shell.run("predict", path, table, "--steps", "0")
    #expect(raw.output != trained.output && raw.status == 0)
  }

  /// What a hinge parts at 0 is no probability, though a sigmoid puts it out.
  @Test func scoresAreNoProbabilities() throws {
    try shell.file("marks.csv", "x,mark\n0,a\n1,a\n2,b\n3,b\n")
    let rows = try shell.file("new.csv", "x\n0\n3\n")
    let text = "data: marks.csv\nhidden: [4]\noutput: sigmoid\nloss: hinge\nsteps: 9\n"
    let outcome = try shell.run("predict", shell.file("marks.yaml", text), rows)
    #expect(outcome.output.hasPrefix("mark,score\nb,"), "\(outcome.output) \(outcome.errors)")
  }

  @Test func dataWithoutNamesHasNumberedColumns() throws {
    let rows = try shell.file("new.csv", "x2,x1\n0,1\n1,1\n")
    let outcome = try shell.run("predict", "xor", rows)
    #expect(outcome.output.split(separator: "\n").first == "y,p(0),p(1)", "\(outcome.errors)")
  }

  @Test(arguments: [
    (
      "weight,kind\n3,pear\n",
      "new.csv:1:1: The network needs a column 'color', which is missing here. Known: weight, kind"
    ),
    ("weight,colour\n3,blue\n", "Did you mean 'colour'?"),
    (
      "color,weight\nblue,3\nred,4\n",
      "new.csv:3:1: The column 'color' needs one of its words (blue"
    ),
    (
      "color,weight\nblue,heavy\n", "new.csv:2:6: The column 'weight' needs a number, but this row "
    ),
    (
      "color,weight\nblue,\n", "new.csv:2:6: This row has no value in 'weight': give one, or train "
    ),
    (
      "color,weight\nblue,1e999\n", "new.csv:2:6: The number '1e999' in the column 'weight' is too "
    ),
    ("color,weight\nblue,\"3\n", "A quote (\") is opened in this row and never closed."),
    ("color,weight\n", "There are no rows below the header."),
  ]) func rowsThatCannotBeReadHaveAPlace(_ rows: String, _ sentence: String) throws {
    let outcome = try predict(Self.fruit, rows)
    #expect(outcome.status == 1 && outcome.output.isEmpty)
    #expect(outcome.errors.contains(sentence), "\(outcome.errors)")
    #expect(!outcome.errors.contains("trained first"), "said before any training")
  }

  @Test func gapsAreFilledAsInTraining() throws {
    let text = "data: {csv: d.csv, missing: mean}\nlayers: [{weights: [[1]], activation: linear}]\n"
    try shell.file("d.csv", "x,y\n1,0.5\n,0.7\n5,0.2\n")
    let outcome = try shell.run(
      "predict", shell.file("f.yaml", text), shell.file("new.csv", "x,z\n,1\n7,1\n"))
    #expect(outcome.output == "y\n3.0\n7.0\n", "\(outcome.errors)")
  }

  @Test func standardInputIsOneOfTheTwo() throws {
    #expect(try shell.run("predict", "-", "-").status == 64)
    let outcome = try shell.run("predict", "xor", "-", "--epochs", "2", input: "x1,x2\n0,1\n")
    #expect(outcome.status == 0 && outcome.output.split(separator: "\n").count == 2)
  }
}
