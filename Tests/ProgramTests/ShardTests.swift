import Foundation
import Testing

/// Sweeps in parts, on several machines or after an interruption: together they are the sweep made in one.
@Suite struct ShardTests {
  private static let moons =
    "data: {name: moons, samples: 40}\nhidden: [4]\nholdout: 0.25\nsteps: 20\n"
  private static let space = ["--vary", "hidden=2,3x3", "--lr", "0.1,1,1e200", "--seeds", "1...7"]
  private let shell: Shell
  private let file: String

  init() throws {
    shell = try Shell()
    file = try shell.file("m.yaml", Self.moons)
  }

  private func path(_ name: String) -> String { "\(shell.folder.path)/\(name)" }

  /// All parts as files.
  private func parts(_ count: Int, _ options: [String] = space) throws -> [String] {
    try (1...count).map { number in
      let outcome = try shell.run(
        all: ["sweep", file, "--shard", "\(number)/\(count)"] + options)
      #expect(outcome.status == 0, "\(outcome.errors)")
      return try shell.file("part-\(number).jsonl", outcome.output)
    }
  }

  @Test(arguments: [
    [], ["--csv"], ["--json"], ["--by", "heldout_loss"], ["--json", "--by", "accuracy"],
  ])
  func mergedPartsAreTheBytesOfTheWhole(_ form: [String]) throws {
    let files = try parts(5)
    let whole = try shell.run(all: ["sweep", file] + Self.space + form)
    let merged = try shell.run(all: ["merge"] + files.reversed() + form)
    #expect(merged.status == 0 && merged.output == whole.output && !whole.output.isEmpty)
  }

  @Test func goalsAndFoldsGoThroughLinesToo() throws {
    let options = ["--folds", "3", "--seeds", "1,2", "--goal", "loss < 0.6", "--lr", "1,2"]
    let files = try parts(3, options)
    for form in [[], ["--csv"], ["--json"]] {
      let whole = try shell.run(all: ["sweep", file] + options + form)
      #expect(try shell.run(all: ["merge"] + files + form).output == whole.output)
    }
  }

  /// A file that ends in the middle of a line is gone on with, and the runs that it holds are not made again.
  @Test func aPartThatWasKilledGoesOn() throws {
    let lines = try shell.run(all: ["sweep", file, "--jsonl"] + Self.space).output
    let torn = try shell.file("torn.jsonl", String(lines.prefix(lines.count / 2)))
    let kept = try String(contentsOfFile: torn, encoding: .utf8).split(separator: "\n").dropLast()
    let whole = try shell.run(all: ["sweep", file] + Self.space).output
    #expect(try shell.run(all: ["sweep", file, "--resume", torn] + Self.space).output == whole)
    let after = try String(contentsOfFile: torn, encoding: .utf8).split(separator: "\n")
    #expect(Array(after.prefix(kept.count)) == Array(kept) && after.count == 42)
    #expect(Set(after) == Set(lines.split(separator: "\n")))
    #expect(try shell.run("merge", torn).output == whole)
  }

  @Test func aLongSweepIsKilledAndGoesOn() throws {
    let steps = ["--vary", "steps=5,1000000000", "--seeds", "1...3"]
    let killed = try shell.run(
      all: ["sweep", file, "--resume", path("k.jsonl")] + steps, interruptingAfter: 200)
    #expect(killed.status == 130)
    let lines = try String(contentsOfFile: path("k.jsonl"), encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 3, "\(lines)")
  }

