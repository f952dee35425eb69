import NeuralNetwork
import TerminalCanvas
import Testing

@testable import TutorApp

/// The panels that are pictures, as literal lines at two sizes, against the engine, and by their colors.
@Suite struct PicturePanelTests {
  private func zoomed(_ panel: Panel, _ tutor: Tutor, _ width: Int, _ height: Int) -> String {
    var canvas = Canvas(size: Size(width: width, height: height))
    panel.drawZoomed(tutor.model, canvas.bounds, &canvas)
    return canvas.text
  }

  // MARK: - Units

  @Test func unitsAsMaps() throws {
    let tutor = try Tutor(Samples.classifier(shape: [2, 5, 1])).pressing("u", "j")
    #expect(
      tutor.lines(.units, 39, 6, .ascii) == [
        " ...''- +...'' #++..' +##### --====",
        " ..'''- ..''-- +..''- ++++++ '--===",
        " .'''-- .''--- .''--= ...... .'--==",
        " 1.1    1.2    1.3    1.4    1.5",
        "",
        "",
      ])
    #expect(
      tutor.lines(.units, 60, 9, .braille) == [
        " ░░░░░----= ▒▒▒░░░---- ██▒▒▒▒░░░- ██████████ -===≡≡≡≡≡≡",
        " ░░░░-----= ▒░░░░---== ▒▒▒▒░░░--- ▒▒▒▒▒▒████ -====≡≡≡≡≡",
        " ░░░-----== ░░░░---=== ▒▒░░░---== ▒▒▒▒▒▒▒▒▒▒ --===≡≡≡≡≡",
        " ░░-----=== ░░----==== ░░░---==== ░░░░░▒▒▒▒▒ ---===≡≡≡≡",
        " ░-----==== ░----====≡ ░---====≡≡ --░░░░░░░░ ░---===≡≡≡",
        " 1.1 -0.27  1.2 -0.23  1.3 0.01   1.4 0.75   1.5 -0.86",
        " on 17 %    on 17 %    on 33 %    on 100 %   on 0 %",
        " b -2e-3    b -2e-4    b -8e-5    b +1e-4    b -0.01",
        "",
      ])
  }

  @Test func unitsAsImagesOfTheirWeights() throws {
    let tutor = try Tutor(Samples.images).pressing("u")
    #expect(
      tutor.lines(.units, 39, 8, .ascii) == [
        " --..--..--++ ##++..''--== ......++''++",
        " ..++--''--.. ......++.... ''''..++....",
        " --..--'''''' ....''++.... ++''--''..##",
        " ''..''..--.. '''''''''''' ....++++''''",
        " ++''''--++.. --++++'''''' ''..''''....",
        " ..----''''.. ''--''..''.. ''''++--..''",
        " 1 0.00       2 0.00       3 0.82",
        " -0.73 ====--''' ...++#### +0.73 6 more",
      ])
    #expect(zoomed(.units, tutor, 80, 24).contains("on 100 %"))
  }

  // MARK: - Histogram

  @Test func histograms() throws {
    let tutor = try Tutor(Samples.deep).pressing("u")
    #expect(
      tutor.lines(.histogram, 39, 6, .ascii) == [
        " 1    ++#+++++   +#++  #      zeros 0 %",
        " 2    .. :---*+#+#+:-::-.     zeros 0 %",
        " layers 3 to 6",
        " 7      :+===+#%#+==*=-*      zeros 0 %",
        " 8         --# - - -          zeros 0 %",
        "   -1.1        0          1.1",
      ])
    let activations = tutor.pressing("D")
    #expect(
      activations.lines(.histogram, 60, 10, .braille) == [
        " 1          ▁▂▂▂▄▄▄▄▅▅▆▇▅▆▅▆▇▇▅▆██▇▆▅▆▄▅▇▇▅▆▅▄▂▂▁   flat 0 %",
        " 2                      ▂▂▆▇██▅▄▂█▄  ▁▂▄▄▅▄▄▃▄▂▁    flat 0 %",
        " 3                        ▂▃▃  ▆  ▄▄█▃   ▅▂▁▆▅▂     flat 0 %",
        " 4                    ▅▁▄    ▅      ▅▅    █       ▅ flat 0 %",
        " 5                        ▅     █▅ ▅    ▅    ▅▅     flat 0 %",
        " 6                       ███    █     █ █    █  █   flat 0 %",
        " 7                         ▅   ▅ █ ▅ ▅   ▅    ▅     flat 0 %",
        " 8                         █                        flat 0 %",
        "   0.0                                         0.77",
        "",
      ])
    let gradients = tutor.pressing("D", "D")
    #expect(
      gradients.lines(.histogram, 60, 10, .braille) == [
        " 1    ▄▂▄▂ ▂█▇                                     zeros 0 %",
        " 2 ▄▁▃▃▅▆▇█▅▃▁▁                                    zeros 0 %",
        " 3       ▁█▄   ▄█                                  zeros 0 %",
        " 4            ▃▃▃███▅▂                             zeros 0 %",
        " 5               ▂▃▂▃▇█▄▂                          zeros 0 %",
        " 6                   ▁▇▇▇██▂                       zeros 0 %",
        " 7                      ▂▂▂▄██▁                    zeros 0 %",
        " 8                                █▃               zeros 0 %",
        "   1e-8              |gradient|                1e2",
        "",
      ])
    let all = zoomed(.histogram, tutor, 120, 40)
    for subject in HistogramSubject.allCases { #expect(all.contains(subject.rawValue)) }
    for layer in 1...8 {
      let feet = all.matches(of: /\b(\d)[ _.=#▁-█-]{20}/).count { $0.output.1 == "\(layer)" }
      #expect(feet >= HistogramSubject.allCases.count, "layer \(layer)")
    }
  }

  /// Every number of a layer is in one of the parts, or beyond the axis of gradients.
  @Test(arguments: HistogramSubject.allCases)
  func aHistogramCountsEveryNumber(subject: HistogramSubject) throws {
    let run = try Tutor(Samples.deep).pressing("u").run
    let numbers = LayerNumbers(subject, of: run)
    for layer in 1...run.depth {
      let histogram = numbers.histogram(layer: layer, bins: 20)
      #expect(histogram.counts.reduce(histogram.outside, +) == numbers.layers[layer - 1].count)
      #expect(!numbers.layers[layer - 1].isEmpty)
      if subject != .gradients { #expect(histogram.outside == 0) }
    }
  }

  // MARK: - Images and confusion

  @Test func imagesAndConfusion() throws {
    let tutor = try Tutor(Samples.images).pressing("u")
    #expect(
      tutor.lines(.images, 39, 8, .ascii) == [
        " @@%%         %%##--::..     ::==..%%##",
        " ##**         **@@::..  == ::==..--**@@",
        " @@%%         %%##..  ==-- ==..--  %%##",
        " ##**         **@@  ==--:: ..--  ::**@@",
        " @@%%         %%##==--::.. --  ::==%%##",
        " ##**         **@@--::..     ::==..**@@",
        " 0 ok 42 %    0 ok 47 %    2 -> 1 x",
        " ... 3 more",
      ])
    #expect(
      tutor.lines(.confusion, 39, 5, .braille) == [
        "    0   1   2",
        " 0  2   ·   ·   recall 100 %",
        " 1  ·   ·   2   recall 0 %",
        " 2  ·   2   ·   recall 0 %",
        "",
      ])
    #expect(
      tutor.lines(.confusion, 60, 8, .ascii) == [
        "    0   1   2",
        " 0  2   .   .   recall 100 %",
        "",
        " 1  .   .   2   recall 0 %",
        "",
        " 2  .   2   .   recall 0 %",
        "",
        "",
      ])
  }

  /// The matrix adds up to the samples, its mistakes are those of the list, and the recall is a share of a row.
  @Test func guessesAgreeWithTheEngine() throws {
    let run = try Tutor(Samples.images).pressing("u").run
    let guesses = try #require(Guesses(run))
    #expect(guesses.samples == .heldOut && guesses.confusion == run.confusion(on: .heldOut))
    #expect(guesses.confusion.elements.reduce(0, +) == Double(run.heldOut?.count ?? 0))
    let right = 1 - Double(guesses.mistakes.count) / Double(guesses.truths.count)
    #expect(abs(right - (run.heldOutAccuracy ?? 0)) < 1e-12)
    let recalls = (0..<3).compactMap { guesses.recall(of: $0) }
    #expect(recalls.allSatisfy { 0 <= $0 && $0 <= 1 } && recalls.count == 3)
  }

  /// Without samples held out, the guesses are about those it learns from; targets that are numbers have none.
  @Test func guessesNeedClasses() throws {
    #expect(Guesses(try Tutor(Samples.xor).run)?.samples == .training)
    #expect(Guesses(try Tutor(Samples.line).run) == nil)
  }

  @Test func aKeyWalksThroughTheMistakes() throws {
    var tutor = try Tutor(Samples.images)
    let mistakes = try #require(tutor.model.summary.guesses).mistakes
    try #require(mistakes.count > 1)
    for mistake in mistakes + [mistakes[0]] {
      tutor.press("N")
      #expect(tutor.model.look.guess == mistake)
    }
    #expect(tutor.model.notice?.contains("the network says") == true)
    var line = try Tutor(Samples.line)
    line.press("N")
    #expect(line.model.look.guess == nil && line.model.notice != nil)
  }

  /// What is right has the quiet colors of the ground, mistakes are warnings that glow.
  @Test func mistakesHaveTheirOwnColor() throws {
    let model = try Tutor(Samples.images).model
    let guesses = try #require(model.summary.guesses)
    var canvas = Canvas(size: Size(width: 39, height: 5), showsTones: true)
    Panel.confusion.draw(model, canvas.bounds, &canvas)
    let ramps = Set(canvas.cells.compactMap(\.style.ground?.ramp))
    #expect(ramps.isSubset(of: [.magnitude, .relief]))
    #expect(ramps.contains(.magnitude) == !guesses.mistakes.isEmpty)
    #expect(ramps.contains(.relief) == (guesses.mistakes.count < guesses.truths.count))
    let counts = canvas.cells.filter { $0.style.role == .warning && $0.character.isNumber }
    #expect(counts.isEmpty == guesses.mistakes.isEmpty)
  }

  // MARK: - Shares

  @Test func shares() throws {
    let tutor = try Tutor(Samples.images).pressing("u", "U")
    #expect(
      tutor.lines(.shares, 39, 5, .ascii) == [
        "      z        share            a - T",
        " 0  < 0.3878   ###-     0.4456 +0.4456",
        " 1    0.1831   ###      0.3631 +0.3631",
        " 2  T -0.4572  #-       0.1914 -0.8086",
        " sum exp z = 3.308",
      ])
    #expect(
      tutor.lines(.shares, 64, 6, .braille) == [
        "      z        exp z    share                            a - T",
        " 0  ◂ 0.3878   1.4738   ██████████▊              0.4456 +0.4456",
        " 1    0.1831   1.2009   ████████▊                0.3631 +0.3631",
        " 2  T -0.4572  0.6331   ████▋                    0.1914 -0.8086",
        " Σ exp z = 3.308",
        "",
      ])
    #expect(zoomed(.shares, tutor, 80, 24).contains("share ="))
  }

  /// Shares are exponentials over their sum, and add up to one.
  @Test func sharesAreWhatSoftmaxPutsOut() throws {
    let shares = OutputShares(try Tutor(Samples.images).pressing("u", "U").model)
    let sum = try #require(shares.exponentialSum)
    for row in shares.rows {
      let (power, share) = (try #require(row.power), try #require(row.share))
      #expect(abs(power / sum - share) < 1e-12)
    }
    #expect(abs(shares.rows.reduce(0) { $0 + ($1.share ?? 0) } - 1) < 1e-12)
  }
}
