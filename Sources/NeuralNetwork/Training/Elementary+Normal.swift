// The normal distribution, from the elementary functions that give the same bits on every machine.

extension Elementary {
  /// e^x − 1, exact for small x too.
  static func expMinusOne(_ x: Double) -> Double {
    // By tanh: e^x − 1 = 2 t / (1 − t) with t = tanh(x / 2).
    guard abs(x) < 1 else { return exp(x) - 1 }
    let t = tanh(x / 2)
    return 2 * t / (1 - t)
  }

  /// φ(z), the density of the normal distribution with mean 0 and deviation 1.
  static func normalDensity(_ z: Double) -> Double { 0.3989422804014327 * exp(-0.5 * z * z) }

  /// Φ(z), the share of that distribution below z.
  static func normalShare(below z: Double) -> Double {
    if abs(z) < 3 { return 0.5 + normalDensity(z) * oddSeries(z) }
    let tail = normalDensity(z) * tailFraction(abs(z))
    return z < 0 ? tail : 1 - tail
  }

  /// z + z³/3 + z⁵/(3·5) + …: (Φ(z) − ½) / φ(z).
  private static func oddSeries(_ z: Double) -> Double {
    var (term, sum, k) = (z, z, 3.0)
    while abs(term) > 1e-17 * abs(sum) {
      term *= z * z / k
      sum += term
      k += 2
    }
    return sum
  }

  /// 1/(z + 1/(z + 2/(z + 3/(z + …)))), Laplace's continued fraction of (1 − Φ(z)) / φ(z), for z from 3.
  private static func tailFraction(_ z: Double) -> Double {
    var fraction = z
    for k in stride(from: 60, to: 0, by: -1) { fraction = z + Double(k) / fraction }
    return 1 / fraction
  }
}
