#!/usr/bin/env bash
# A study of 1,000 settings on a Slurm cluster: a job array trains them in shares, and a job that
# waits for it draws the grid, the trend, each setting and the page.
#
#   bash study.sh [FOLDER [SHARES [OPTIONS…]]]
#
# FOLDER (default: study) must be seen by all nodes. OPTIONS go to lossviz compare, say --steps 200.
# Run it again after a failure: what is trained is not trained twice.
set -euo pipefail

folder=${1:-study}
shares=${2:-20}
lossviz=${LOSSVIZ:-lossviz}

# 2 losses × 50 margins × 10 scales.
study=(
  --loss cosface,arcface --m 0:0.49:0.01 --s 8:26:2
  --runs "$folder/runs" -o "$folder/grid.png" "${@:3}"
)

mkdir -p "$folder/log"
"$lossviz" compare "${study[@]}" --dry-run > "$folder/settings.txt"
command=$(printf '%q ' "$lossviz" compare "${study[@]}")

# Each task finds its share in SLURM_ARRAY_TASK_ID; --shard auto/N says of how many, so that single
# tasks can be done again: tasks count from 1, as shares do. A setting that diverges is kept as such, and ends its task with 3.
array=$(sbatch --parsable --job-name=lossviz --array="1-$shares" --ntasks=1 \
  --cpus-per-task=1 --output="$folder/log/share-%a.txt" \
  --wrap="$command --shard auto/$shares --jobs 1 --keep-going")
draw=$(sbatch --parsable --job-name=lossviz-draw --dependency="afterany:$array" --ntasks=1 \
  --output="$folder/log/draw.txt" --wrap="$command --keep-going --export-csv $folder/table.csv")
echo "array job $array trains in $shares shares, job $draw draws into $folder"
