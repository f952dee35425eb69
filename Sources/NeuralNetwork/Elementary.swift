// Every elementary function that decides bits of a run is called here and nowhere else,
// so that one file says whose rounding a run depends on. (Square roots are exact everywhere.)

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The elementary functions of the engine.
enum Elementary {
  @inline(__always) static func exp(_ x: Double) -> Double { systemExp(x) }
  @inline(__always) static func log(_ x: Double) -> Double { systemLog(x) }
  /// ln(1 + x), exact for small x too.
  @inline(__always) static func log1p(_ x: Double) -> Double { systemLog1p(x) }
  @inline(__always) static func tanh(_ x: Double) -> Double { systemTanh(x) }
  @inline(__always) static func sin(_ x: Double) -> Double { systemSin(x) }
  @inline(__always) static func cos(_ x: Double) -> Double { systemCos(x) }

  /// 1 / (1 + e^−z), written so that neither branch overflows.
  @inline(__always) static func sigmoid(_ z: Double) -> Double {
    guard z < 0 else { return 1 / (1 + exp(-z)) }
    let e = exp(z)
    return e / (1 + e)
  }

  /// base^exponent by repeated squaring: multiplications only, so the same bits everywhere.
  static func power(_ base: Double, _ exponent: Int) -> Double {
    var result = 1.0
    var factor = base
    var left = exponent
    while left > 0 {
      if left & 1 == 1 { result *= factor }
      factor *= factor
      left >>= 1
    }
    return result
  }
}

private func systemExp(_ x: Double) -> Double { exp(x) }
private func systemLog(_ x: Double) -> Double { log(x) }
private func systemLog1p(_ x: Double) -> Double { log1p(x) }
private func systemTanh(_ x: Double) -> Double { tanh(x) }
private func systemSin(_ x: Double) -> Double { sin(x) }
private func systemCos(_ x: Double) -> Double { cos(x) }
