import Foundation
import NeuralNetwork
import Platform
import TestProject
import Testing

@testable import Experiments

/// What stands in tables and is no sample, words that say the same, and files that are not what they seem.
@Suite struct CSVAsideTests {
  private func file(_ csv: String, _ rest: String = "") throws -> ExperimentFile {
    let folder = try TestProject.temporaryFolder()
    try Data(csv.utf8).write(to: URL(fileURLWithPath: "\(folder)/d.csv"))
    let text = "data: d.csv\nhidden: [2]\n\(rest)"
    return try ExperimentDocument(SourceText(name: folder + "/x.yaml", text: text)).read()
  }

  private func problem(_ csv: String) -> String? {
    let error = #expect(throws: Diagnostics.self) { try file(csv) }
    return error?.list.first?.message
  }

  /// What marks a gap in other programs is no class of its own.
  @Test(arguments: ["(null)", "nil", "\\N", "..", "…", "n.a.", "k.A.", "missing"])
  func gapsAreNoClasses(mark: String) throws {
    let file = try file("x,k\n1,a\n2,b\n3,\(mark)\n4,a\n5,b\n")
    #expect(try Run(file.experiment).dataset.count == 4)
    #expect(file.experiment.layers.last?.units == 1)
  }

  /// What is read as names although it looks like amounts is said, as are rows' own numbers, and texts that are all but names.
  @Test(arguments: [
    ("x", ["USD 5", "USD 6", "USD 5", "USD 7"], "write the numbers without 'USD'"),
    ("x", ["~5", "~6", "~5", "~7"], "write the numbers without '~'"),
    ("x", ["R$ 5", "R$ 6", "R$ 5", "R$ 7"], "write the numbers without 'R$'"),
    ("x", (0..<12).map { "\(max(1, $0))/7 a" }, "has 11 different texts in 12 rows"),
    ("order_id", (0..<12).map { "\(1000 + $0)" }, "counts the rows"),
  ])
  func columnsThatTeachNothingAreNamed(name: String, fields: [String], note: String) throws {
    let rows = fields.enumerated().map {
      "\($0.element),\($0.offset % 3),\(Double($0.offset) / 7)\n"
    }
    let notes = try file("\(name),z,y\n" + rows.joined()).notes.map(\.message)
    #expect(notes.contains { $0.contains(note) }, "\(notes)")
  }

  /// A row of units below the header, and rows of totals at the end, are left out with a word.
  @Test(arguments: [
    ("h,w\ncm,kg\n1,2.5\n3,4\n", "row of units"), ("h,w\n(cm),-\n1,2.5\n3,4\n", "row of units"),
    ("h,w\nfloat,float\n1,2.5\n3,4\nTotal,6.5\n", "row of units"),
    ("h,w\n1,2.5\n3,4\nTotal,6.5\n", "totals"),
    ("h,w\n1,2.5\n3,4\n\nSum:,6.5\nAverage:,3.25\n\n", "totals"),
  ])
  func unitsAndTotalsAreNoSamples(csv: String, word: String) throws {
    let file = try file(csv)
    #expect(file.experiment.data == ExperimentSamples.filed([[1], [3]], [[2.5], [4]]))
    #expect(file.notes.contains { $0.message.contains(word) }, "\(file.notes)")
  }

  /// Totals beside names would become a sample; units beside them say nothing else.
  @Test func totalsAndUnitsBesideNames() throws {
    let rows = "shop,h,kind\n,cm,\na,1,x\nb,3,y\na,5,x\n"
    #expect(try file(rows).experiment.data == file(rows + "Total,9,\n").experiment.data)
    #expect(
      try file(rows).experiment.data == file(rows.replacing(",cm,\n", with: "")).experiment.data)
    // A name that other rows have, too, is a name.
    let sums = "op,h,kind\nsum,1,x\nmean,3,y\nsum,5,x\n"
    #expect(try file(sums).experiment.data.written?.inputs.count == 3)
  }

  /// Where one value alone is no number nobody knows what it is.
  @Test func aValueIsNoUnit() {
    #expect(
      problem("name,h,kind\na,unknown,x\nb,3,y\na,5,x\n")?.contains("Mend it or leave it empty")
        == true)
  }

  @Test func aTitleIsNoHeader() {
    #expect(
      problem("Sales\nh,w\n1,2\n3,4\n")
        == "The first line has 1 field, but the rows below have 2: take it out if it is a title, or name every column in it."
    )
  }

  /// True and 1 say the same, as inputs and as classes, however they are written.
  @Test func trueAndOneAreTheSame() throws {
    #expect(
      try file("a,b\nTrue,2.5\n1,3\n0,4\nFALSE,5\n").experiment.data
        == ExperimentSamples.filed([[1], [1], [0], [0]], [[2.5], [3], [4], [5]]))
    let classes = try file("b,a\n2.5,1\n3,True\n4,0\n5,false\n6,TRUE\n")
    #expect(classes.classNames == ["False", "True"])
    #expect(classes.experiment.data.written?.targets == [[1], [1], [0], [0], [1]])
    #expect(try file("b,a\n2.5,true\n3,true\n4,false\n").classNames == ["false", "true"])
    #expect(problem("a,b\nTrue,2.5\n2,3\n")?.contains("needs a number") == true)
    #expect(problem("b,a\n1,True\n2,TRUE\n3,1\n")?.contains("same class") == true)
  }

  @Test(arguments: [("x,k\n1,A\n2,a\n3,b\n4,b\n", true), ("x,k\n1,a\n2,b\n3,a\n", false)])
  func wordsThatDifferInCapitalsAreSpokenOf(csv: String, isNoted: Bool) throws {
    #expect(try file(csv).notes.contains { $0.message.contains("'A' and 'a'") } == isNoted)
  }

  // MARK: Files

  @Test func aTableIsNamedByItsWholeName() throws {
    let folder = try TestProject.temporaryFolder()
    try Data("x,y\n1,2\n".utf8).write(to: URL(fileURLWithPath: "\(folder)/iris.csv"))
    let source = SourceText(name: folder + "/x.yaml", text: "data: iris\nhidden: [2]")
    let error = #expect(throws: Diagnostics.self) { try ExperimentDocument(source).read() }
    #expect(error?.list.first?.message.contains("write 'data: iris.csv'") == true)
  }

  private func message(_ path: String) -> String? {
    let error = #expect(throws: Diagnostic.self) { try SourceText(path: path) }
    return error?.message
  }

  @Test func aLinkThatLeadsNowhereIsNamed() throws {
    let folder = try TestProject.temporaryFolder()
    try Data("a,b\n".utf8).write(to: URL(fileURLWithPath: "\(folder)/iris.csv"))
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder)/irsi.csv", withDestinationPath: "gone.csv")
    #expect(message("\(folder)/irsi.csv") == "This is a link to 'gone.csv', which is not there.")
  }

  /// A pipe that nobody writes to would be waited for without end; one whose writer is slow is read.
  @Test func aPipeNeedsAWriter() async throws {
    let pipe = "\(try TestProject.temporaryFolder())/pipe"
    #expect(mkfifo(pipe, 0o600) == 0)
    #expect(
      message(pipe)
        == "Nothing came from this pipe, and nobody writes to it: start what writes to it first.")
    Thread.detachNewThread {
      usleep(200_000)
      guard let writer = fopen(pipe, "w") else { return }
      usleep(200_000)
      fputs("a,b\n", writer)
      fclose(writer)
    }
    #expect(try SourceText(path: pipe).text == "a,b\n")
  }
}
