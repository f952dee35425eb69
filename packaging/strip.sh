#!/bin/sh
# Strips a program, and blanks the hashes by which the compiler knows what to build again: they say nothing of the program, and
# differ from one build of a commit to the next. 'make install' calls it.
set -eu
strip "$1"
command -v objcopy > /dev/null && command -v objdump > /dev/null || exit 0
size=$(objdump -h "$1" | awk '$2 == ".swift_modhash" { print $3 }')
[ -n "$size" ] || exit 0
zeros=$(mktemp)
trap 'rm -f "$zeros"' EXIT
head -c "$((0x$size))" /dev/zero > "$zeros"
objcopy --update-section .swift_modhash="$zeros" "$1"
