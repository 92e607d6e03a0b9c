#!/bin/sh
# Grades a class as a job array: every task takes one part, see docs/grade.md.
# Tried: the commands, with the variables of Slurm set by hand. Not tried: on a cluster.
#
#   sbatch grade-slurm.sh SUBMITTED SOURCE.ipynb GRADED
#   nabla grade --merge GRADED -o GRADED      when all tasks are done
#
#SBATCH --job-name=nabla-grade
#SBATCH --array=1-8
#SBATCH --cpus-per-task=2
#SBATCH --mem=2G
#SBATCH --time=01:00:00
set -u
java -Xmx512m -jar "${NABLA_JAR:-nabla.jar}" grade "$1" --source "$2" -o "$3" \
  --shard "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT" --jobs "${SLURM_CPUS_PER_TASK:-2}"
# 1 says that some submissions could not be graded; the others are.
[ $? -le 1 ]
