import Platform
import TerminalCanvas

/// A number of the run, with four significant digits: enough to check it with a calculator.
func number(_ value: Double, signed: Bool = false) -> String {
  value.formatted(significant: 4, signed: signed)
}

/// A number that a person chose, such as a learning rate: without trailing zeros.
func compact(_ value: Double) -> String {
  let text = value.formatted(significant: 4)
  let end = text.utf8.firstIndex(of: UInt8(ascii: "e")) ?? text.endIndex
  var digits = text[..<end]
  guard digits.utf8.contains(UInt8(ascii: ".")) else { return text }
  while digits.utf8.last == UInt8(ascii: "0") { digits.removeLast() }
  if digits.utf8.last == UInt8(ascii: ".") { digits.removeLast() }
  return String(digits + text[end...])
}

/// The digits of a number as subscripts: 12 becomes ₁₂.
func subscripted(_ number: Int) -> String {
  number < 10 ? subscripts[number] : subscripted(number / 10) + subscripts[number % 10]
}

private let subscripts = ["₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"]

/// A share, 0...1, in percent, whole ones where that is true enough; anything else is no share, and the number it is.
func percent(_ share: Double) -> String {
  (-1e-9...1 + 1e-9).contains(share) ? percentText(abs(share)) : number(share)
}
