#!/bin/sh
# One sitting of training at idle priority, with the memory settings that made it fast (README).
# Usage: PYTHON=…/venv/bin/python THREADS=2 ./sitting.sh LOG train.py --corpora … --base … --out … [--finish-at HH:MM]
set -eu
log=$1
shift
cd "$(dirname "$0")"
export THP_MEM_ALLOC_ENABLE=1 GLIBC_TUNABLES=glibc.malloc.hugetlb=1
export MALLOC_MMAP_MAX_=0 MALLOC_TRIM_THRESHOLD_=20000000000 MALLOC_TOP_PAD_=268435456
export OMP_NUM_THREADS="${THREADS:-2}" OMP_WAIT_POLICY="${WAIT:-passive}" PYTHONUNBUFFERED=1
exec setsid chrt -i 0 nice -n 19 "${PYTHON:-python3}" "$@" >"$log" 2>&1
