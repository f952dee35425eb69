import Foundation
import Testing

/// The command export as a shell sees it.
@Suite struct ExportCommandTests {
  private let shell: Shell

  init() throws { shell = try Shell() }

  /// Where the file is put decides how it names the data.
  @Test func theDataIsFoundFromAnotherFolder() throws {
    let outcome = try shell.run(
      script: """
        cd '\(shell.folder.path)' && mkdir -p sub && printf 'a,b\\n1,2\\n2,3\\n3,4\\n' > t.csv
        printf 'data: {csv: t.csv}\\nhidden: []\\n' > t.yaml
        "$PROGRAM" export t.yaml --to experiment -o sub/e.yaml --steps 3
        "$PROGRAM" train sub/e.yaml --steps 0
        """)
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  @Test func aTrainedExperimentGoesOnWhereTheRunEnded() throws {
    let path = try shell.file("x.yaml", "data: xor\nhidden: [3]\nsteps: 50\n")
    let trained = "\(shell.folder.path)/t.yaml"
    let outcome = try shell.run("export", path, "--to", "experiment", "-o", trained)
    #expect(outcome.status == 0 && outcome.output.isEmpty && outcome.errors.isEmpty)
    let before = try shell.run("train", path, "--json").object()["loss"] as? Double
    let after =
      try shell.run("train", trained, "--steps", "0", "--json").object()["loss"] as? Double
    #expect(before != nil && before == after)
  }

  @Test func bytesGoToStandardOutputAsTheyAre() throws {
    let script =
      "$PROGRAM export xor --to onnx --steps 3 > a 2>/dev/null; $PROGRAM export xor --to onnx --steps 3 -o b && cmp a b && $PROGRAM export xor --to onnx --steps 3 -o - | cmp a"
    let outcome = try shell.run(script: "cd \(shell.folder.path); " + script)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    let bytes = try Data(contentsOf: URL(fileURLWithPath: shell.folder.path + "/a"))
    #expect(bytes.starts(with: [0x08, 0x07, 0x12, 0x08] + Array("downhill".utf8)))
  }

  @Test(arguments: [
    (["--to", "pytorhc"], "There is no form 'pytorhc'. Known: pytorch, numpy, "),
    (["--to", "csv", "--steps", "-1"], "Give from 0 to 1000000000 updates or epochs."),
    (["--to", "csv", "-o", "/no/such/folder/x.csv"], "/no/such/folder/x.csv: The file cannot be "),
  ]) func whatIsWrongIsSaid(_ arguments: [String], _ sentence: String) throws {
    let outcome = try shell.run(all: ["export", "xor"] + arguments)
    #expect(outcome.status != 0 && outcome.output.isEmpty)
    #expect(outcome.errors.contains(sentence), "\(outcome.errors)")
  }

  @Test func aPlantedFaultIsNotExported() throws {
    let lesson = "data: xor\nhidden: [3]\nfault: no_hidden_slope\n"
    let outcome = try shell.run("export", "-", "--to", "numpy", input: lesson)
    #expect(outcome.status == 1 && outcome.output.isEmpty)
  }

  /// Neither the experiment nor a file that it reads is replaced, whatever the path is that leads to it.
  @Test(arguments: ["d.csv", "./d.csv", "x.yaml", "link"])
  func whatItIsMadeFromIsKept(_ name: String) throws {
    let table = "x,y,k\n1,2,a\n2,1,b\n3,0,a\n4,9,b\n"
    let csv = try shell.file("d.csv", table)
    let file = try shell.file("x.yaml", "data: d.csv\nhidden: [2]\n")
    try FileManager.default.createSymbolicLink(
      atPath: "\(shell.folder.path)/link", withDestinationPath: csv)
    let outcome = try shell.run(
      "export", file, "--to", "csv", "-o", "\(shell.folder.path)/\(name)", "--steps", "3")
    #expect(outcome.status == 1, "\(outcome)")
    #expect(outcome.errors.contains("made from this file: name another one"), "\(outcome.errors)")
    #expect(try String(contentsOf: URL(fileURLWithPath: csv), encoding: .utf8) == table)
    #expect(try String(contentsOf: URL(fileURLWithPath: file), encoding: .utf8).hasPrefix("data:"))
  }

  /// What was there is kept where there is no room for the new file; a link stays one, and so does a device.
  @Test func theNewFileTakesThePlaceOfTheOldOneAtOnce() throws {
    let script = """
      cd \(shell.folder.path); printf old > keep.py; ulimit -f 8
      $PROGRAM export digits --to numpy --steps 1 -o keep.py; cat keep.py
      """
    let outcome = try shell.run(script: "trap '' XFSZ; " + script)
    #expect(outcome.output == "old", "\(outcome)")
    let links = """
      cd \(shell.folder.path); printf old > far.py; ln -s far.py near.py
      $PROGRAM export xor --to numpy --steps 1 -o near.py && test -L near.py && grep -c import far.py
      $PROGRAM export xor --to numpy --steps 1 -o /dev/null && test -c /dev/null && echo device
      """
    #expect(try shell.run(script: links).output.hasSuffix("device\n"))
  }
}
