#!/bin/sh
# Makes a Debian package of the built program, without debhelper: 'make deb' calls it.
# It takes VERSION, PROGRAM, HOST_PROGRAM, ARCHIVES, GLIBC and MAKE from the environment, and the folder to write into. Who packages is
# said by DEBFULLNAME and DEBEMAIL, as Debian's own tools have it, or else by git.
set -eu
folder=$1
maintainer="${DEBFULLNAME:-$(git config user.name || echo Downhill)} <${DEBEMAIL:-$(git config user.email || echo root@localhost)}>"
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
chmod 755 "$root"
umask 022
$MAKE --no-print-directory -o build install DESTDIR="$root" PREFIX=/usr PROGRAM="$PROGRAM" HOST_PROGRAM="$HOST_PROGRAM"

# Two builds of one commit are the same bytes: nothing in the package is younger than the commit.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
export SOURCE_DATE_EPOCH

doc=$root/usr/share/doc/downhill
mkdir -p "$doc" "$root/DEBIAN"
{
  echo "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/"
  echo "Upstream-Name: Downhill"
  echo
  echo "Files: *"
  echo "Copyright: $(sed -n 's/^Copyright (c) //p' LICENSE)"
  echo "License: Expat"
  sed -n '/^Permission/,$p' LICENSE | sed 's/^$/./; s/^/ /'
  echo
  echo "Comment: the terms of the bundled data stand in /usr/share/downhill/data/README.md, those of the libraries inside the"
  echo " program in libraries.gz beside this file."
} > "$doc/copyright"
packaging/notices.sh "$ARCHIVES" | gzip -9n > "$doc/libraries.gz"
{
  echo "downhill ($VERSION) unstable; urgency=medium"
  echo
  echo "  * The changes stand in CHANGELOG.md of the source."
  echo
  echo " -- $maintainer  $(date -u -R -d "@$SOURCE_DATE_EPOCH")"
} | gzip -9n > "$doc/changelog.gz"
mkdir -p "$root/usr/share/lintian/overrides"
# They are inside so that one program runs on every distribution.
printf 'downhill: embedded-library %s *\n' libyaml ncurses > "$root/usr/share/lintian/overrides/downhill"
gzip -9n "$root/usr/share/man/man1/downhill.1"
# The folder in which Debian's zsh looks for what packages bring.
mv "$root/usr/share/zsh/site-functions" "$root/usr/share/zsh/vendor-completions"

# Linked for an older glibc it needs that alone, whatever the packages of this machine say; else theirs count.
if [ -s "$ARCHIVES/flags" ]; then
  depends="libc6 (>= $GLIBC)"
else
  work=$(mktemp -d)
  mkdir "$work/debian"
  printf 'Source: downhill\n\nPackage: downhill\nArchitecture: any\n' > "$work/debian/control"
  depends=$(cd "$work" && dpkg-shlibdeps -O --ignore-missing-info "$root/usr/bin/downhill" | sed -n 's/^shlibs:Depends=//p')
  rm -rf "$work"
fi

architecture=${DEB_ARCH:-$(dpkg --print-architecture)}
size=$(du -ks "$root/usr" | cut -f1)
cat > "$root/DEBIAN/control" <<END
Package: downhill
Version: $VERSION
Section: education
Priority: optional
Architecture: $architecture
Depends: $depends
Installed-Size: $size
Maintainer: $maintainer
Description: learn how neural networks learn, in the terminal
 Lessons and a playground on the training of neural networks, with a real
 engine underneath: forward through a layer, the loss, back by the chain rule,
 the update, and back again to exactly the same numbers.
 .
 Experiments also train without a screen: sweeps, learning-rate range tests,
 predictions for new rows, and exports to PyTorch, NumPy and ONNX.
END
(cd "$root" && find usr -type f -print0 | sort -z | xargs -0 md5sum) > "$root/DEBIAN/md5sums"
find "$root" -newermt "@$SOURCE_DATE_EPOCH" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
mkdir -p "$folder"
dpkg-deb --root-owner-group -Zxz --build "$root" "$folder/downhill_${VERSION}_$architecture.deb"
