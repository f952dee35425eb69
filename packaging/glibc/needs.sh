#!/bin/sh
# Says what a built program needs of the system, and fails where that is more than the C library of a limit ("2.27").
set -eu
program=$1
limit=$2
newest=$(readelf -W --dyn-syms "$program" | sed -n 's/.*@GLIBC_\([0-9.]*\).*/\1/p' | sort -V | tail -1)
libraries=$(readelf -d "$program" | sed -n 's/.*(NEEDED).*\[\(.*\)]/\1/p' | grep -Ev '^(libc|libm|libdl|libpthread|ld-linux[-_a-z0-9]*)\.so' || :)
echo "$program needs glibc $newest or later, and ${libraries:-no other library}."
[ -z "$libraries" ] && [ "$(printf '%s\n' "$newest" "$limit" | sort -V | tail -1)" = "$limit" ]
