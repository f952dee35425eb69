import CKernels
import Testing

/// Rows, inputs and units around every tile, tail and block size.
private let shapes: [(rows: Int, inputs: Int, units: Int)] = {
  var shapes: [(Int, Int, Int)] = []
  let small = [0, 1, 2, 3, 4, 5, 7, 8, 9]
  for rows in small {
    for inputs in small { for units in small { shapes.append((rows, inputs, units)) } }
  }
  let wide = [11, 15, 16, 17, 23, 24, 25, 31, 32, 33, 47, 48, 49, 63, 65]
  for width in wide {
    shapes += [(3, width, width), (10, 5, width), (17, width, 10), (33, 12, width), (1, width, 40)]
  }
  shapes += [
    (64, 129, 130), (65, 260, 128), (130, 128, 257), (16, 300, 200), (5, 131, 140), (20, 150, 3),
    (1, 200, 200), (70, 1, 150), (70, 150, 1),
  ]
  return shapes
}()

private func fill(_ numbers: inout KernelNumbers, _ count: Int, hostile: Bool) -> [Double] {
  hostile ? numbers.hostile(count) : numbers.numbers(count)
}

@Suite struct KernelProductTests {
  @Test(arguments: [false, true])
  func `every variant gives the bits of the reference`(hostile: Bool) {
    var numbers = KernelNumbers(seed: hostile ? 1 : 2)
    for (rows, inputs, units) in shapes {
      if hostile, rows * inputs * units > 100_000 { continue }
      let x = fill(&numbers, rows * inputs, hostile: hostile)
      let w = fill(&numbers, inputs * units, hostile: hostile)
      let b = fill(&numbers, units, hostile: hostile)
      let delta = fill(&numbers, rows * units, hostile: hostile)
      let shape = "\(rows) x \(inputs) x \(units)"
      let z = KernelReference.affine(x, w, b, rows: rows, inputs: inputs, units: units)
      let plain = KernelReference.affine(x, w, nil, rows: rows, inputs: inputs, units: units)
      let (dw, db) = KernelReference.weightGradient(
        x, delta, rows: rows, inputs: inputs, units: units)
      let dx = KernelReference.inputGradient(delta, w, rows: rows, inputs: inputs, units: units)

      for kernels in kernelVariants {
        let name = String(cString: kernels.name)
        var got = [Double](repeating: 7, count: rows * units)
        kernels.affine(x, w, b, &got, rows, inputs, units)
        #expect(sameBits(got, z), "affine \(shape) \(name)")
        kernels.affine(x, w, nil, &got, rows, inputs, units)
        #expect(sameBits(got, plain), "affine without biases \(shape) \(name)")

        var gotDw = [Double](repeating: 7, count: inputs * units)
        var gotDb = [Double](repeating: 7, count: units)
        kernels.weight_gradient(x, delta, &gotDw, &gotDb, rows, inputs, units)
        #expect(sameBits(gotDw, dw), "dw \(shape) \(name)")
        #expect(sameBits(gotDb, db), "db \(shape) \(name)")
        gotDw = gotDw.map { _ in 7 }
        kernels.weight_gradient(x, delta, &gotDw, nil, rows, inputs, units)
        #expect(sameBits(gotDw, dw), "dw alone \(shape) \(name)")

        var gotDx = [Double](repeating: 7, count: rows * inputs)
        kernels.input_gradient(delta, w, &gotDx, rows, inputs, units)
        #expect(sameBits(gotDx, dx), "dx \(shape) \(name)")
      }
    }
  }

  @Test func `nothing beyond the output is written`() {
    var numbers = KernelNumbers(seed: 3)
    for (rows, inputs, units) in [(3, 5, 7), (9, 17, 27), (64, 130, 150)] {
      let x = numbers.numbers(rows * inputs)
      let w = numbers.numbers(inputs * units)
      let delta = numbers.numbers(rows * units)
      for kernels in kernelVariants {
        var z = [Double](repeating: 7, count: rows * units + 8)
        kernels.affine(x, w, nil, &z, rows, inputs, units)
        #expect(z.suffix(8).allSatisfy { $0 == 7 })
        var dw = [Double](repeating: 7, count: inputs * units + 8)
        kernels.weight_gradient(x, delta, &dw, nil, rows, inputs, units)
        #expect(dw.suffix(8).allSatisfy { $0 == 7 })
        var dx = [Double](repeating: 7, count: rows * inputs + 8)
        kernels.input_gradient(delta, w, &dx, rows, inputs, units)
        #expect(dx.suffix(8).allSatisfy { $0 == 7 })
      }
    }
  }

  @Test(arguments: 1...9)
  func `gathers rows by index, repeats included`(width: Int) {
    let source = (0..<3 * width).map { Double($0) }
    let indices = [2, 0, 2]
    var out = [Double](repeating: -1, count: indices.count * width + 1)
    dk_gather(source, indices, &out, indices.count, width)
    for (row, index) in indices.enumerated() {
      for column in 0..<width {
        #expect(out[row * width + column] == source[index * width + column])
      }
    }
    #expect(out.last == -1)
  }
}
