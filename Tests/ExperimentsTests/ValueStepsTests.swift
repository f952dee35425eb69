import Testing

@testable import Experiments

/// The keys of a form lead on, and back.
@Suite struct ValueStepsTests {
  static let texts = [
    "data: xor\nhidden: [4]\n",
    """
    data: {name: moons, samples: 37, noise: 0.13}
    hidden: [5, 3]
    learning_rate: 0.37
    l2: 3e-7
    optimizer: {name: adam, beta1: 0.85, eps: 1e-9}
    batch_size: 13
    holdout: 0.33

    """,
    """
    data: sine
    hidden: [4]
    clip: {type: norm, max: 3}
    early_stopping: {patience: 7}
    holdout: 0.2
    schedule: {name: step, step_size: 7, gamma: 0.3}
    dropout: 0.15

    """,
    "inputs: [[0], [1]]\ntargets: [[0], [2]]\nhidden: []\n",
  ]

  private func file(_ text: String) throws -> ExperimentFile {
    try ExperimentFile(SourceText(name: "x.yaml", text: text))
  }

  @Test(arguments: texts) func `the opposite key takes every step back`(_ text: String) throws {
    let file = try file(text)
    for row in file.form.rows {
      for direction in [1, -1] { try walk(row, direction, in: file) }
    }
  }

  /// Three steps there, and as many back.
  private func walk(_ row: FormRow, _ direction: Int, in start: ExperimentFile) throws {
    var (trail, files) = (FormTrail(), [start])
    func step(_ direction: Int) throws {
      let file = files[files.count - 1]
      let now = try #require(file.form.rows.first { $0.path == row.path }, "\(row.key)")
      files.append(try file.replacing(trail.step(now, by: direction, in: file)))
    }
    for _ in 1...3 where (try? step(direction)) == nil { break }
    for place in (0..<files.count - 1).reversed() {
      try step(-direction)
      #expect(
        files.last?.experiment == files[place].experiment, "\(row.key) \(direction) \(place)")
    }
  }

  @Test(arguments: [
    ("l1: 0", "l1", -1), ("dropout: 0", "dropout", -1),
    ("optimizer: {name: adam, eps: 0}", "optimizer.eps", -1),
  ]) func `below the least number there is none`(line: String, key: String, direction: Int) throws {
    let file = try file("data: xor\nhidden: [4]\n\(line)\n")
    let row = try #require(file.form.rows.first { $0.key == key })
    #expect(throws: Diagnostics.self) { try file.step(row, by: direction) }
  }

  @Test func `a tiny number is walked in its own size`() throws {
    let file = try file("data: xor\nhidden: [4]\noptimizer: {name: adam, eps: 1e-9}\n")
    let row = try #require(file.form.rows.first { $0.key == "optimizer.eps" })
    #expect(try file.step(row, by: 1).value.text == "2e-09")
    #expect(try file.step(row, by: -1).value.text == "5e-10")
  }
}
