#!/bin/sh
# Ends what start.sh beside it has started in a folder; munged, which others may use, stays.
set -eu
for name in slurmd slurmctld; do
  [ ! -f "$1/$name.pid" ] || kill "$(cat "$1/$name.pid")"
done
