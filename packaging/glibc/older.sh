#!/bin/sh
# Makes stand-ins for the C library in a folder, for the linker to look at in place of this machine's: of every symbol they have the
# newest version that is not newer than a limit. What is linked with them runs with a glibc as old as the limit; a function that
# is younger is missing when linking, and stands in newer.c beside this file.
# It takes the folder and the limit ("2.27"), and CC from the environment.
set -eu
folder=$1
limit=$2
CC=${CC:-cc}
mkdir -p "$folder"

# Of a library's symbols, each name once: address, type, size, name, version. Names of one variable follow one another.
symbols() {
  readelf -W --dyn-syms "$1" | awk -v limit="GLIBC_$limit" '
    function order(version, part) {
      split(substr(version, 7), part, ".")
      return part[1] * 1000000 + part[2] * 1000 + part[3]
    }
    $7 != "UND" && $8 ~ /@+GLIBC_[0-9.]+$/ && $4 ~ /FUNC|OBJECT/ {
      split($8, word, /@+/)
      if (order(word[2]) > order(limit) || order(word[2]) < order(newest[word[1]])) next
      newest[word[1]] = word[2]
      place[word[1]] = $2 " " ($4 == "OBJECT" ? "object" : "function") " " $3
    }
    END { for (name in newest) print place[name], name, newest[name] }' | sort
}

# A library of the same name with these symbols and nothing in them.
stand_in() {
  symbols "$($CC -print-file-name="$1")" > "$folder/symbols"
  awk '
    $1 != address { if (size) print ".skip " size; print ".balign 32"; address = $1; size = $3 > 0 ? $3 : 1 }
    {
      print $2 == "object" ? ".bss" : ".text"
      printf ".globl in_%d\n.type in_%d, %%%s\n.size in_%d, %d\nin_%d:\n", NR, NR, $2, NR, $3, NR
      printf ".symver in_%d, %s@@%s\n", NR, $4, $5
    }
    END { print ".skip " size }' "$folder/symbols" > "$folder/symbols.s"
  awk '!known[$5]++ { print $5 " {};" }' "$folder/symbols" > "$folder/versions"
  $CC -shared -nostdlib -o "$folder/$1" -Wl,-soname,"$1" -Wl,--version-script="$folder/versions" "$folder/symbols.s"
  rm "$folder/symbols" "$folder/symbols.s" "$folder/versions"
}

stand_in libc.so.6
stand_in libm.so.6
printf 'GROUP ( %s/libc.so.6 %s AS_NEEDED ( %s ) )\n' "$folder" "$($CC -print-file-name=libc_nonshared.a)" \
  "$($CC -print-file-name="$(readelf -d "$($CC -print-file-name=libc.so.6)" | sed -n 's/.*(NEEDED).*\[\(.*\)]/\1/p')")" > "$folder/libc.so"
ln -sf libm.so.6 "$folder/libm.so"
# Until glibc 2.34 threads and the loader were libraries of their own. Nothing is taken from them here: that they are named is enough.
for name in libpthread.so.0 libdl.so.2; do
  $CC -shared -nostdlib -o "$folder/$name" -Wl,-soname,"$name" -x c /dev/null
  ln -sf "$name" "$folder/${name%.*}"
done
