import NeuralNetwork
import TerminalCanvas

// The network in a line of words, where no picture fits.

extension NetworkPicture {
  /// What is known of the selected unit, or else of the sample, in one line: as much as fits, and no number cut.
  func line(width: Int) -> StyledText {
    var line: StyledText = ""
    for part in selectedParts ?? outputParts {
      let longer = line.isEmpty ? part : line + "  " + part
      guard glyphs.columns(of: longer) <= width else { continue }
      line = longer
    }
    return line
  }

  private var selectedParts: [StyledText]? {
    guard let (layer, unit) = selectedUnit else { return nil }
    var parts = [StyledText("layer \(layer), unit \(unit)", .accent)]
    if let a = activation(layer: layer, unit: unit) { parts.append(StyledText("a \(number(a))")) }
    if let row, phase >= .forward(layer: layer) {
      let z = step.preActivations(layer: layer)[row, unit - 1]
      parts.append(StyledText("z \(number(z))"))
    }
    return parts + [deltaPart(layer: layer, unit: unit)].compactMap { $0 }
  }

  /// What the network says of the sample, what is true, and what that costs.
  var outputParts: [StyledText] {
    let units = 1...max(1, unitCount(layer: depth))
    guard units.count <= 3 else { return guessParts }
    let outputs = units.compactMap { activation(layer: depth, unit: $0) }.map { number($0) }
    let targets = units.map { compact(target(unit: $0)) }
    return [
      StyledText("output ", .muted)
        + StyledText(outputs.isEmpty ? "·" : outputs.joined(separator: " ")),
      StyledText("T \(targets.joined(separator: " "))", .muted), errorPart,
      units.count == 1 ? deltaPart(layer: depth, unit: 1) : nil,
    ].compactMap { $0 }
  }

  /// Which class the network takes the sample for, and which it is.
  private var guessParts: [StyledText] {
    let truth = Metrics.largest(targets[...])
    guard activation(layer: depth, unit: 1) != nil else {
      return [StyledText("is \(classNames[truth])")]
    }
    let said = Metrics.guesses(outputs(layer: depth)[...], step.lossKind.boundary)
    let isRight = said == [truth]
    let style: Style = isRight ? .right : .warning
    return [
      StyledText("says \(classNames.said(said))", style),
      StyledText("is \(classNames[truth]) ") + StyledText(isRight ? "✓" : "✗", style),
      errorPart,
    ].compactMap { $0 }
  }

  private var errorPart: StyledText? {
    error.map { StyledText("E ", .accent) + StyledText(number($0)) }
  }

  private func deltaPart(layer: Int, unit: Int) -> StyledText? {
    delta(layer: layer, unit: unit).map {
      StyledText(glyphs == .ascii ? "d " : "δ ", .muted)
        + StyledText($0.formatted(significant: 3, signed: true))
    }
  }
}
