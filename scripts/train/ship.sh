#!/bin/sh
# A finished checkpoint → data/models: export, calibration of mentions and heads, the decision on antecedents, relations, scores of what is shipped.
# Usage: PYTHON=…/venv/bin/python ./ship.sh CHECKPOINT VOCABULARY CORPORA
# Run it on a clean tree, look at the figures, then record them (npm run evaluate -- --corpora CORPORA --record) and commit.
set -eu
checkpoint=$(realpath "$1")
vocabulary=$(realpath "$2")
corpora=$(realpath "$3")
python=${PYTHON:-python3}
cd "$(dirname "$0")"
models=$(realpath ../../data/models)
"$python" export.py --stage 2 --checkpoint "$checkpoint" --vocabulary "$vocabulary" --out "$models"
"$python" calibrate.py --corpora "$corpora" --models "$models"
"$python" evaluate_onnx.py --corpora "$corpora" --models "$models" --window 384
cd ../..
npx tsx scripts/train/coreference.ts "$corpora"
npx tsx scripts/calibrate-relations.ts --corpora "$corpora"
npx tsx scripts/calibrate-scores.ts --corpora "$corpora"
npx tsx scripts/evaluate.ts --corpora "$corpora"
