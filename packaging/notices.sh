#!/bin/sh
# Prints the terms of the libraries whose archives are inside the program, as this machine's packages state them: 'make deb' and
# 'make dist' put them beside it. It takes the folder of the archives; on other systems than Debian there is nothing to print.
set -eu
command -v dpkg-query >/dev/null || exit 0
for archive in "$1"/*.a; do
  [ -f "$archive" ] || continue
  dpkg-query -S "*/$(basename "$(readlink "$archive")")" 2>/dev/null | head -1 | cut -d: -f1
done | sort -u | while read -r package; do
  printf '\n==== %s ====\n\n' "$package"
  cat "/usr/share/doc/$package/copyright"
done