  @Test func whatDoesNotBelongTogetherIsNotMerged() throws {
    let files = try parts(2)
    let lacking = try shell.run("merge", files[0])
    #expect(
      lacking.status == 1
        && lacking.errors.contains("21 of 42 runs are missing: 2, 4, 6, 8, 10, 12, 14, 16 …"))
    let other = try shell.file(
      "other.jsonl", shell.run("sweep", file, "--jsonl", "--seeds", "1...42").output)
    let mixed = try shell.run("merge", files[0], other)
    #expect(mixed.status == 1 && mixed.errors.contains("belong to another sweep than those of"))
    let resumed = try shell.run("sweep", file, "--seeds", "1...41", "--resume", other)
    #expect(resumed.status == 1 && resumed.errors.contains("The file holds runs of another sweep"))
    let text = try String(contentsOfFile: files[0], encoding: .utf8)
    let changed = try shell.file(
      "changed.jsonl", text.replacing("\"loss\":0.", with: "\"loss\":0.1"))
    for command in [["merge", files[0], files[1], changed], ["sweep", file, "--resume", changed]] {
      let outcome = try shell.run(all: command)
      #expect(outcome.status == 1 && outcome.errors.contains("or it was changed"))
    }
    let noise = try shell.file("noise.jsonl", "{}\n\u{1B}[2J\n")
    let broken = try shell.run("merge", noise)
    #expect(broken.status == 1 && broken.errors.contains("Line 1 is not a run of a sweep"))
    let missing = try shell.run("merge", "/nowhere")
    #expect(missing.status == 1 && missing.errors.contains("There is no such file"))
    let empty = try shell.run("merge", "/dev/null")
    #expect(empty.status == 1 && empty.errors.contains("There are no runs in it yet."), "\(empty)")
  }

  /// Whatever byte of a line is changed, it is no run any more.
  @Test func aChangedByteIsFound() throws {
    let options = ["--steps", "1", "--seeds", "1"]
    let line = Array(try shell.run(all: ["sweep", file, "--jsonl"] + options).output.utf8)
    for place in stride(from: 0, to: line.count - 1, by: 7) {
      var bytes = line
      bytes[place] ^= 1
      let path = try shell.file("bytes.jsonl", String(decoding: bytes, as: UTF8.self))
      #expect(try shell.run("merge", path).status == 1, "\(place)")
    }
  }

  /// Two sweeps do not write into each other's lines.
  @Test func oneSweepAtATimeWritesAFile() throws {
    let command = [
      "sweep", file, "--resume", path("both.jsonl"), "--vary", "steps=5,1000000000", "--seeds", "1",
    ].joined(separator: "' '")
    let outcome = try shell.run(
      script: """
        "$PROGRAM" '\(command)' & first=$!
        while ! [ -s '\(path("both.jsonl"))' ]; do sleep 0.05; done
        "$PROGRAM" '\(command)' || echo "ended with $?"
        kill $first && wait $first || true
        """)
    #expect(outcome.output.contains("ended with 1"))
    #expect(outcome.errors.contains("Another sweep is writing to the file"), "\(outcome.errors)")
  }

  /// What has no end is not read to it.
  @Test func anEndlessFileIsRefused() throws {
    #expect(try shell.run("merge", "/dev/zero").errors.contains("larger than 512 MiB"))
  }

  @Test(arguments: ["0/2", "3/2", "1", "1/x", "-1/2", "1/2/3"])
  func partsAreNumberedFromOne(_ part: String) throws {
    #expect(try shell.run("sweep", file, "--shard", part).status == 64)
  }

  // MARK: Search spaces

  @Test(arguments: [
    ("learning_rate=0.001..1:log:4", ["0.001", "0.01", "0.1", "1.0"]),
    ("learning_rate=0.1...0.5:3", ["0.1", "0.3", "0.5"]), ("batch_size=2..4", ["2", "3", "4"]),
    ("l2=0,1e-4..1e-2:log:3", ["0", "0.0001", "0.001", "0.01"]),
  ])
  func rangesStandForTheirValues(_ range: String, _ values: [String]) throws {
    let outcome = try shell.run(
      "sweep", file, "--csv", "--seeds", "1", "--steps", "1", "--vary", range)
    let first = outcome.output.split(separator: "\n").dropFirst().map {
      String($0.prefix { $0 != "," })
    }
    #expect(first == values, "\(outcome)")
  }

  @Test(arguments: [
    ("l2=0..1:log:3", "cannot begin at 0"), ("l2=1..0:3", "the smaller first"),
    ("l2=0..1:1", "needs from 2"), ("l2=0.1..1:log", "draw with --random 20"),
    ("l2=0.1..1:log,3", "stands alone"),
  ])
  func whatIsNoRangeIsSaid(_ range: String, _ sentence: String) throws {
    let outcome = try shell.run("sweep", file, "--vary", range)
    #expect(outcome.status == 64 && outcome.errors.contains(sentence), "\(outcome.errors)")
  }

  @Test func combinationsAreDrawn() throws {
    func rows(_ options: String...) throws -> [Substring] {
      let outcome = try shell.run(
        all: [
          "sweep", file, "--csv", "--seeds", "1", "--steps", "1", "--random", "9", "--vary",
          "learning_rate=0.01..1:log", "--vary", "hidden=2,3,4",
        ] + options)
      return Array(outcome.output.split(separator: "\n").dropFirst())
    }
    let drawn = try rows()
    #expect(drawn.count == 9)
    let rates = drawn.compactMap { Double($0.prefix { $0 != "," }) }
    #expect(Set(rates).count == 9 && rates.allSatisfy { (0.01...1).contains($0) })
    #expect(rates.contains { $0 < 0.1 } && rates.contains { $0 > 0.1 })
    #expect(try rows() == drawn)
    #expect(try rows("--random-seed", "2") != drawn)
  }

  /// A rate of 0 learns nothing and one of 1 does; how large an unused penalty is decides nothing.
  @Test func theEffectsNameWhatDecides() throws {
    let outcome = try shell.run(
      "sweep", file, "--vary", "l2=0,1e-12", "--lr", "0,1", "--steps", "200", "--seeds", "1...4")
    let sentence = try #require(outcome.output.split(separator: "\n").last)
    #expect(
      sentence.hasPrefix(
        "Of the differences in heldout_loss (by rank), each by itself explains: learning_rate "))
    #expect(sentence.hasSuffix(", l2 0 %."), "\(sentence)")
  }

  /// Text behind the last whole line that is no run is not cut off.
  @Test(arguments: ["data: xor", "{\"data\": \"xor\"}"])
  func aFileOfSomethingElseIsNotResumed(_ text: String) throws {
    let shell = try Shell()
    let path = try shell.file("other", text)
    let outcome = try shell.run("sweep", "xor", "--steps", "1", "--seeds", "1", "--resume", path)
    #expect(outcome.status == 1 && outcome.errors.contains("Line 1 is not a run of a sweep"))
    #expect(try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8) == text)
  }
}
