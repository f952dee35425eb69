import CKernels
import Testing

private let functions: [String: dk_function] = [
  "exp": dk_function_exp, "log": dk_function_log, "log1p": dk_function_log1p,
  "tanh": dk_function_tanh, "sigmoid": dk_function_sigmoid, "softplus": dk_function_softplus,
  "cos": dk_function_cos,
  "sin": dk_function_sin,
]

/// Function, argument, and the value in two doubles, high + low.
private struct Point {
  let function: dk_function
  let name: String
  let x, high, low: Double

  init?(line: Substring) {
    let parts = line.split(separator: " ")
    guard parts.count == 4, let function = functions[String(parts[0])], let x = Double(parts[1]),
      let high = Double(parts[2]), let low = Double(parts[3])
    else { return nil }
    (self.function, name, self.x, self.high, self.low) = (function, String(parts[0]), x, high, low)
  }
}

private func value(_ kernels: dk_kernels, _ function: dk_function, _ x: [Double]) -> [Double] {
  var y = [Double](repeating: 7, count: x.count)
  kernels.map(function, x, &y, x.count)
  return y
}

@Suite struct KernelElementaryTests {
  @Test func `errors stay below one unit in the last place`() throws {
    let lines = highPrecisionPoints.split(separator: "\n")
    let points = lines.compactMap(Point.init(line:))
    #expect(points.count == lines.count)
    for kernels in kernelVariants {
      for point in points {
        let got = value(kernels, point.function, [point.x])[0]
        // Exact near the true value: the difference of two neighbors, less the part beyond double.
        let error = abs((got - point.high) - point.low) / point.high.ulp
        #expect(error < 1, "\(point.name)(\(point.x)) is \(got), off by \(error) ulp")
      }
    }
  }

  @Test func `all variants, all lanes and the scalar functions give the same bits`() {
    var numbers = KernelNumbers(seed: 11)
    let scalar: [String: (Double) -> Double] = [
      "exp": dk_exp, "log": dk_log, "log1p": dk_log1p, "tanh": dk_tanh, "sigmoid": dk_sigmoid,
      "softplus": dk_softplus,
      "cos": dk_cos, "sin": dk_sin,
    ]
    for (name, function) in functions {
      var x = numbers.hostile(1003) + numbers.numbers(1000, scale: 750)
      // Any bit pattern at all.
      x += (0..<1000).map { _ in Double(bitPattern: numbers.bits()) }
      let expected = x.map { scalar[name]?($0) ?? 0 }
      for kernels in kernelVariants {
        // These functions fix the bits of NaN too.
        let got = value(kernels, function, x)
        #expect(got.map(\.bitPattern) == expected.map(\.bitPattern), "\(name)")
      }
    }
  }

  @Test func `the ends of the number line`() {
    let inf = Double.infinity
    func expect(_ f: (Double) -> Double, _ pairs: [(Double, Double)]) {
      for (x, y) in pairs {
        #expect(f(x).bitPattern == y.bitPattern, "f(\(x)) is \(f(x)), not \(y)")
      }
    }
    let nan = Double(bitPattern: 0x7ff8_0000_0000_0000)
    expect(dk_exp, [(0, 1), (-0.0, 1), (inf, inf), (-inf, 0), (710, inf), (-746, 0), (nan, nan)])
    expect(
      dk_log, [(0, -inf), (-0.0, -inf), (1, 0), (inf, inf), (-1, nan), (-inf, nan), (nan, nan)])
    expect(
      dk_log1p, [(0, 0), (-0.0, -0.0), (-1, -inf), (inf, inf), (-2, nan), (0x1p-1074, 0x1p-1074)])
    expect(
      dk_tanh, [(0, 0), (-0.0, -0.0), (inf, 1), (-inf, -1), (1e300, 1), (-0x1p-1074, -0x1p-1074)])
    expect(dk_softplus, [(inf, inf), (-inf, 0), (-800, 0), (800, 800), (nan, nan)])
    expect(dk_sigmoid, [(0, 0.5), (inf, 1), (-inf, 0), (-800, 0), (40, 1), (nan, nan)])
    expect(dk_cos, [(0, 1), (-0.0, 1), (inf, nan), (-inf, nan), (nan, nan)])
    expect(dk_sin, [(0, 0), (-0.0, -0.0), (inf, nan), (0x1p-1074, 0x1p-1074), (nan, nan)])
  }

  @Test func `powers by repeated squaring`() {
    #expect(dk_power(2, 0) == 1 && dk_power(2, 10) == 1024 && dk_power(0, 0) == 1)
    #expect(abs(dk_power(0.999, 1000) / dk_exp(1000 * dk_log(0.999)) - 1) < 1e-12)
  }
}

