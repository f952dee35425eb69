/// The logarithm to base 10 of a positive finite value, to about 15 digits.
///
/// With value = m·2ᵉ and s = (m − 1)/(m + 1): ln m = 2(s + s³/3 + s⁵/5 + …).
func log10(_ value: Double) -> Double {
  var exponent = Double(value.exponent)
  var mantissa = value.significand
  if mantissa > 1.4142135623730951 {
    mantissa /= 2
    exponent += 1
  }
  let s = (mantissa - 1) / (mantissa + 1)
  let square = s * s
  var sum = 1.0 / 21
  for odd in oddReciprocals { sum = sum * square + odd }
  return exponent * 0.30102999566398120 + 2 * s * sum * 0.43429448190325182
}

private let oddReciprocals: [Double] = [
  1.0 / 19, 1.0 / 17, 1.0 / 15, 1.0 / 13, 1.0 / 11, 1.0 / 9, 1.0 / 7, 1.0 / 5, 1.0 / 3, 1,
]

/// Ten to any power, to about 14 digits: a power of ten times eˣ with |x| < 1.2.
///
/// Where the power would overflow or vanish it is the largest or the smallest positive number.
func exp10(_ value: Double) -> Double {
  let power = min(400, max(-400, value))
  let whole = Int(power.rounded())
  let x = (power - Double(whole)) * 2.302585092994046
  var sum = 1.0
  for term in (1...20).reversed() { sum = 1 + sum * x / Double(term) }
  // In two steps at the ends, so that the first neither overflows nor loses digits.
  let near = min(300, max(-290, whole))
  let result = powerOfTen(near) * sum * powerOfTen(whole - near)
  return min(.greatestFiniteMagnitude, max(.leastNonzeroMagnitude, result))
}

/// Ten to a whole power, correctly rounded.
func powerOfTen(_ exponent: Int) -> Double {
  switch exponent {
  case 0...22: smallPowersOfTen[exponent]
  case -22..<0: 1 / smallPowersOfTen[-exponent]
  default: Double("1e\(exponent)") ?? (exponent < 0 ? 0 : .infinity)
  }
}

private let smallPowersOfTen = (0...22).map { Double("1e\($0)") ?? 1 }

/// The largest whole power of ten that is not above a positive finite value.
func decade(of value: Double) -> Int {
  let guess = Int(log10(value).rounded(.down))
  if powerOfTen(guess) > value { return guess - 1 }
  return powerOfTen(guess + 1) <= value ? guess + 1 : guess
}
