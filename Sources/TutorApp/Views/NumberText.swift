import TerminalCanvas

/// A number of the run, with four significant digits: enough to check it with a calculator.
func number(_ value: Double, signed: Bool = false) -> String {
  value.formatted(significant: 4, signed: signed)
}

/// A number that a person chose, such as a learning rate: without trailing zeros.
func compact(_ value: Double) -> String {
  let parts = value.formatted(significant: 4).split(separator: "e", maxSplits: 1).map(String.init)
  guard let digits = parts.first, digits.contains(".") else { return parts.joined(separator: "e") }
  let trimmed = String(digits.reversed().drop { $0 == "0" }.drop { $0 == "." }.reversed())
  return ([trimmed] + parts.dropFirst()).joined(separator: "e")
}

/// The digits of a number as subscripts: 12 becomes ₁₂.
func subscripted(_ number: Int) -> String {
  number < 10 ? subscripts[number] : subscripted(number / 10) + subscripts[number % 10]
}

private let subscripts = ["₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"]
