/// How values become tones: a ramp over a range, evenly or by the logarithm.
///
/// One scale serves all that is compared.
public struct ToneScale: Hashable, Sendable {
  /// The colors.
  public let ramp: Ramp
  /// The values at both ends of the ramp.
  public let axis: Axis

  /// Makes a scale on which the ramp's ends are those of an axis.
  public init(_ ramp: Ramp, over axis: Axis) {
    self.ramp = ramp
    self.axis = axis
  }

  /// Makes a scale of signed values, whose middle is 0.
  public init(reaching largest: Double) {
    let reach = largest.isFinite && largest > 0 ? largest : 1
    self.init(.sign, over: Axis(from: -reach, to: reach))
  }

  /// The tone of a value: that of an end for values beyond it, the lowest for what has no logarithm; nil for NaN.
  public func tone(_ value: Double) -> Tone? {
    guard !value.isNaN else { return nil }
    if ramp == .sign { return Tone(.sign, value / axis.upper) }
    if axis.scale == .logarithmic && value <= 0 { return Tone(ramp, level: 0) }
    guard let fraction = axis.fraction(of: value) else {
      return Tone(ramp, level: value > 0 ? Tone.top : 0)
    }
    return Tone(ramp, fraction)
  }
}

/// A scale as it stands beside a picture: the ramp between the values at its ends.
public struct ScaleBar: Hashable, Sendable {
  /// The scale.
  public var scale: ToneScale

  /// Makes a bar of a scale.
  public init(_ scale: ToneScale) { self.scale = scale }

  /// Draws the bar in the first row of a rectangle; nothing where the numbers have no room.
  public func draw(in rect: Rect, on canvas: inout Canvas) {
    let (low, high) = (label(scale.axis.lower), label(scale.axis.upper))
    let room = rect.width - low.count - high.count - 2
    guard room >= 3, rect.height > 0 else { return }
    let columns = min(room, Tone.top + 1)
    canvas.write(StyledText(low, .muted), in: rect)
    let bar = Rect(x: rect.x + low.count + 1, y: rect.y, width: columns, height: 1)
    canvas.drawTones(in: bar) { x, _ in
      Tone(scale.ramp, level: (2 * x * Tone.top + columns - 1) / (2 * max(1, columns - 1)))
    }
    let rest = rect.inset(left: low.count + columns + 2)
    canvas.write(StyledText(high, .muted), in: rest)
  }

  private func label(_ value: Double) -> String {
    value.formatted(significant: 2, signed: scale.ramp == .sign)
  }
}
