#!/bin/sh
# Strips a program: 'make install' calls it. On Linux two things more go, of which the running program reads neither:
# - the hashes by which the compiler knows what to build again, blanked: they say nothing of the program, and differ from one build
#   of a commit to the next;
# - the table of how to leave each function (2.1 MB), which debuggers read: they take it from the program that was not stripped.
set -eu
program=$1
strip "$program"
command -v objcopy > /dev/null && command -v objdump > /dev/null || exit 0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

size=$(objdump -h "$program" | awk '$2 == ".swift_modhash" { print $3 }')
if [ -n "$size" ]; then
  head -c "$((0x$size))" /dev/zero > "$work/zeros"
  objcopy --update-section .swift_modhash="$work/zeros" "$program"
fi

# The entries of an ELF64 file's table of segments, 56 bytes each from byte 64 on, as lines: where each is, and its words.
segments() {
  od -A d -v -t x4 -w56 -j 64 -N "$((56 * $(count)))" "$program"
}
count() { od -A n -t u2 -j 56 -N 2 "$program" | tr -d ' '; }
copy() { dd bs=1 conv=notrunc status=none "$@"; }

# objcopy drops the entry by which data are made read-only when they have been loaded: it goes back behind the others, and says, as
# theirs do, where in the file its data are now.
at=$(segments | awk '$2 == "6474e552" { print $1 + 0 }')
[ -n "$at" ] || exit 0
copy if="$program" of="$work/entry" skip="$at" count=56
objcopy --remove-section .eh_frame "$program"
data=$(segments | awk '$2 == "00000001" && $3 == "00000006" { print $1 + 0 }')
copy if="$program" of="$work/entry" skip="$((data + 8))" seek=8 count=8
number=$(count)
copy if="$work/entry" of="$program" seek="$((64 + 56 * number))"
printf "\\$(printf %o "$((number + 1))")" | copy of="$program" seek=56
