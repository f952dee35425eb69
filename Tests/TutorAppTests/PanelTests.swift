import NeuralNetwork
import TerminalCanvas
import Testing

@testable import TutorApp

/// Each panel as literal lines, in the room it has beside the text at 80x24 and in more.
@Suite struct PanelTests {
  @Test func twoNeuronsAsAGraph() throws {
    let tutor = try Tutor(Samples.twoNeurons).pressing("u")
    #expect(
      tutor.lines(.network, 41, 6, .braille) == [
        "         +0.1496         +0.4272",
        " x 0.100⣤⣤⣤⣤⣤⣤⣤⡄σ 0.6013⣶⣶⣶⣶⣶⣶⣶⡆σ 0.7045",
        "                b +0.3959       b +0.6121",
        "                δ +0.0097       T 0.25",
        "                                E 0.1033",
        "                                δ +0.0946",
      ])
    #expect(
      tutor.lines(.network, 41, 6, .ascii) == [
        "         +0.1496         +0.4272",
        " x 0.100--------s 0.6013--------s 0.7045",
        "                b +0.3959       b +0.6121",
        "                d +0.0097       T 0.25",
        "                                E 0.1033",
        "                                d +0.0946",
      ])
    #expect(
      tutor.lines(.network, 72, 8, .braille) == [
        "                +0.1496                        +0.4272",
        " x 0.100⣤⣤⣤⣤⣤⣤⣤⣤⣤⣤⣤⣤⣤⣤⣤⣤⣤⣤⣤⣤⣤⣤⡄σ 0.6013⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⡆σ 0.7045",
        "                               b +0.3959                      b +0.6121",
        "                               δ +0.0097                      T 0.25",
        "                                                              E 0.1033",
        "                                                              δ +0.0946",
        "",
        "",
      ])
  }

  @Test func xorAsAGraph() throws {
    let tutor = try Tutor(Samples.xor).pressing("u", "u", "j", "j")
    #expect(
      tutor.lines(.network, 41, 9, .braille) == [
        "",
        " x₁ 1.000⠤-0.996⡤⌐ 0.000 ⣦+1.520",
        "         ⠐+0.446⠁b +0.005⠈⠙⠻⢷⣤⣀",
        "           ⠲⠦⣴⠋  δ +0.000    ⠉⠛⢀⠄σ 0.498",
        "           ⢀⠰⠶               ⡠⠒⠁ b -0.009",
        "          -1.281          ⢀⡠⠊    T 0",
        " x₂ 1.000⣤+0.835⡄⌐ 0.000 ⠔+0.107 E 0.689",
        "                 b +3e-4         δ +0.498",
        "                 δ +0.000",
      ])
    #expect(
      tutor.lines(.network, 41, 9, .ascii) == [
        "",
        " x1 1.000--0.996.r 0.000 -+1.520",
        "          +0.446 b +0.005  '--_",
        "            _.'  d +0.000      _-s 0.498",
        "           _''               _'  b -0.009",
        "          -1.281           .'    T 0",
        " x2 1.000-+0.835-r 0.000 -+0.107 E 0.689",
        "                 b +3e-4         d +0.498",
        "                 d +0.000",
      ])
  }

  /// With room for them, each unit's map of the plane stands under its numbers.
  @Test func xorAsAGraphWithMaps() throws {
    let tutor = try Tutor(Samples.xor).pressing("u", "u", "j", "j")
    #expect(
      tutor.lines(.network, 41, 16, .ascii) == [
        "",
        " x1 1.000--0.996.r 0.000 -+1.520",
        " ==-'.+## +0.446 b +0.005  '_",
        " ==-'.+##  _  |  d +0.000    '.",
        " ==-'.+##   '|   ++..          _-s 0.498",
        " ==-'.+##   |'   +..          .' b -0.009",
        "           |  .  ..         _'   T 0",
        "          -1.281 .        _'     E 0.689",
        " x2 1.000-+0.835-r 0.000 -+0.107 d +0.498",
        " ########        b +3e-4         +...''''",
        " ........        d +0.000        +..'''''",
        " ''''''''        ##++.           ..''''''",
        " ========        #+..            .'''''''",
        "                 +.",
        "                 .",
        "",
      ])
  }

  /// Up to sixteen units a layer are maps, joined by lines.
  @Test func aLayerOfFiveAsMaps() throws {
    let tutor = try Tutor(Samples.classifier(shape: [2, 5, 1])).pressing("u", "j")
    #expect(
      tutor.lines(.network, 41, 14, .braille) == [
        " x                1 tanh        2 sigmoid",
        "",
        "                ⡀⠄░-=  ⣦⣄",
        "            ⡀⢠⠆⠘⠁ -0.27⠈⠙⢷⣦⡀",
        "         ⢠⡄⠘⠁⠊⡀⢀⡄⡄░-=  ⠤⣀⡀⠈⠻⢷⣤⡀",
        " ≡·█  ⡄⠘⠃⢠⡠⠊⡀⠈⠁⠈⠉ -0.23  ⠈⠑⠒⠤⠉⠻⣶⣄",
        " 1.000⠈⢀⠔⠊⢀⣀⣀⣤⣤⣤⣶⡆▒░=  ⠤⠤⠤⠤⠤⠤⠤⠤⠭⠙⠿⡆░-=",
        " ···  ⠔⠁⠿⠘⠇⢀⠛⠉⠉⠉  0.010   ⢀⣀⠤⠔⢀⣤⠞⠉ 0.357",
        " 1.000 ⠈⠉⠉⠙⠘⠇⢀⠿⠿⣶⡆▒▒▒  ⠤⠒⠊⠁⢀⣠⠶⠋",
        "           ⠘⠆⠘⠇⢠⡀ 0.750  ⣠⡴⠋⠁",
        "              ⠁⠈⠃ -=≡  ⡴⠞⠁",
        "                  -0.86",
        "",
        " layer 1, unit 1  a -0.2701  z -0.2770",
      ])
    #expect(
      tutor.lines(.network, 60, 22, .ascii) == [
        " x                         1 tanh                  2 sigmoid",
        "                           ...''-",
        "                         _-..'''--_",
        "                      _--' .'''--  '_",
        "                   _  .'   -0.270    '-_",
        "               _  ' .'     +...''      '-_",
        "              '   .'  __ _-..''---__      '.",
        " =-'.+#   -'  _-_'-'  _-'  .''---   '--__   '-_",
        " =-'.+#-_ __  _'   _-'     -0.233        '--_ '-_",
        " =-'.+#  -___''----_       #++..'            ''--'.  .''''-",
        " 1.000    _':-:       ___--+..''------------------|'-.''''-",
        " ###### _-'''__----'''     .''--=            __--_'  .'''--",
        "       -''''  '-   '-_     0.010         _--' _-'    0.357",
        " ======   -_'''--.-___'-_  +#####   _--''   _-'",
        " 1.000        _    _  '''--++++++-''      _'",
        "               '  _ '      ......      _-'",
        "                   '  '    0.750     _-'",
        "                      '--_ --====  .'",
        "                          -'--===-'",
        "                           .'--==",
        "                           -0.860",
        " layer 1, unit 1  a -0.2701  z -0.2770  d -0.233",
      ])
  }

  /// The input is an image, weights are cells, the outputs keep their numbers.
  @Test func anImageClassifierAsCells() throws {
    let tutor = try Tutor(Samples.images).pressing("u")
    #expect(
      tutor.lines(.network, 41, 14, .ascii) == [
        " x                      1 ReLU  2 softmax",
        "   ::==..##** -+.+'..-' 0.0 ##' 0.4  #0",
        " ::==..--@@%% --.''+#.+ 0.0 .'' 0.4  #1",
        " ==..--  ##** -.'-..... 0.8 ..' 0.2  #2 T",
        " ..--  ::@@%% -+.+++--+ 0.8 ..'",
        " --  ::==##** -.'''-.#+ 0.5 +-=",
        "   ::==..@@%% ''+'.-'++ 0.0 -=+",
        "              .'+--'..' 0.4 .+.",
        "              +-.+.+-=. 0.0 ''#",
        "              ...+=..'. 0.6 '..",
        "              --.'..'.'",
        "              -.++-'+.'",
        " -0.99 ===--'''...++### +0.99  1x4 a cell",
        " output 0.4371 0.3707 0.1922  T 0 0 1",
      ])
    #expect(
      tutor.lines(.network, 72, 24, .braille) == [
        " x                          1 ReLU        2 softmax",
        "   ··░░··▓▓▒▒ -▒░▒░-░-░     0.000 ████--  0.437  #0   δ +0.437 b +0.008",
        " ··░░··░░████ =░░░-░░=-     0.000 ░░----  0.371  #1   δ +0.371 b +0.008",
        " ░░··░░  ▓▓▒▒ =-░--▒█░-     0.820 ░░░░--  0.192  #2 T δ -0.808 b -0.016",
        " ··░░  ··████ ▒=░--░=░▒     0.789 ░░░░--",
        " ░░  ··░░▓▓▒▒ ▒░-=░░░░-     0.482 ▒▒==≡≡",
        "   ··░░··████ =▒░-░▒░▒░     0.000 ==≡≡▒▒",
        "              -░░▒░-░-▒     0.372 ░░▒▒░░",
        "              =░░-▒-==░     0.000 ----██",
        "              =--░░░░▒▒     0.623 --░░░░",
        "              -░░--=-█-",
        "              -░▒-░--▒░",
        "              --░==▒░-▒",
        "              ░-▒░=-░░░",
        "              ----░=░░-",
        "              ▒=-▒░▒=≡░",
        "              -░░░░░░░░",
        "              ░-░▒≡░░-░",
        "              ░-░░░░-░░",
        "              ==--░░-░-",
        "              =-▒░=-░░-",
        "              -░-▒=░▒░-",
        " weights -0.99 ≡≡≡≡===---·░░░▒▒▒████ +0.99         1x2 a cell in layer 1",
        " output 0.4371 0.3707 0.1922  T 0 0 1  E 1.649",
      ])
  }

  /// Layers from ten on have their own numbers, not the first digit of them.
  @Test func manyLayersKeepTheirNumbers() throws {
    let shape = [2] + Array(repeating: 2, count: 11) + [1]
    let tutor = try Tutor(Samples.classifier(shape: shape)).pressing("u")
    for width in 24...80 {
      let names = tutor.lines(.network, width, 9)[0].split(separator: " ").compactMap { Int($0) }
      #expect(names == names.sorted() && Set(names).count == names.count, "\(width): \(names)")
    }
  }

  @Test func deepNetworkAsColumns() throws {
    let tutor = try Tutor(Samples.deep).pressing("u")
    #expect(
      tutor.lines(.network, 41, 9, .braille) == [
        " x        1 σ      2 σ      3 σ      4 σ",
        " 0.9 ==≡≡ █   ▒▒░= █   ▒▒≡▒ █   -▒▒= █",
        " 0.2 ▒▒-░ █   ▒█▒▒ █   ░≡▒█ █   ▒░≡▒ █",
        "          █   =≡=≡ █   =▒=- █   ≡==█ █",
        "      5 σ      6 σ      7 σ   8 σ",
        " ==== █   ▒==- █   ▒≡-= █   - 0.4  T 0",
        " ▒▒██ █   █≡▒≡ █   ==▒▒ █   =",
        " █≡== █   █=▒▒ █   =▒=▒ █   -",
        " -1.1 ≡≡==--░░▒▒██ +1.1  up to 2x3 a cell",
      ])
    #expect(
      tutor.lines(.network, 110, 9, .ascii) == [
        " x            1 s          2 s          3 s          4 s          5 s          6 s          7 s   8 s",
        " 0.9 ---.=-== #   +''...'. #   .+.'=.'. #   .'+'..+- +   '--'.+-' #   ++-'+.'' #   '-++'.-+ #   ' 0.4  T 0",
        " 0.2 .+++'..' #   .+.+.'.- #   ...+-'.+ #   ''..+..- #   '.+-.-.+ #   .'+'--.. #   ++=.''.. +   '",
        "              #   .''.+'+- #   ....++'. +   -''..++. #   ...+...- #   '#-'''+- +   .'...+'. #   .",
        "              #   ..'#..-' #   .''++.#. #   '+..+='' #   .+.+..-. +   .''''+=. +   ''-'..+' #   -",
        "              +   +.'-.''' #   ''==.''. #   .-..-=.' #   ''.'.##. #   ++'=.'+' #   -'''+'-+ #   '",
        "              #   --''''.+ #   '+'+'-'. #   -+.'.-'. +   '.+---'. #   =-'++'+' #   ..-'..+' #   '",
        "              #   .-=.'--= #   -'.++.'' #   .=-''.#- #   '#+=-'-' #   #+.-...+ #   .-++-'++ #   '",
        " weights -1.1 ====---''' ...+++#### +1.1                                                            1x2 a cell",
      ])
  }

  @Test func chainRule() throws {
    let tutor = try Tutor(Samples.twoNeurons).pressing("u", "j", "j", "j")
    #expect(
      tutor.lines(.chain, 41, 7, .braille) == [
        " ∂E/∂a₂   a₂ - T         0.4545",
        " ∂a₂/∂z₂  a₂ (1 - a₂)  × 0.2082",
        " ∂z₂/∂w₂  a₁           × 0.6013",
        " ──────────────────────────────",
        " ∂E/∂w₂                = 0.05689",
        " w₂ next  0.4272 - 0.4 · 0.05689 = 0.4044",
        "",
      ])
    #expect(
      tutor.lines(.chain, 41, 7, .ascii) == [
        " dE/da2   a2 - T         0.4545",
        " da2/dz2  a2 (1 - a2)  x 0.2082",
        " dz2/dw2  a1           x 0.6013",
        " ------------------------------",
        " dE/dw2                = 0.05689",
        " w2 next  0.4272 - 0.4 * 0.05689 = 0.4044",
        "",
      ])
  }

  @Test func chainRuleOfABatch() throws {
    let tutor = try Tutor(Samples.xor).pressing("u", "u", "j", "j")
    #expect(
      tutor.lines(.chain, 41, 9, .braille) == [
        " ∂E/∂z₂           (a₂ - T)/4     0.1244",
        " ∂z₂/∂a₁[1]       w₂[1,1]     ×  1.520",
        " ∂a₁[1]/∂z₁[1]    0, z ≤ 0    ×  0.000",
        " ∂z₁[1]/∂w₁[1,2]  x₂          ×  1.000",
        " ──────────────────────────────────────",
        " sample 4 adds                =  0.000",
        " samples  0 -0.12 0 0",
        " ∂E/∂w₁[1,2]      Σ of 4      = -0.1206",
        " next  0.4456 - 0.1 · (-0.1206) = 0.4577",
      ])
    #expect(
      tutor.lines(.chain, 60, 12, .braille) == [
        " ∂E/∂z₂           (a₂ - T)/4     0.1244           │██████",
        " ∂z₂/∂a₁[1]       w₂[1,1]     ×  1.520            │████████",
        " ∂a₁[1]/∂z₁[1]    0, z ≤ 0    ×  0.000            │",
        " ∂z₁[1]/∂w₁[1,2]  x₂          ×  1.000            │",
        " ──────────────────────────────────────   the product so far",
        " sample 4 adds                =  0.000",
        " samples  0 -0.12 0 0",
        " ∂E/∂w₁[1,2]      Σ of 4      = -0.1206",
        " w₁[1,2] next  0.4456 - 0.1 · (-0.1206) = 0.4577",
        " a - T: slope of bce times slope of f, canceled",
        "",
        "",
      ])
  }

  @Test func chainRuleBeforeTheLoss() throws {
    let tutor = try Tutor(Samples.twoNeurons).pressing(",", ",", ",")
    #expect(
      tutor.lines(.chain, 41, 7, .braille) == [
        " ∂E/∂a₂   a₂ - T         ·",
        " ∂a₂/∂z₂  a₂ (1 - a₂)  × 0.2037",
        " ∂z₂/∂a₁  w₂           × 0.4500",
        " ∂a₁/∂z₁  a₁ (1 - a₁)  × 0.2395",
        " ∂z₁/∂w₁  x            × 0.1000",
        " ∂E/∂w₁                = ·",
        " w₁ next  ·",
      ])
  }

  @Test func gradients() throws {
    let tutor = try Tutor(Samples.deep).pressing("u")
    #expect(
      tutor.lines(.gradients, 18, 7, .braille) == [
        " 1 █▉│    │ 4.4e-6",
        " 2 █▉│    │ 4.2e-6",
        " 3 ██│    │ 3.7e-5",
        " : 4 to 5",
        " 6 ██│█▏  │ 5.0e-3",
        " 7 ██│█▋  │ 2.6e-2",
        " 8 ██│██▎ │ 1.7e-1",
      ])
    let column = gradientColumns(tutor.model)[0]
    let lines = tutor.lines(.gradients, 41, 10)
    #expect(lines[0] == "    1e-5  1e2   norm        length factor")
    for layer in 1...8 {
      let (norm, length) = (column.text(layer: layer), try #require(column.length(layer: layer)))
      #expect(lines[layer].hasPrefix(" \(layer) █"))
      let end = [norm, length, column.factor(layer: layer, of: column.norms)].filter { !$0.isEmpty }
      // Beside the number stands the bar that is true to scale.
      let words = lines[layer].split(separator: " ").filter { word in
        !word.contains { "█▉▊▋▌▍▎▏│".contains($0) }
      }
      #expect(words.dropFirst().joined(separator: " ") == end.joined(separator: " "))
    }
    #expect(lines[8].contains(" 1.7e-1 ████") && lines[7].contains(" 2.6e-2 ▊ "))
    #expect(lines[9].hasPrefix("   1-2 vanishing"))
    let short = tutor.lines(.gradients, 41, 8)
    #expect(
      (1...8).allSatisfy { short[$0 - 1].hasPrefix(" \($0) ") }, "no layer gives way to a head")
    #expect(
      tutor.lines(.gradients, 18, 7, .ascii) == [
        " 1 ##|    | 4.4e-6",
        " 2 ##|    | 4.2e-6",
        " 3 ##|    | 3.7e-5",
        " : 4 to 5",
        " 6 ##|##  | 5.0e-3",
        " 7 ##|##  | 2.6e-2",
        " 8 ##|### | 1.7e-1",
      ])
  }

  @Test(arguments: [
    (0.0, "0"), (1, "1.0 m"), (0.18, "18 cm"), (7.2e-3, "7.2 mm"), (4.4e-4, "440 µm"),
    (2.1e-5, "21 µm"), (3e-9, "3.0 nm"), (1234, "1.2 km"), (.infinity, "-"),
  ])
  func gradientsAsLengths(meters: Double, text: String) {
    #expect(GradientLength.text(meters) == text)
  }

  @Test(arguments: [(1.0, 5.7, "÷5.7"), (2, 1, "×2.0"), (1, 1, "÷1.0"), (0, 1, ""), (1, 0, "")])
  func factorsBetweenLayers(norm: Double, source: Double, text: String) {
    #expect(GradientLength.factor(norm, from: source) == text)
  }

  @Test func gradientsOfTwoRuns() throws {
    let tutor = try Tutor(Samples.deep).pressing("u", "c", "a")
    #expect(
      tutor.lines(.gradients, 41, 9, .braille) == [
        "   A sigmoid          B tanh",
        " 1 ██│      │ 4.4e-6  ██│██▉   │ 3.3e-2",
        " 2 ██│      │ 4.2e-6  ██│███▎  │ 6.8e-2",
        " 3 ██│▎     │ 3.7e-5  ██│███▏  │ 6.0e-2",
        " 4 ██│█     │ 2.6e-4  ██│███▍  │ 1.1e-1",
        " 5 ██│█▋    │ 1.2e-3  ██│███▍  │ 1.2e-1",
        " 6 ██│██▏   │ 5.0e-3  ██│███▍  │ 9.4e-2",
        " 7 ██│██▉   │ 2.6e-2  ██│███▋  │ 1.7e-1",
        " 8 ██│███▋  │ 1.7e-1  ██│███▋  │ 2.3e-1",
      ])
    #expect(
      tutor.lines(.gradients, 41, 9, .ascii) == [
        "   A sigmoid          B tanh",
        " 1 ##|      | 4.4e-6  ##|###   | 3.3e-2",
        " 2 ##|      | 4.2e-6  ##|####  | 6.8e-2",
        " 3 ##|#     | 3.7e-5  ##|####  | 6.0e-2",
        " 4 ##|#     | 2.6e-4  ##|####  | 1.1e-1",
        " 5 ##|##    | 1.2e-3  ##|####  | 1.2e-1",
        " 6 ##|###   | 5.0e-3  ##|####  | 9.4e-2",
        " 7 ##|###   | 2.6e-2  ##|####  | 1.7e-1",
        " 8 ##|####  | 1.7e-1  ##|####  | 2.3e-1",
      ])
    #expect(
      tutor.lines(.gradients, 18, 9, .braille) == [
        "   A sigm… B tanh",
        " 1  4.4e-6  3.3e-2",
        " 2  4.2e-6  6.8e-2",
        " 3  3.7e-5  6.0e-2",
        " 4  2.6e-4  1.1e-1",
        " 5  1.2e-3  1.2e-1",
        " 6  5.0e-3  9.4e-2",
        " 7  2.6e-2  1.7e-1",
        " 8  1.7e-1  2.3e-1",
      ])
  }

  @Test func cost() throws {
    let tutor = try Tutor(Samples.line).pressing("u", "u", "u")
    #expect(
      tutor.lines(.parabola, 41, 9, .braille) == [
        " mean E = 0.09331  slope -0.4320",
        "  │⢢                                    ⡰",
        "  │ ⠑⢄                                ⡠⠊",
        "2 ┤   ○⠤⡀                          ⢀⠔⠊",
        "  │     ⠈⠒⠤⣀                    ⡠⠔⠊⠁",
        "  │         ○⠢⣀⡀            ⣀⠤⠒⠉",
        "0 ┤            ⠈○⠑●⠒⠤⠤⣀⡀⠒⠒⠉⠉",
        "  └───┬───────────────┬──────────────┬───",
        "      0               2              4",
      ])
    #expect(
      tutor.lines(.parabola, 41, 9, .ascii) == [
        " mean E = 0.09331  slope -0.4320",
        "  |.                                    .",
        "  | '_                                _-'",
        "2 +   o.                            _'",
        "  |     '-__                    __-'",
        "  |         o-__            __-'",
        "0 +             o'*---__-'''",
        "  +---+---------------+--------------+---",
        "      0               2              4",
      ])
  }

  /// Without room for all of it nothing is said of the earlier places.
  @Test func aRemarkOnTheCostCurveIsWholeOrNotThere() throws {
    let tutor = try Tutor(Samples.line).pressing("u", "u")
    for width in 20...60 {
      let figures = tutor.lines(.parabola, width, 9)[0]
      #expect(!figures.contains("○") || figures.hasSuffix("○: w before"), "\(figures)")
    }
  }

  @Test func loss() throws {
    let tutor = try Tutor(Samples.twoNeurons).pressing("u", "u", "u", "u", "+", "u", "u")
    #expect(
      tutor.lines(.loss, 41, 9, .braille) == [
        "                η 0.5",
        "    │           ┊",
        "    │           ┊",
        "0.1 ┤⠒⠒⠒⠒⠤⠤⠤⠤⠤⠤⣀⣀⣀",
        "    │           ┊ ⠉⠉⠉⠉● 0.0772",
        "    │           ┊",
        "0.0 ┤           ┊",
        "    └┬─────────────┬─────────────┬",
        "     0             5            10",
      ])
    #expect(
      tutor.lines(.loss, 41, 9, .ascii) == [
        "                eta 0.5",
        "    |           :",
        "    |           :",
        "0.1 +'------______",
        "    |           : ''''* 0.0772",
        "    |           :",
        "0.0 +           :",
        "    ++-------------+-------------+",
        "     0             5            10",
      ])
    #expect(
      tutor.lines(.loss, 22, 6, .braille) == [
        "    │      ┊",
        "0.1 ┤⠒⠒⠢⠤⠤⠤⠤⢄⣀⣀●",
        "    │      ┊",
        "0.0 ┤      ┊",
        "    └┬───────┬───────┬",
        "     0       5      10",
      ])
  }

  /// A plane whose units are equal has no use for all of a wide, low place: there stands what its signs mean.
  @Test(arguments: [(44, 9, false), (90, 9, true), (90, 40, false)])
  func theLegendStandsBesideALowPlane(_ width: Int, _ height: Int, isThere: Bool) throws {
    let text = try Tutor(Samples.xor).lines(.data, width, height).joined(separator: "\n")
    #expect(text.contains("a sample of class 1") == isThere, "\(text)")
  }

  /// Samples that are all of one target are not told apart: their picture fills no room that is left.
  @Test func samplesOfOneTargetFillNoRoom() throws {
    var ditch = Samples.valley
    #expect(Panel.data.fills(PanelContext(try Run(ditch), among: 1)))
    ditch.data = .explicit(inputs: [[1, 10], [1, -10]], targets: [[0], [0]])
    #expect(!Panel.data.fills(PanelContext(try Run(ditch), among: 1)))
  }

  @Test func regions() throws {
    let tutor = try Tutor(Samples.xor).pressing("u", "u", "j", "j")
    #expect(
      tutor.lines(.data, 41, 9, .braille) == [
        "1.0 ┤▒▒▒▒▒░░░ x ░░░░░░░░⡠······ o ·······",
        "    │▒▒▒▒░░░░░░░░░░░░░⡠⠊·················",
        "    │▒▒▒░░░░░░░░░░░░⡠⠊···················",
        "0.5 ┤▒░░░░░░░░░░░░⡠⠊·····················",
        "    │░░░░░░░░░░░⢀⠔⠁······················",
        "    │░░░░░░░░░░⡔⠊························",
        "0.0 ┤░░░░░░░░ o ··············· x ·······",
        "    └┬────────┬────────┬────────┬───────┬",
        "   -0.5      0.0      0.5      1.0    1.5",
      ])
    #expect(
      tutor.lines(.data, 41, 9, .ascii) == [
        "1.0 +#####::: x :::::::::...... o .......",
        "    |####::::::::::::::..................",
        "    |###:::::::::::::....................",
        "0.5 +#:::::::::::::......................",
        "    |::::::::::::........................",
        "    |::::::::::..........................",
        "0.0 +:::::::: o ............... x .......",
        "    ++--------+--------+--------+-------+",
        "   -0.5      0.0      0.5      1.0    1.5",
      ])
  }

  @Test func fit() throws {
    let tutor = try Tutor(Samples.line).pressing("u")
    #expect(
      tutor.lines(.data, 41, 9, .braille) == [
        " 2.5 ┤",
        "     │                              ▀",
        "     │                        ▀⣀⣀⣀⡠⠤⠤⠤⠒⠒⠒",
        " 0.0 ┤          ⣀⣀⣀⡠⠤⠤⠤■⠒⠒⠒⠊⠉⠉⠉",
        "     │⠤⠤⠤⠒⠒⠒⠊⠉⠉⠉▄",
        "     │    ▄",
        "-2.5 ┤",
        "     └────┬────────────┬────────────┬────",
        "         -1            0            1",
      ])
  }

  @Test func parameters() throws {
    let tutor = try Tutor(Samples.twoNeurons).pressing("u", "j", "j")
    #expect(
      tutor.lines(.parameters, 41, 6, .braille) == [
        " name     value  gradient    change",
        " w₁    +0.14959  +0.00097  -0.00039",
        " b₁    +0.39591  +0.00969  -0.00388",
        " w₂    +0.42717  +0.05689  -0.02276",
        " b₂    +0.61210  +0.09462  -0.03785",
        "",
      ])
    #expect(
      tutor.lines(.parameters, 60, 6, .ascii) == [
        " name     value  gradient    change      next",
        " w1    +0.14959  +0.00097  -0.00039  +0.14920",
        " b1    +0.39591  +0.00969  -0.00388  +0.39204",
        " w2    +0.42717  +0.05689  -0.02276  +0.40441",
        " b2    +0.61210  +0.09462  -0.03785  +0.57425",
        "",
      ])
  }

  /// Right after the last phase what came of the sum counts for more than the gradient it began with.
  @Test func parametersOfAnUpdateJustMade() throws {
    let tutor = try Tutor(Samples.twoNeurons).pressing("u", ".")
    #expect(phaseText(tutor.run) == "update made")
    #expect(
      Array(tutor.lines(.parameters, 41, 6, .braille).prefix(2)) == [
        " name    before    change       now",
        " w₁    +0.14959  -0.00039  +0.14920",
      ])
  }

  @Test func comparison() throws {
    let tutor = try Tutor(Samples.deep).pressing("u", "c", "a")
    #expect(
      tutor.lines(.comparison, 38, 4, .braille) == [
        " run        loss  right  hidden",
        "   ─── A  0.7174   50 %  sigmoid",
        " ▶ - - B  0.7497   23 %  tanh",
        "",
      ])
    #expect(
      tutor.lines(.comparison, 72, 4, .ascii) == [
        " run        loss  right  hidden   update",
        "   --- A  0.7174   50 %  sigmoid       1",
        " > - - B  0.7497   23 %  tanh          1",
        "",
      ])
  }
}