/// Computed with mpmath at 2200 bits: ordinary arguments, the ends of every reduction interval,
/// denormals, and the worst found in long random searches.
///
/// Each value is the sum of two doubles.
private let highPrecisionPoints = """
  exp 0x1.427a31c1ffc58p-29 0x1.0000000a13d19p+0 -0x1.bd3ae00f65aeap-56
  exp 0x1.31ea59a5b303ep+0 0x1.a6d90c7bd7e98p+1 -0x1.58a77a6b4424fp-54
  exp -0x1.18b7980d81558p-8 0x1.fdcfc431a08fep-1 0x1.082cc9374d3fcp-58
  exp -0x1.c7fba74b18102p-7 0x1.f8ecb32084519p-1 -0x1.192418931e2b1p-56
  exp -0x1.d19537e309692p-12 0x1.ffc5d0a7a2f69p-1 0x1.9adeb62ef9f21p-55
  exp -0x1.fbb918e5cd3f0p-15 0x1.fff8112b582ebp-1 0x1.d24dfe5854cc5p-55
  exp 0x1.ecb246c7071e5p-31 0x1.00000003d9649p+0 -0x1.3544a3f3c7bbap-55
  exp 0x1.571858a941e07p+2 0x1.a9d0fcab585a4p+7 0x1.8716d7da4dd51p-50
  exp -0x1.f804fc5039525p-22 0x1.fffff03fd85b8p-1 0x1.b771fe3d5ae5fp-56
  exp -0x1.3daee2d56e58bp-32 0x1.fffffffd84a24p-1 -0x1.6a549db2b0bb3p-55
  exp 0x1.f5992787010aap-6 0x1.07f56bff94207p+0 0x1.2ee398d1c1809p-54
  exp 0x1.6d73c9b1a8b33p-36 0x1.0000000016d74p+0 -0x1.b27237f9a79f2p-55
  exp 0x1.afc6d9ffa76cap-8 0x1.01b133c6a302cp+0 0x1.e121853dd6fe1p-56
  exp -0x1.dc664ebbfd571p-15 0x1.fff88e749f315p-1 0x1.ec13b90321621p-57
  exp -0x1.df43093500899p-42 0x1.ffffffffff106p-1 -0x1.849a800cb4412p-57
  exp 0x1.63fec7c2015e9p-40 0x1.0000000001640p+0 -0x1.383dfda9e9b23p-56
  exp -0x1.5a8f78d22aa92p+9 0x1.06d2dbde3a6f6p-1000 0x0.00000001ad4c8p-1022
  exp 0x1.d2fcf552e9800p+1 0x1.3349ca6e87c73p+5 0x1.91f7f8706f697p-53
  exp -0x1.0c8bb6b62cf10p+6 0x1.1a985200f6a28p-97 0x1.224714666efcdp-151
  exp 0x1.2647edb905bd8p+9 0x1.15514d5b2aa70p+849 -0x1.2c8e341c9bcf4p+792
  exp 0x1.53ca3a093aa14p+7 0x1.13a39917b80f8p+245 0x1.17658b3bfb498p+189
  exp 0x1.4376a442e5600p+1 0x1.90883b8595731p+3 0x1.38ba926aba674p-52
  exp -0x1.68bc84a52d800p+4 0x1.63511255c71d1p-33 -0x1.8ce75b0a81a44p-88
  exp -0x1.811d017326633p+8 0x1.518c2de139280p-556 0x1.524ef15a84d63p-610
  exp -0x1.6becfd857ee80p+9 0x0.0000000f4425ep-1022 0x0.0p+0
  exp -0x1.d13f4dea5aaebp+8 0x1.baa8c037f71ccp-672 -0x1.c8a75429168cep-727
  exp 0x1.0536f6d364f3cp+8 0x1.ce738a46cc203p+376 -0x1.83b520de13dadp+320
  exp -0x1.c5515cde89ccdp+8 0x1.001c5e2272951p-654 0x1.78ea56d80b759p-710
  exp -0x1.9f636ec1cf670p+7 0x1.48b1aa030b7f2p-300 -0x1.f7841f5c3c463p-354
  exp -0x1.71c90343237cap+9 0x0.0000000000082p-1022 0x0.0p+0
  exp 0x1.cde3afa957e80p+8 0x1.49d288b5ab1c9p+666 -0x1.29423f7c6e8a0p+612
  exp -0x1.0434f074c07f8p+9 0x1.2674284105149p-751 0x1.193b95ed5054ap-807
  exp -0x1.63e91dd031da1p+8 0x1.718646b2bd56bp-514 -0x1.c18b1239c3d0dp-568
  exp 0x1.0b8060ba3b7aap+9 0x1.cc32403690d4fp+771 -0x1.8d9a621735cb9p+713
  exp -0x1.e1d013409c100p+1 0x1.7be56dd62cc19p-6 -0x1.9a776cf661cb2p-61
  exp 0x1.e6c1a73ee2660p+8 0x1.2e92182b75c0ap+702 0x1.206d43de7a31cp+648
  exp 0x1.724ff8841cc18p-2 0x1.6f883707c2d16p+0 -0x1.87911b2528e76p-54
  exp 0x1.68ede2d480d80p-2 0x1.6c2e005b5b285p+0 -0x1.a00d726f856a9p-54
  exp -0x1.7490a3d70a3d7p+9 0x0.0000000000001p-1022 -0x0.0p+0
  exp -0x1.6233333333333p+9 0x0.ff15b469edf89p-1022 -0x0.0p+0
  exp 0x1.62e3d70a3d70ap+9 0x1.fe9ce5c4c52b4p+1023 0x1.a8a120488d827p+969
  exp 0x1.0000000000000p+0 0x1.5bf0a8b145769p+1 0x1.4d57ee2b1013ap-53
  exp -0x1.62d0e56041893p-2 0x1.6a10b883d5676p-1 0x1.f96832aedbf43p-56
  exp 0x1.62eb1c432ca58p-2 0x1.6a0c5906bc779p+0 0x1.f736045a854d8p-56
  exp -0x1.0a29c779a6b51p+0 0x1.6a0bd33b5d62ap-2 -0x1.1bf45a3bbee38p-57
  log 0x1.37ded17611056p+533 0x1.71a51560de3e0p+8 0x1.be8e9cb78d7f9p-46
  log 0x1.5bdbda0d6b313p+288 0x1.8fddb31e7f315p+7 0x1.ba989a43994d2p-47
  log 0x1.8c11ac72be05fp+200 0x1.1621b6b96d2f0p+7 0x1.00b8935d5df4cp-49
  log 0x1.b80101f79a48ap+131 0x1.6d6023e1fb8a0p+6 -0x1.9a0c77832fdf6p-48
  log 0x1.e8dfc4503443ep+337 0x1.d4799d30217dep+7 0x1.40d71ce830365p-47
  log 0x1.486eceb815e2fp+733 0x1.fc53773eb6e26p+8 -0x1.9a263b043898fp-46
  log 0x1.000da63e75803p+360 0x1.f310feb4c0baep+7 -0x1.d8209036b1c04p-47
  log 0x1.8646e7aceca73p+338 0x1.d5692da167648p+7 -0x1.342544dd93ebap-47
  log 0x1.330498f4ff67fp+516 0x1.65d87e16d5ca3p+8 0x1.7cba22aa133e2p-46
  log 0x1.3137edd983d95p+876 0x1.2fafb745ea30ap+9 -0x1.7fd994cf015a7p-47
  log 0x1.7644a6ede7f22p+0 0x1.84e903fb432acp-2 -0x1.2c1a706176c66p-59
  log 0x1.7d35bd6eca83ep+0 0x1.97ba993df8f5bp-2 0x1.6f900b8af2445p-58
  log 0x1.8c6389ff66fbap+0 0x1.bfb61e5e12fbfp-2 -0x1.1aeeda45e49aep-56
  log 0x1.9e1bb7bc95ba6p+0 0x1.ec7e29a7bb1c1p-2 0x1.5ab7a4322660dp-56
  log 0x1.57c428343e8dfp-1 -0x1.97ec66cea715ap-2 -0x1.97d0703e9eb53p-56
  log 0x1.314be3dd36006p+0 0x1.68aa2a207d6d7p-3 0x1.6cf4aa036d1b3p-58
  log 0x1.a9950799b0541p-1 -0x1.7a9b5bc2bbbe3p-3 -0x1.55da2f84ae9afp-58
  log 0x1.1fdf07ff1814ep+0 0x1.e09b786eff96dp-4 0x1.d3cb30866f8dfp-59
  log 0x1.25ec287fc6305p-1 -0x1.1c2a13b46e6cap-1 0x1.01a0a15d45c76p-59
  log 0x1.1230056fdd913p+1 0x1.8608519e5b32cp-1 -0x1.1dde50f36334cp-55
  log 0x1.92f29dd50678ep-1 -0x1.ea884e764daedp-3 0x1.9384eae84be4bp-57
  log 0x1.9bf30b059d192p+0 0x1.e723f17801b00p-2 0x1.2894bcb96ae06p-56
  log 0x1.e1aaca26d9f1cp-1 -0x1.f44bd4fa8b778p-5 0x1.1127236d2e15cp-59
  log 0x1.f92cb8b9183eap+0 0x1.5c052877a8b0cp-1 0x1.e996d07904fd9p-56
  log 0x1.978c6dddc4638p+0 0x1.dc2467ca8267cp-2 0x1.734310e7f2cd8p-58
  log 0x1.4618dde51e718p-1 -0x1.cdf4d88a33e1dp-2 -0x1.10e71a3efc11bp-56
  log 0x1.ebcf6c59ec0f4p+0 0x1.4e4af172ba1f8p-1 0x1.9873cf5dc6e71p-55
  log 0x1.0cea82d188d05p+1 0x1.7c17cab5a31b0p-1 0x1.009f247fa85abp-55
  log 0x1.037661ae7238cp+1 0x1.69c511a95b892p-1 -0x1.7b0054ee4825ap-57
  log 0x1.6ced3490baa32p+0 0x1.6b06f66638d3cp-2 0x1.25345d36daa93p-57
  log 0x1.52db1bd43608ep-1 -0x1.a6a7db91f3f2ep-2 -0x1.00e7954dab518p-57
  log 0x1.7e2ca2a86d1f0p-1 -0x1.2b77682b7bb35p-2 -0x1.92eae755032e6p-58
  log 0x1.08fd4de3f9a68p+1 0x1.748fd41a0a342p-1 0x1.404cdafa9987bp-55
  log 0x1.64e97bd0a44d2p+0 0x1.5449948219c3dp-2 -0x1.8f4fa2c420719p-62
  log 0x0.0000000000001p-1022 -0x1.74385446d71c3p+9 -0x1.8e569fa8ee781p-45
  log 0x0.02a56da5077c9p-1022 -0x1.647bf6d0b78a9p+9 -0x1.1d5722b67fe15p-45
  log 0x1.fffffffffffffp+1023 0x1.62e42fefa39efp+9 0x1.a9c9e3b39803fp-46
  log 0x1.6a09e667f3bccp-1 -0x1.62e42fefa39f1p-2 0x1.8d8f957c3d43cp-57
  log 0x1.6a09e667f3bcdp-1 -0x1.62e42fefa39eep-2 0x1.716fdfdbc882ep-60
  log 0x1.6a09e667f3bcdp+0 0x1.62e42fefa39f0p-2 0x1.c2e0e1b1548c2p-56
  log 0x1.fffffffffffffp-1 -0x1.0000000000000p-53 -0x1.0000000000000p-107
  log 0x1.0000000000001p+0 0x1.fffffffffffffp-53 0x1.5555555555554p-158
  log 0x1.6b091075aab4dp+0 0x1.65b4e8bd23f64p-2 -0x1.d16ad53dfcd47p-57
  log 0x1.7d53c2be1e3b9p-1 -0x1.2dbd25a5ef6cdp-2 -0x1.e099fb25077e6p-56
  log1p 0x1.690d1bc3ab5ffp-47 0x1.690d1bc3ab5dfp-47 0x1.65038328e673ap-102
  log1p -0x1.eeacfd7f83d84p-20 -0x1.eead1b5e86f9ep-20 0x1.b097f79926744p-76
  log1p -0x1.9409c0d908fc1p-16 -0x1.940affb1bcfe6p-16 -0x1.4a557850cb51ap-70
  log1p -0x1.1d33811961c6ap-28 -0x1.1d3381234fa46p-28 0x1.105aa98023badp-84
  log1p -0x1.79891436b7751p-53 -0x1.79891436b7752p-53 0x1.d33af91033803p-107
  log1p -0x1.c63a27f72de3dp-25 -0x1.c63a28c0aa790p-25 -0x1.3849feb013793p-79
  log1p 0x1.2a875995b1b80p-28 0x1.2a87598ad0bcep-28 -0x1.e6594685ff37ap-86
  log1p 0x1.4e619dc0fd7e9p-6 0x1.4b03cccda2efcp-6 -0x1.802b5b0ec1379p-60
  log1p -0x1.8b91a7123c711p-21 -0x1.8b91b09f27f19p-21 0x1.e12542dc91ec7p-75
  log1p 0x1.5636099866881p-34 0x1.563609982d598p-34 0x1.2f52750262493p-89
  log1p -0x1.5c06c3860e7f5p-49 -0x1.5c06c3860e7fcp-49 -0x1.92263c2370926p-103
  log1p 0x1.0d58272cb40c3p-20 0x1.0d581e51a16a2p-20 -0x1.25b6954471305p-74
  log1p -0x1.61dd987f55df7p-44 -0x1.61dd987f55eecp-44 0x1.b643405cbfcfdp-98
  log1p 0x1.2ab1178889675p-16 0x1.2ab06948ae4b7p-16 0x1.a2a39d48f623fp-70
  log1p -0x1.4a77facf4aabbp-6 -0x1.4dd8d417cce62p-6 -0x1.63dc1cc370450p-60
  log1p 0x1.630018406f246p-34 0x1.63001840319b3p-34 0x1.e5edd9df796adp-88
  log1p -0x1.b02e25210fd4ep-4 -0x1.c8b916607765dp-4 0x1.18d86070a3a80p-59
  log1p -0x1.0485a8ab8f41cp-23 -0x1.0485a9b4af079p-23 0x1.8aae25903a04bp-78
  log1p 0x1.094f1fab59304p+1 0x1.1f6073c597b67p+0 -0x1.16ea3ab40cf26p-54
  log1p 0x1.5214c06c7bc88p+1 0x1.4ad617e92796bp+0 0x1.84dd6a7d378b7p-54
  log1p -0x1.69c886319cea4p-2 -0x1.be570dbb1038dp-2 0x1.ca5a11a5d39f9p-62
  log1p 0x1.5e563b7523cf8p+1 0x1.517b1ecb44b6bp+0 -0x1.10d63e439940ap-54
  log1p -0x1.dbed1f7dde9a0p-1 -0x1.538d9f8acc5a3p+1 0x1.d45369e40ebe0p-54
  log1p 0x1.031afd2fbcdd2p+1 0x1.1b4e841d279b2p+0 -0x1.007a5612549f5p-54
  log1p 0x1.2033ce382aea8p+1 0x1.2ddc34d82ecfap+0 -0x1.85d3b13ebb78dp-54
  log1p -0x1.a39de4443a2bep-2 -0x1.0df574f8f9f2ep-1 -0x1.4742349f5a8b5p-55
  log1p 0x1.68ca6e2c4ad66p-1 0x1.111607cbd0770p-1 0x1.14327e1c24d67p-56
  log1p 0x1.2297f479cc72cp+1 0x1.2f53a732455e2p+0 0x1.232499b25d34ep-54
  log1p -0x1.c989b6d3ef085p-1 -0x1.1ed3341f3ebd6p+1 0x1.7728480680007p-53
  log1p 0x1.884cfc189f13bp+0 0x1.dbbd1ddfd870ep-1 -0x1.c35f29364ea55p-55
  log1p 0x1.175a4e947563ap+1 0x1.285bb40ec6887p+0 -0x1.1c8b73a73b04fp-54
  log1p 0x1.138c99e00fad9p+0 0x1.76139c1785d92p-1 0x1.46aebf8ad0c4bp-61
  log1p 0x1.eac76838fed97p+0 0x1.12124d2e32127p+0 0x1.4e6d422bf13e7p-55
  log1p -0x1.c7b2c8de0b8c0p-5 -0x1.d4dd12597492ep-5 -0x1.fd1e27758ee6dp-59
  log1p -0x1.53a4b0b2b4448p-3 -0x1.735e16eb0622ep-3 0x1.cc4dcf6e89ca6p-63
  log1p 0x1.eff9d3e660a50p-2 0x1.94751942db1a2p-2 -0x1.7bee38bca5c02p-56
  log1p 0x1.7e43c8800759cp+996 0x1.5963447f87fb5p+9 0x1.abccc0710fcd4p-46
  log1p -0x1.fffffffffffffp-1 -0x1.25e4f7b2737fap+5 -0x1.8486612173c69p-51
  log1p 0x1.70ef54646d497p-57 0x1.70ef54646d497p-57 -0x1.09d8792fb4c4ap-114
  log1p -0x0.012688b70e62bp-1022 -0x0.012688b70e62bp-1022 -0x0.0p+0
  log1p 0x0.0000000000001p-1022 0x0.0000000000001p-1022 -0x0.0p+0
  log1p -0x1.2bec333018868p-2 -0x1.62e42fefa39f1p-2 0x1.8d8f957c3d43cp-57
  log1p 0x1.a827999fcef33p-2 0x1.62e42fefa39f0p-2 -0x1.1132eb1e92ed6p-56
  log1p -0x1.15788f6353f22p-2 -0x1.439f45625582fp-2 0x1.d7eef14e0c0d9p-56
  tanh 0x1.b176ac108d92cp-46 0x1.b176ac108d92cp-46 -0x1.9e3e8e608f87cp-138
  tanh -0x1.bf002db9644d8p-47 -0x1.bf002db9644d8p-47 0x1.c647a067f64a4p-141
  tanh 0x1.83733aa12252dp-38 0x1.83733aa12252dp-38 -0x1.27d52c773fbc9p-114
  tanh -0x1.b0e4fcb229d90p-29 -0x1.b0e4fcb229d90p-29 0x1.9c9d6d78a1af0p-87
  tanh 0x1.8ed7eb5e40bdep-43 0x1.8ed7eb5e40bdep-43 -0x1.42b49180fc2c4p-129
  tanh 0x1.0c30258f965e7p-26 0x1.0c30258f965e7p-26 -0x1.88718beb621f1p-80
  tanh -0x1.896e03bfe6ed3p-22 -0x1.896e03bfe6d9dp-22 -0x1.07fb02bcc0726p-76
  tanh 0x1.3fc83663315f2p+0 0x1.b232ec5ff19b3p-1 -0x1.02a1b5471a3f5p-58
  tanh 0x1.7113b85b60f93p-11 0x1.7113b45c88aedp-11 -0x1.7feb820a8d572p-66
  tanh -0x1.0d8971f2fef33p-41 -0x1.0d8971f2fef33p-41 0x1.8e650610fe9f1p-125
  tanh -0x1.187d81db4a165p-11 -0x1.187d801a5324ap-11 0x1.35b532a51240fp-65
  tanh -0x1.476854f46fe0dp-11 -0x1.4768522a64b0bp-11 -0x1.c06519a767b7fp-67
  tanh -0x1.f3472a4de8036p-15 -0x1.f3472a4403e20p-15 0x1.ca99a062d54dbp-71
  tanh 0x1.193cfb5cf97d7p-15 0x1.193cfb5b34ec9p-15 0x1.0c4429db9fa90p-69
  tanh -0x1.15f5ee68163acp-35 -0x1.15f5ee68163acp-35 0x1.b4ed4dc5de632p-107
  tanh -0x1.a35a138c24d11p-17 -0x1.a35a138bc70b6p-17 0x1.4954280caf2f0p-71
  tanh -0x1.962af237953fcp-44 -0x1.962af237953fcp-44 0x1.54cfed64212a9p-132
  tanh -0x1.408ca740683d7p-18 -0x1.408ca7405dc50p-18 -0x1.7acaf9ae16282p-73
  tanh 0x1.e2e0cf73af2ecp+1 0x1.ff75761b8ae18p-1 0x1.b08ca93dcceadp-55
  tanh -0x1.56ab1a659d4a4p+0 -0x1.be1e10c6b3596p-1 0x1.da65ba7a77cafp-56
  tanh -0x1.a0a9ce86189b0p-1 -0x1.57e646870b9a2p-1 0x1.2efb08bbd6e6dp-56
  tanh -0x1.3037e6d113588p+1 -0x1.f73f0e9a7eae9p-1 0x1.0472cfb20e468p-55
  tanh -0x1.cc143c7352f76p+1 -0x1.ff3a381d1d5e0p-1 -0x1.4fa648df9ebfap-58
  tanh -0x1.25fb64e61f426p+1 -0x1.f5be459ac8ba6p-1 -0x1.cf8c46128d2f8p-55
  tanh 0x1.a96f7fb932bb4p+1 0x1.feac59043edb7p-1 0x1.eacae7b8c8139p-55
  tanh 0x1.5c5536e341d48p+1 0x1.fb966341c7202p-1 0x1.c00eb80eecf6ap-55
  tanh -0x1.8ce58261a0814p+1 -0x1.fdeddf764638fp-1 0x1.70bf7f60a6507p-55
  tanh 0x1.a91431fbf2740p-1 0x1.5c77b0d6715f1p-1 -0x1.c593f607b37fbp-56
  tanh -0x1.54d83985d6b80p-3 -0x1.51bb6f6d89091p-3 0x1.835a087a599dbp-57
  tanh 0x1.83d44862c53b0p-1 0x1.47784a610f773p-1 0x1.2b3e8704707fap-55
  tanh 0x1.4631f983a61d4p+0 0x1.b5b9a2e43721bp-1 -0x1.3c0e7d7dd259bp-57
  tanh -0x1.8bf61bdcfe894p+0 -0x1.d394a205df45fp-1 0x1.17963b7478610p-56
  tanh 0x1.d86c5b18800ecp+1 0x1.ff5ce451d56f6p-1 0x1.f3b49de65ac7ap-56
  tanh -0x1.17d6a387d6d60p-2 -0x1.1112fb6d23f74p-2 0x1.d4c442eecddc3p-60
  tanh 0x1.0659bdb1e0164p+0 0x1.8b2b9e3930d41p-1 0x1.2f858e8c97d4cp-56
  tanh 0x1.14f1772b4c154p+0 0x1.9676046b341a0p-1 0x1.fed8510db4d77p-55
  tanh -0x1.43b27f7fa3886p+1 -0x1.f9875f039ccfep-1 0x1.44a99e7817098p-55
  tanh -0x1.c0a65a110f5e6p+1 -0x1.ff139575fc6a0p-1 0x1.65b7d7ed0e279p-55
  tanh 0x1.2a86b88420a64p+4 0x1.fffffffffffffp-1 -0x1.ef5d06d935c71p-57
  tanh 0x1.2b33333333333p+4 0x1.fffffffffffffp-1 -0x1.f215c101eedc5p-59
  tanh 0x1.30f5c28f5c28fp+4 0x1.fffffffffffffp-1 0x1.fe69b67ca73ffp-55
  tanh 0x1.3000000000000p+4 0x1.fffffffffffffp-1 0x1.bceea52a399fap-55
  tanh -0x1.2666666666666p+4 -0x1.ffffffffffffep-1 -0x1.f5b57a0f07cb1p-57
  tanh 0x1.6889cc7d63080p-3 0x1.64dbfd454af51p-3 0x1.1ed78e3e4867cp-57
  tanh 0x1.62e42fefa39efp-3 0x1.5f619980c4337p-3 -0x1.e4c9f29a63958p-58
  tanh 0x0.0000000000001p-1022 0x0.0000000000001p-1022 -0x0.0p+0
  tanh 0x0.012688b70e62bp-1022 0x0.012688b70e62bp-1022 -0x0.0p+0
  sigmoid -0x1.141ec83dbc2c6p-10 0x1.ffbaf84e5ba48p-2 -0x1.0555fb07c9ab0p-60
  sigmoid -0x1.24aa6ff7e57dep-33 0x1.ffffffff6daadp-2 -0x1.fefcafbbffff0p-56
  sigmoid -0x1.1bb6fab1dbd09p+1 0x1.928a82b592895p-4 0x1.8fad7b4308652p-58
  sigmoid -0x1.375282afab664p-32 0x1.fffffffec8ad8p-2 -0x1.57d5b31fffecdp-57
  sigmoid 0x1.55e56a6947a11p+2 0x1.fd8fb818b0109p-1 0x1.52e6091e59569p-55
  sigmoid -0x1.03a33a5347eedp-17 0x1.ffff7e2e62d66p-2 -0x1.2f3926d5c359bp-58
  sigmoid 0x1.2aae415dbc34cp-32 0x1.0000000095572p-1 0x1.5dbc34bfffde2p-58
  sigmoid -0x1.14cfad87caa21p-44 0x1.ffffffffffeebp-2 0x1.8293c1aaef800p-57
  sigmoid -0x1.c3bb916a9a7dap-29 0x1.fffffff1e2237p-2 0x1.2acb04c03a9b8p-56
  sigmoid -0x1.041375d67c4e3p-16 0x1.fffefbec8a29ap-2 -0x1.7bf4118287bebp-56
  sigmoid 0x1.429a2f7813504p-37 0x1.00000000050a7p-1 -0x1.d087ecafc0000p-55
  sigmoid -0x1.351cc804c7af2p-35 0x1.ffffffffd95c6p-2 0x1.bfd9c28700000p-56
  sigmoid -0x1.36281660a939ap-38 0x1.fffffffffb276p-2 -0x1.660a939a00000p-60
  sigmoid 0x1.6c13f75aa7a86p-17 0x1.00005b04fdd6ap-1 0x1.85100aaea0734p-55
  sigmoid -0x1.32830390c79a6p+5 0x1.a70833827fcb3p-56 0x1.52a4b6382206bp-110
  sigmoid -0x1.e4f0b73571494p+3 0x1.1978af0e25176p-22 0x1.c233d548001f6p-77
  sigmoid 0x1.1889d620ecd88p+5 0x1.ffffffffffffbp-1 -0x1.3ced802dc8e49p-55
  sigmoid 0x1.892dce5a4d660p+1 0x1.e952e735e7cacp-1 0x1.a1d065834b0dcp-56
  sigmoid 0x1.8ed4f5cb36e14p+4 0x1.ffffffffdf25ap-1 0x1.d86173f21664fp-56
  sigmoid 0x1.948bf90c5fb78p+3 0x1.ffff9384749b5p-1 0x1.26efd28e2b463p-55
  sigmoid 0x1.1b85a28629fd8p+3 0x1.ffed65c0f85c0p-1 -0x1.c8fe79572ced0p-55
  sigmoid -0x1.8b325260d0a8ep+4 0x1.49de0530ab364p-36 0x1.451a2b1cd33ffp-90
  sigmoid 0x1.7ce6af373a850p+2 0x1.feabdf124de4ap-1 -0x1.5bf6109abb6adp-56
  sigmoid -0x1.2699c6f68edd1p+5 0x1.d4bc4a9646f7cp-54 0x1.32f8f4615f4c5p-108
  sigmoid 0x1.8221646b2f38cp+4 0x1.ffffffffb7556p-1 -0x1.bd60711fd5687p-55
  sigmoid 0x1.267204e02b9eap+5 0x1.fffffffffffffp-1 0x1.109b8aadd8a55p-57
  sigmoid -0x1.0b4e9f54ad35cp+7 0x1.21c067bcfd780p-193 -0x1.7566797cabb21p-250
  sigmoid -0x1.5fff81e34d549p+9 0x1.45e3f9d05497ep-1016 0x0.0000000000006p-1022
  sigmoid -0x1.f38d24abb124bp+8 0x1.3b1ebeb62828fp-721 0x1.f003c7650dd03p-776
  sigmoid -0x1.011bde8f931e6p+9 0x1.1a361472697ddp-742 -0x1.ed286a85223dcp-796
  sigmoid -0x1.49fc47a0769a8p+9 0x1.d1aec9b67d33fp-953 -0x1.f8fe0a9481ac1p-1007
  sigmoid -0x1.271b0924e00c5p+8 0x1.30fc96b5bb55cp-426 0x1.8aff0ceeacfb0p-483
  sigmoid -0x1.5b9c010c18bf4p+7 0x1.3108c8cd01df5p-251 0x1.6cdc937287120p-307
  sigmoid -0x1.02a0fe1ca2922p+9 0x1.aff9759819591p-747 0x1.329c63aa4a8a3p-801
  sigmoid -0x1.fd9f2c8115cc8p+6 0x1.249a45a1a9767p-184 0x1.e19c84b766e5cp-239
  sigmoid -0x1.5c146cb5597dcp+7 0x1.e23530019a47cp-252 0x1.52fba2652e68cp-306
  sigmoid -0x1.88edd08ae4270p+4 0x1.7c17c93f9587bp-36 -0x1.824f1296d4449p-90
  sigmoid -0x1.994317a0a7184p+3 0x1.767a2e629e436p-19 -0x1.a12515e655168p-73
  sigmoid 0x1.259999999999ap+5 0x1.fffffffffffffp-1 -0x1.3316097ba31e5p-58
  sigmoid 0x1.2c00000000000p+5 0x1.0000000000000p+0 -0x1.dd5c566301ec7p-55
  sigmoid -0x1.748cccccccccdp+9 0x0.0000000000001p-1022 -0x0.0p+0
  sigmoid -0x1.624cccccccccdp+9 0x0.d0d8838ef6115p-1022 0x0.0p+0
  sigmoid 0x0.0000000000001p-1022 0x1.0000000000000p-1 0x0.0p+0
  cos 0x1.6b9bf50960111p-17 0x1.ffffffff7ee31p-1 0x1.814db5f0d6effp-55
  cos -0x1.f76799c6bbd2ep-16 0x1.fffffffc2217bp-1 0x1.f24ba6b0005dap-55
  cos 0x1.3bad41c4de993p-24 0x1.fffffffffffe8p-1 -0x1.50f5471c31cd9p-55
  cos -0x1.b895806eae1a2p-5 0x1.ff427b2213d4bp-1 0x1.90a3a16e50600p-55
  cos -0x1.83745e95e9a06p-13 0x1.ffffff6d65bd5p-1 -0x1.8f87036a1e9cbp-58
  cos -0x1.554f237201833p-4 0x1.fe393776bad27p-1 -0x1.4477d85121adap-55
  cos -0x1.f183cd32979b2p-11 0x1.fffff0e47bf8ap-1 -0x1.a92acc9cd6d46p-56
  cos -0x1.a4bb312357b07p+0 -0x1.2974a67d37eeap-4 0x1.c93038af153b4p-58
  cos 0x1.02e8a11fae444p-18 0x1.ffffffffefa26p-1 0x1.1f5edd3b4c483p-55
  cos -0x1.f6fa41a2f5c50p-22 0x1.ffffffffffc24p-1 -0x1.d3707af747570p-56
  cos 0x1.a0490446ea296p-15 0x1.fffffff56c4a7p-1 0x1.486b1d35f22c6p-55
  cos -0x1.fa84ddd70b96cp-21 0x1.ffffffffff057p-1 0x1.cfc28c101b76dp-56
  cos 0x1.34da886bef4b0p+1 -0x1.7dfb5ad3a409ep-1 0x1.d2eedf5a668c1p-55
  cos -0x1.242be7355a7b2p+2 -0x1.2c65a361c3018p-3 0x1.9b00abd42fd20p-60
  cos 0x1.04f47ce2a0ba0p+0 0x1.0c3e949868bb0p-1 -0x1.e309857b30256p-59
  cos 0x1.c77ad6b2883b6p+2 0x1.5824158d28989p-1 -0x1.d631b26b41766p-55
  cos -0x1.ee4e8bb1aadb8p+0 -0x1.68d0945ec060cp-2 0x1.0cc61a81b692fp-57
  cos -0x1.fa515626b4d5cp+1 -0x1.5f88188f38355p-1 0x1.90fb88957f008p-57
  cos -0x1.64450923ca4d0p-1 0x1.88f7dc163ea25p-1 -0x1.ae2c644dfd452p-56
  cos 0x1.420918c7f1614p+1 -0x1.9f019d0fdd80cp-1 0x1.827cd93546430p-58
  cos -0x1.9879831d9e9a4p+2 0x1.fd7b35148d34cp-1 -0x1.0db9f0d4b17e4p-55
  cos -0x1.e91ff3768c638p+0 -0x1.5557f0b2573fap-2 -0x1.b6d8e8455a4dfp-58
  cos -0x1.7711caeca00e6p+2 0x1.d2ee5860c5197p-1 -0x1.47094babd52dfp-55
  cos 0x1.4cb09ac989314p+1 -0x1.b67ff12ebb49bp-1 0x1.acba3c70cee66p-60
  cos 0x1.527c5ceeb8b04p+2 0x1.171119831feabp-1 0x1.7e2eb1bd8cc03p-56
  cos -0x1.f8682b579b050p+0 -0x1.8e555e9b23d9fp-2 -0x1.20be9c56f9935p-56
  cos 0x1.2c0ceafcc3d00p+1 -0x1.65a65b3dd725bp-1 -0x1.8b1405d98c0dfp-56
  cos 0x1.921fb54442d18p+0 0x1.1a62633145c07p-54 -0x1.f1976b7ed8fbcp-110
  cos 0x1.921fb54442d18p+1 -0x1.0000000000000p+0 0x1.377ce858a5d48p-107
  cos 0x1.2d97c7f3321d2p+2 -0x1.a79394c9e8a0ap-53 -0x1.456737b06ea19p-107
  cos 0x1.0000000000000p+2 -0x1.4eaa606db24c1p-1 0x1.dcc92f1e91c23p-56
  cos 0x1.fffffffffffffp+1 -0x1.4eaa606db24c4p-1 0x1.a50f514273151p-56
  cos 0x1.86a0000000000p+16 -0x1.ffac3841b3da7p-1 -0x1.b085bf2c1a978p-56
  cos 0x1.0f0cf064dd592p+73 0x1.0be2cef01c8f4p-1 -0x1.b2d1bc8018c4fp-55
  cos 0x1.fffffffffffffp+1023 -0x1.fffe62ecfab75p-1 -0x1.e038d934070f1p-56
  cos 0x1.6ac5b262ca1ffp+849 -0x1.14ae72e6ba22fp-61 0x1.73eef1477d90ep-118
  cos 0x1.921fb54442d18p-1 0x1.6a09e667f3bcdp-1 -0x1.ec4c7696139d5p-56
  cos 0x1.2d97c7f3321d2p+1 -0x1.6a09e667f3bccp-1 0x1.4da530b7ba971p-59
  cos 0x1.6300000000000p+8 -0x1.fffffffc18e4cp-1 0x1.862265016699cp-57
  sin 0x1.6b9bf50960111p-17 0x1.6b9bf5094180ap-17 -0x1.4f9d424bf68fep-73
  sin -0x1.f76799c6bbd2ep-16 -0x1.f76799c57764ep-16 0x1.4d61fa9e33deep-75
  sin 0x1.3bad41c4de993p-24 0x1.3bad41c4de98ep-24 -0x1.46b70f01b6fd6p-90
  sin -0x1.b895806eae1a2p-5 -0x1.b85f2295567dfp-5 -0x1.76eaa1d961f1cp-67
  sin -0x1.83745e95e9a06p-13 -0x1.83745e70eea74p-13 0x1.9759fb867b9b2p-67
  sin -0x1.554f237201833p-4 -0x1.54ea0f2bd6c75p-4 0x1.14bd0d16b519dp-61
  sin -0x1.f183cd32979b2p-11 -0x1.f183c84de482dp-11 -0x1.c36ba94b45f45p-65
  sin -0x1.a4bb312357b07p+0 -0x1.fea5eb2974bddp-1 0x1.88883d7e10ad1p-56
  sin 0x1.02e8a11fae444p-18 0x1.02e8a11fab821p-18 -0x1.d247c3af1bac4p-73
  sin -0x1.f6fa41a2f5c50p-22 -0x1.f6fa41a2f5b0cp-22 -0x1.94e929a61b58fp-76
  sin 0x1.a0490446ea296p-15 0x1.a04904440c523p-15 -0x1.e75e55eee030ap-69
  sin -0x1.fa84ddd70b96cp-21 -0x1.fa84ddd70b442p-21 -0x1.7fef393dbf1a9p-78
  sin 0x1.34da886bef4b0p+1 0x1.54ee4df01cb9ep-1 0x1.866b015bd8235p-55
  sin -0x1.242be7355a7b2p+2 0x1.fa765be8648cep-1 0x1.c0cceafc6733fp-56
  sin 0x1.04f47ce2a0ba0p+0 0x1.b41b4611d3e08p-1 0x1.34fabf14541fdp-57
  sin 0x1.c77ad6b2883b6p+2 0x1.7b17a3bc5d7cfp-1 0x1.cb276c816b356p-56
  sin -0x1.ee4e8bb1aadb8p+0 -0x1.df29ba177bfa4p-1 -0x1.41f197f76966bp-55
  sin -0x1.fa515626b4d5cp+1 0x1.743fcff6c263ep-1 0x1.1d8ece5b4a405p-57
  sin -0x1.64450923ca4d0p-1 -0x1.48350da9ab578p-1 -0x1.bae026af073b6p-57
  sin 0x1.420918c7f1614p+1 0x1.2bdb32f9e10aap-1 -0x1.98188c754eef9p-56
  sin -0x1.9879831d9e9a4p+2 -0x1.95c8c88efece2p-4 -0x1.fc782b44ad816p-59
  sin -0x1.e91ff3768c638p+0 -0x1.e2b767e603737p-1 -0x1.c3397bef6415fp-56
  sin -0x1.7711caeca00e6p+2 0x1.a417a7fa53bd7p-2 0x1.e5bd08ef84fefp-57
  sin 0x1.4cb09ac989314p+1 0x1.08506974c3735p-1 0x1.d357b6831b4f4p-56
  sin 0x1.527c5ceeb8b04p+2 -0x1.ad4307aae5fabp-1 0x1.db867779a3737p-56
  sin -0x1.f8682b579b050p+0 -0x1.d7ac9c85e674bp-1 -0x1.32c9489d68b34p-56
  sin 0x1.2c0ceafcc3d00p+1 0x1.6e5ffc4d9553ap-1 0x1.838320b251824p-56
  sin 0x1.921fb54442d18p+0 0x1.0000000000000p+0 -0x1.377ce858a5d48p-109
  sin 0x1.921fb54442d18p+1 0x1.1a62633145c07p-53 -0x1.f1976b7ed8fbdp-109
  sin 0x1.2d97c7f3321d2p+2 -0x1.0000000000000p+0 0x1.5e6c8563ba8f1p-106
  sin 0x1.0000000000000p+2 -0x1.837b9dddc1eaep-1 -0x1.c33a601568391p-55
  sin 0x1.fffffffffffffp+1 -0x1.837b9dddc1eacp-1 0x1.643146b054502p-56
  sin 0x1.86a0000000000p+16 0x1.24daa9c527e96p-5 0x1.c767d8e3e1ca8p-60
  sin 0x1.0f0cf064dd592p+73 -0x1.b453ab76bf397p-1 -0x1.f453790772648p-58
  sin 0x1.fffffffffffffp+1023 0x1.452fc98b34e97p-8 -0x1.27bb193d960dfp-62
  sin 0x1.6ac5b262ca1ffp+849 0x1.0000000000000p+0 -0x1.2b089ea1e692bp-123
  sin 0x1.921fb54442d18p-1 0x1.6a09e667f3bccp-1 0x1.7a7fb8d4bd43fp-55
  sin 0x1.2d97c7f3321d2p+1 0x1.6a09e667f3bcdp-1 0x1.3267a12a5e3d6p-56
  sin 0x1.6300000000000p+8 -0x1.f9bd0307d1de3p-16 0x1.894874d2528d2p-70
  sin 0x1.56e1fc2f8f359p-997 0x1.56e1fc2f8f359p-997 -0x0.0p+0
  sin 0x0.0000000000001p-1022 0x0.0000000000001p-1022 -0x0.0p+0
  sin -0x1.c783920b42f15p+444 -0x1.646901b0d9eb3p-1 -0x1.bf1b757671240p-56
  softplus 0x0.0p+0 0x1.62e42fefa39efp-1 0x1.abc9e3b39803fp-56
  softplus 0x1.0000000000000p+0 0x1.5031eafefb049p+0 0x1.d0189442c189fp-56
  softplus -0x1.0000000000000p+0 0x1.40c7abfbec124p-2 0x1.d0189442c189fp-56
  softplus 0x1.c13c151e93140p-2 0x1.df6b8ccaf0f49p-1 0x1.b37c8d0ef6c6ap-56
  softplus -0x1.f19523551228cp-1 0x1.489d72155394cp-2 0x1.1cf3cd0e26b19p-56
  softplus -0x1.470d6300708bdp+4 0x1.6c9bd13719e7ap-30 0x1.8253ac4c68af2p-84
  softplus -0x1.5c5265122e68ap+4 0x1.81f978c1c14c3p-32 0x1.53cffc08c5066p-88
  softplus -0x1.231fa858d8060p+5 0x1.69f482188390ep-53 -0x1.5624d769d74a5p-109
  softplus -0x1.1d28a14aa2fa8p+5 0x1.7d7463484060dp-52 -0x1.8cf24fb909723p-108
  softplus -0x1.5e20000000000p+9 0x1.af5fe9a485c8ep-1011 0x0.00000000002b8p-1022
  softplus 0x1.62c0000000000p+9 0x1.62c0000000000p+9 0x0.54e90c99fb878p-1022
  softplus 0x1.2733333333333p+5 0x1.2733333333333p+5 0x1.b2e7690e7502ap-54
  softplus 0x1.b7cdfd9d7bdbbp-34 0x1.62e42ff011927p-1 0x1.5f7f4651db288p-56
  softplus -0x1.56e1fc2f8f359p-997 0x1.62e42fefa39efp-1 0x1.abc9e3b39803fp-56
  softplus -0x1.c34366179d427p-1 0x1.62e42fefa39efp-2 0x1.713227f6b87b0p-58
  softplus -0x1.62e42fefa39efp-2 0x1.11d14e1fcb72fp-1 0x1.e38d1977fcfe6p-56
  softplus -0x1.d4aa5c24a98dbp+4 0x1.abe920cba5cf2p-43 -0x1.42786798c5b60p-97
  softplus -0x1.f04f56a0861e4p+3 0x1.8a9a1c338d008p-23 -0x1.be0aa9d5e61adp-79
  softplus -0x1.75a1dd1b90a1cp+4 0x1.3d6680d18c4efp-34 -0x1.c0a3fe38f3a67p-89
  softplus -0x1.9a5aeabeab9d0p+3 0x1.69e6fc9b910c6p-19 0x1.fc911ce6c1c1bp-73
  softplus -0x1.7af6779372562p+3 0x1.e29f9bb4334d4p-18 -0x1.e3c0c6d84fcc2p-73
  softplus -0x1.2868dc3ebf7e5p+5 0x1.75e0396c2d391p-54 -0x1.de3855a3cd1ddp-109
  softplus -0x1.3b42701a1a698p+5 0x1.1b79c6915be20p-57 0x1.3933d1fabe463p-113
  softplus -0x1.282d971e27190p+1 0x1.8233b91fa9392p-4 -0x1.c52e1d74ff7e9p-58
  softplus -0x1.c543de3a6dec1p+4 0x1.18194caf425a3p-41 -0x1.33ee5a91643c2p-95
  softplus -0x1.d7481e04be376p+4 0x1.6b5ca902c9460p-43 0x1.01f60277e2f87p-98
  softplus 0x1.3375063a2c5d0p+2 0x1.33fac5c0515b8p+2 0x1.729800278ce9bp-52
  softplus -0x1.2d6907c14ff64p+4 0x1.c4aab409f2b93p-28 -0x1.068cf097b6c60p-89
  """
