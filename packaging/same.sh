#!/bin/sh
# Builds the commit twice, in folders with different names, and compares the archives and the Debian package byte by
# byte: 'make same' calls it, with MAKE and SWIFT in the environment.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for folder in a "another/place-with-a-longer-name"; do
  git clone -q . "$work/$folder"
  (
    cd "$work/$folder"
    $MAKE SWIFT="$SWIFT" dist
    ! command -v dpkg-deb > /dev/null || $MAKE SWIFT="$SWIFT" -o needs deb
    sha256sum .build/packages/*
  ) > "$work/said"
  grep -E '^[0-9a-f]{64}  \.build/' "$work/said" > "$work/sums"
  if [ -f "$work/first" ]; then diff "$work/first" "$work/sums"; else mv "$work/sums" "$work/first"; fi
done
cat "$work/first"
echo "Both builds have these sums."
