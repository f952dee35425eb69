import Testing

/// The perceptron rule as a command.
@Suite struct PerceptronCommandTests {
  private static let and = "data: and\nhidden: []"
  private let shell: Shell

  init() throws { shell = try Shell() }

  @Test func theRuleIsATableOfEpochs() throws {
    let outcome = try shell.run("perceptron", "-", input: Self.and)
    let lines = outcome.output.split(separator: "\n")
    #expect(outcome.status == 0 && outcome.errors.isEmpty && lines.count == 9)
    #expect(lines[0] == "-: 4 samples")
    #expect(lines[1] == "epoch  mistakes  updates  w1  w2   b")
    #expect(lines[7] == "    6         0       11   2   1  -3")
    #expect(lines[8] == "Epoch 6 makes no mistake: these weights separate the classes.")
    let rows = try shell.run("perceptron", "-", "--csv", input: Self.and).output
    #expect(
      rows.hasPrefix("epoch,mistakes,updates,w1,w2,b\n") && rows.hasSuffix("\n6,0,11,2,1,-3\n"))
  }

  @Test func samplesThatAreKeptApartAreCounted() throws {
    let input = Self.and + "\nholdout: 0.25\n"
    #expect(
      try shell.run("perceptron", "-", input: input).output.hasPrefix(
        "-: 3 samples, 1 kept apart and not used\n"))
    let object = try shell.run("perceptron", "-", "--json", input: input).object()
    #expect(object["samples"] as? Int == 3)
  }

  @Test func theRuleSaysThatXorIsHopeless() throws {
    let input = Self.and.replacing("and", with: "xor")
    let outcome = try shell.run("perceptron", "-", "--json", input: input)
    let object = try outcome.object()
    #expect(object["outcome"] as? String == "repeats" && object["repeats_epoch"] as? Int == 2)
    #expect(object["epochs"] as? Int == 3 && (object["mistakes"] as? [Int])?.last == 4)
    let short = try shell.run("perceptron", "-", "--epochs", "1", input: input)
    #expect(
      short.status == 0
        && short.output.hasSuffix("Epoch 1 still makes mistakes: more --epochs may settle it.\n"))
  }

  @Test(arguments: [
    ("data: and\nhidden: [2]", "one unit without hidden layers: write 'hidden: []'"),
    ("data: moons\nhidden: []", "counts in whole numbers up to 100000, but an input is"),
    ("data: {name: blobs, classes: 3}\nhidden: []", "each target has 3 numbers"),
  ])
  func theRuleRefuses(_ text: String, _ part: String) throws {
    let outcome = try shell.run("perceptron", "-", input: text)
    #expect(outcome.status == 1 && outcome.output.isEmpty && outcome.errors.contains(part))
  }

  @Test(arguments: ["0", "-1", "100001", "many"])
  func epochsOfTheRuleHaveARange(_ epochs: String) throws {
    #expect(try shell.run("perceptron", "x", "--epochs", epochs).status == 64)
  }
}
