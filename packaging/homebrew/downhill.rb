# The address and checksum are those of the release that is packaged: 'make dist' prints the checksum.
class Downhill < Formula
  desc "Learn how neural networks learn, one keypress at a time, in the terminal"
  homepage "https://example.org/downhill"
  url "https://example.org/downhill/downhill-1.0.0.tar.gz"
  sha256 "0000000000000000000000000000000000000000000000000000000000000000"
  license "MIT"

  # Swift 6.2 came with Xcode 26.
  depends_on xcode: ["26.0", :build]
  depends_on "cmark-gfm"
  depends_on "libyaml"
  depends_on "ncurses"
  uses_from_macos "swift" => :build

  def install
    # Homebrew has a sandbox of its own, inside which SwiftPM's does not start.
    system "make", "-o", "setup-run", "install", "PREFIX=#{prefix}", "CHECKED=--disable-sandbox"
  end

  test do
    assert_match version.to_s, shell_output("#{bin}/downhill --version")
    assert_match "accuracy", shell_output("#{bin}/downhill train xor --steps 10")
  end
end
