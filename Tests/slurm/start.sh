#!/bin/sh
# Makes a Slurm cluster of this machine, for ClusterTests: a controller and a node on loopback, in a folder of their own. As root, with
# Debian's packages slurm-wlm and munge. It prints what the tests want to know: eval "$(Tests/slurm/start.sh /tmp/slurm)"; later
# Tests/slurm/stop.sh /tmp/slurm ends it.
set -eu
folder=$1
host=$(hostname -s)
mkdir -p "$folder/state" "$folder/spool"
cat > "$folder/slurm.conf" <<END
ClusterName=loopback
SlurmctldHost=$host(127.0.0.1)
SlurmUser=root
AuthType=auth/munge
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.pid
SlurmctldLogFile=$folder/slurmctld.log
SlurmdLogFile=$folder/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
ReturnToService=2
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc) State=UNKNOWN
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
END
if ! munge -n > /dev/null 2>&1; then
  install -d -o munge -g munge /run/munge
  su munge -s /bin/sh -c /usr/sbin/munged >&2
fi
slurmctld -f "$folder/slurm.conf" >&2
slurmd -f "$folder/slurm.conf" >&2
echo "export SLURM_CONF=$folder/slurm.conf"
