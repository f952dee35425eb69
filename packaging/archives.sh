#!/bin/sh
# Fills a folder with what the linker shall take in place of the system's shared libraries, and writes the linker's options for it
# into the file 'flags' there: 'make build' calls it. It takes the folder and the oldest glibc to run with, and CC from the
# environment.
set -eu
folder=$1
glibc=$2
mkdir -p "$folder"
missing=""
for name in yaml cmark-gfm cmark-gfm-extensions ncursesw tinfo stdc++; do
  archive=$($CC -print-file-name="lib$name.a")
  if [ -f "$archive" ]; then ln -sf "$archive" "$folder"; else missing="$missing $name"; fi
done

# A shared library of this machine asks for this machine's glibc: only without one the program can do with an older.
rm -f "$folder"/*.so*
: > "$folder/flags"
if [ -n "$missing" ]; then
  echo "No archive is here of$missing: the program needs them, and a glibc as new as this machine's, wherever it runs." >&2
elif [ -f "$($CC -print-file-name=libc.so.6)" ]; then
  packaging/glibc/older.sh "$folder" "$glibc"
  $CC -std=c11 -O2 -Wall -Wextra -Werror -fvisibility=hidden -ffunction-sections -fdata-sections \
    -c packaging/glibc/newer.c -o "$folder/newer.o"
  echo "-Xlinker $folder/newer.o -Xlinker --wrap=__libc_start_main" > "$folder/flags"
fi
