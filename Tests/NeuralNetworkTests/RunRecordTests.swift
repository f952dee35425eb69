import NeuralNetwork
import Testing

@Suite struct RunRecordTests {
  @Test func allReferenceCasesAreThere() {
    #expect(ReferenceCase.all.count == 48)
  }

  @Test(arguments: ReferenceCase.all)
  func agreesWithTheReference(_ reference: ReferenceCase) throws {
    let trace = try RunRecord(reference.experiment)
    #expect(trace.divergence == nil)
    compare(trace.value, reference.expected, at: "", reference)
  }

  /// A trace may have a million updates: a number of it takes no more room than a number.
  @Test func aTraceHoldsPlainNumbers() throws {
    let trace = try RunRecord(Samples.twoNeurons(.meanSquaredError), steps: 3).value
    for key in ["losses", "data_losses", "learning_rates", "total_grad_norm"] {
      guard case .numbers(let numbers)? = trace[key] else {
        Issue.record("\(key) is no row of plain numbers")
        continue
      }
      #expect(numbers.count == 3)
    }
    for key in ["weight_grad_norms", "bias_grad_norms"] {
      guard case .rows(let norms)? = trace[key] else {
        Issue.record("\(key) is no row of plain numbers")
        continue
      }
      #expect(norms.rows == 3 && norms.columns == 2)
    }
  }

  /// Every key of `expected` must be there, and every innermost array within the tolerance of its largest value.
  private func compare(
    _ got: JSONValue?, _ expected: JSONValue, at path: String, _ reference: ReferenceCase
  ) {
    guard let got else {
      Issue.record("\(path) is missing")
      return
    }
    switch expected {
    case .object(let members):
      for member in members {
        compare(got[member.key], member.value, at: "\(path).\(member.key)", reference)
      }
    case .array(let values) where values.contains(where: isObject):
      guard case .array(let found) = got, found.count == values.count else {
        Issue.record("\(path) has another length")
        return
      }
      for (index, (mine, theirs)) in zip(found, values).enumerated() {
        compare(mine, theirs, at: "\(path)[\(index)]", reference)
      }
    case .array, .numbers, .rows, .number, .integer:
      #expect(shape(got) == shape(expected), "\(path)")
      let (mine, theirs) = (got.numbers, expected.numbers)
      let largest = theirs.map(abs).max() ?? 0
      let allowed = reference.absoluteTolerance + reference.relativeTolerance * largest
      let worst = zip(mine, theirs).map { abs($0 - $1) }.max() ?? 0
      #expect(worst <= allowed, "\(path) is off by \(worst), allowed \(allowed)")
    }
  }

  private func isObject(_ value: JSONValue) -> Bool {
    if case .object = value { true } else { false }
  }

  /// The nesting of arrays: the counts of each level.
  private func shape(_ value: JSONValue) -> String {
    switch value {
    case .array(let values): "[" + values.map(shape).joined() + "]"
    case .numbers(let numbers): shape(.array(numbers.map { .number($0) }))
    case .rows(let matrix):
      shape(.array((0..<matrix.rows).map { .numbers(Array(matrix.row($0))) }))
    case .object, .number, .integer: "."
    }
  }
}
