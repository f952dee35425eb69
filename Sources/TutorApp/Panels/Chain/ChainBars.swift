import TerminalCanvas

/// Beside the factors of a chain rule what they come to, line by line, as bars: a chain that vanishes or explodes is seen
/// to do so, and where.
struct ChainBars {
  /// A line beside each factor; none where there is no room, or nothing to be compared.
  let lines: [StyledText]
  /// What stands under them.
  let caption = StyledText("the product so far", .muted)

  var isEmpty: Bool { lines.isEmpty }

  private static let leastWidth = 17
  private static let mostWidth = 41

  /// - Parameters:
  ///   - factors: from the loss back to the parameter.
  ///   - chain: what they belong to; its product waits where it is asked for.
  ///   - width: the columns for them.
  ///   - glyphs: what they are drawn with.
  init(_ factors: [ChainRule.Factor], of chain: ChainRule, in width: Int, _ glyphs: GlyphSet) {
    guard factors.count > 1, width >= Self.leastWidth else {
      lines = []
      return
    }
    var products: [Double?] = []
    for factor in factors {
      let before = products.isEmpty ? 1 : products.last.flatMap(\.self)
      products.append(factor.isKnown ? before.map { $0 * factor.value } : nil)
    }
    if !chain.isKnown { products[products.count - 1] = nil }
    let largest = products.compactMap { $0.map(abs) }.filter(\.isFinite).max() ?? 0
    let columns = min(Self.mostWidth, width)
    lines = products.map { product in
      guard let product else { return StyledText("·", .muted) }
      return SignedBar(largest > 0 ? product / largest : 0).text(columns: columns, glyphs)
    }
  }
}
