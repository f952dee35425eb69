/// A share in percent, with so many decimals, or more where these would say 0 of what is more than none, or 100 of what is less
/// than all.
package func percentText(_ share: Double, decimals: Int = 0) -> String {
  // What rounding has moved off none and all is none and all.
  let isWhole = abs(share - share.rounded()) < 1e-9
  let texts = (decimals...6).map { String(printf: "%.\($0)f", 100 * share) }
  let text = texts.first { isWhole || ![0, 100].contains(Double($0)) }
  return "\(text ?? texts[texts.count - 1]) %"
}
