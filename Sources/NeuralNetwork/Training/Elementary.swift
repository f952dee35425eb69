internal import CKernels

/// The elementary functions of the engine; the same bits on every machine.
///
/// No other file calls a system's mathematics library. Square roots are exact everywhere and need no such care.
enum Elementary {
  @inline(__always) static func exp(_ x: Double) -> Double { dk_exp(x) }
  @inline(__always) static func log(_ x: Double) -> Double { dk_log(x) }
  @inline(__always) static func tanh(_ x: Double) -> Double { dk_tanh(x) }
  /// 1 / (1 + e^−x), without overflow.
  @inline(__always) static func sigmoid(_ x: Double) -> Double { dk_sigmoid(x) }
  /// log(1 + e^x), without overflow.
  @inline(__always) static func softplus(_ x: Double) -> Double { dk_softplus(x) }
  @inline(__always) static func sin(_ x: Double) -> Double { dk_sin(x) }
  @inline(__always) static func cos(_ x: Double) -> Double { dk_cos(x) }
  /// base to a power from 0 by repeated squaring.
  @inline(__always) static func power(_ base: Double, _ exponent: Int) -> Double {
    dk_power(base, exponent)
  }
}
