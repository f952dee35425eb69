#!/bin/sh
# Makes the archives of a release, the source and the built program: 'make dist' calls it.
# It takes VERSION, PROGRAM, HOST_PROGRAM, ARCHIVES and MAKE from the environment, and the folder to write into.
set -eu
folder=$1
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
umask 022
mkdir -p "$folder"
git archive --prefix="downhill-$VERSION/" HEAD | gzip -9n > "$folder/downhill-$VERSION.tar.gz"

name=downhill-$VERSION-$(uname -s | tr '[:upper:]' '[:lower:]')-$(uname -m)
$MAKE --no-print-directory -o build install DESTDIR="$root/$name" PREFIX= PROGRAM="$PROGRAM" HOST_PROGRAM="$HOST_PROGRAM"
cp -R LICENSE README.md CHANGELOG.md CONTRIBUTING.md docs "$root/$name"
cp packaging/README.md "$root/$name/NEEDS.md"
packaging/notices.sh "$ARCHIVES" > "$root/$name/LIBRARIES.txt"
# Two archives of one commit are the same bytes.
tar --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$(git log -1 --format=%ct)" -C "$root" -c "$name" \
  | gzip -9n > "$folder/$name.tar.gz"
(cd "$folder" && sha256sum "downhill-$VERSION.tar.gz" "$name.tar.gz" > "downhill-$VERSION.sha256")
cat "$folder/downhill-$VERSION.sha256"
