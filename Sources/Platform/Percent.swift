/// A share in percent, with so many decimals: of more than none never 0, and of less than all never 100, which would be said of
/// what is not so; there it has more decimals.
package func percentText(_ share: Double, decimals: Int = 0) -> String {
  let texts = (decimals...6).lazy.map { String(printf: "%.*f", $0, 100 * share) }
  let rounded = abs(share - share.rounded()) < 1e-9 ? share.rounded() : share
  let text = texts.first { text in
    (rounded == 1 || Double(text) != 100) && (rounded == 0 || Double(text) != 0)
  }
  return "\(text ?? String(printf: "%.6f", 100 * share)) %"
}
