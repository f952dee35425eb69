import TerminalCanvas

/// A number of the run, with four significant digits: enough to check it with a calculator.
func number(_ value: Double, signed: Bool = false) -> String {
  value.formatted(significant: 4, signed: signed)
}

/// A number that a person chose, such as a learning rate: without trailing zeros.
func compact(_ value: Double) -> String {
  let text = value.formatted(significant: 4)
  guard text.contains("."), !text.contains("e") else { return text }
  let trimmed = text.reversed().drop { $0 == "0" }.drop { $0 == "." }
  return String(trimmed.reversed())
}

/// The digits of a number as subscripts: 12 becomes ₁₂.
func subscripted(_ number: Int) -> String {
  String(
    String(number).map { digit in digit.wholeNumberValue.map { Array("₀₁₂₃₄₅₆₇₈₉")[$0] } ?? digit })
}
