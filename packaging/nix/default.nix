# nix-build packaging/nix
# It needs a Swift of 6.2 or later: where nixpkgs has an older one, override 'swift', 'swiftpm' and 'Foundation' with a newer.
# swift-argument-parser is fetched beforehand: 'swiftpm2nix' writes ./generated from Package.resolved.
{ pkgs ? import <nixpkgs> { } }:
let
  generated = pkgs.swiftpm2nix.helpers ./generated;
in
pkgs.swiftPackages.stdenv.mkDerivation {
  pname = "downhill";
  version = "1.0.0";
  src = ../..;
  nativeBuildInputs = with pkgs; [ swift swiftpm git pkg-config ];
  buildInputs = with pkgs; [ swiftPackages.Foundation ncurses libyaml cmark-gfm ];
  configurePhase = generated.configure;
  buildPhase = "swift build -c release --product downhill";
  installPhase = "make -o build install PREFIX=$out PROGRAM=.build/release/downhill";
  meta = {
    description = "Learn how neural networks learn, one keypress at a time, in the terminal";
    license = pkgs.lib.licenses.mit;
    mainProgram = "downhill";
    platforms = pkgs.lib.platforms.unix;
  };
}
