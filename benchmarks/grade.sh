#!/bin/sh
# Makes 300 submissions of a worksheet and grades them: how many a minute, and in how much memory.
#
#   benchmarks/grade.sh nabla.jar [text|computed] [NUMBER] [OPTION OF nabla grade ...]
#
# "text": answers as most students write them, var dW1 = "1 2; 3 4"; "computed": every answer needs
# its notebook to run.
set -eu
jar=$(realpath "$1")
form=${2:-computed}
number=${3:-300}
shift "$(( $# < 3 ? $# : 3 ))"
here=$(dirname "$(realpath "$0")")/../notebooks
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 - "$here" "$form" "$number" "$work/submitted" << 'PYTHON'
import copy, json, os, random, re, sys
here, form, number, out = sys.argv[1:]
source, released = (json.load(open(f"{here}/{folder}/ws4.ipynb")) for folder in ("worksheets", "released"))
answers = {}
for cell in source["cells"]:
    for name, value in re.findall(r"(?m)^\w+ (\w+) = (.*);\s*// ANSWER", "".join(cell["source"])):
        answers[name] = value
random.seed(300)
for student in range(int(number)):
    notebook = copy.deepcopy(released)
    for cell in notebook["cells"]:
        empty = re.match(r'var (\w+) = "";', "".join(cell["source"]))
        if empty and random.random() < 0.9:
            name = empty.group(1)
            value = answers[name] if random.random() < 0.8 else '"1 2; 3 4"'
            cell["source"] = f"var {name} = {value};"
            if form == "computed":
                cell["source"] = f"var my_{name} = {value};\nvar {name} = my_{name};"
    os.makedirs(f"{out}/student{student:03}")
    json.dump(notebook, open(f"{out}/student{student:03}/ws4.ipynb", "w"))
PYTHON

# The largest sum of resident memory of the grader and all it has started, looked at twice a second.
java -jar "$jar" grade "$work/submitted" --source "$here/worksheets/ws4.ipynb" -o "$work/graded" -q "$@" &
grader=$!
start=$(date +%s.%N)
largest=0
while kill -0 $grader 2> /dev/null; do
  now=$(ps -e -o pid=,ppid=,rss= | awk -v root=$grader '
    { parent[$1] = $2; rss[$1] = $3 }
    END { for (p in rss) { q = p; while (q > 1 && q != root) q = parent[q]; if (q == root) sum += rss[p] } print int(sum / 1024) }')
  [ "$now" -gt "$largest" ] && largest=$now
  sleep 0.5
done
wait $grader || true
end=$(date +%s.%N)
awk -v n="$number" -v s="$start" -v e="$end" -v mb="$largest" -v form="$form" \
  'BEGIN { printf "%d notebooks (%s): %.1f s, %.0f a minute, at most %d MB\n", n, form, e - s, n / (e - s) * 60, mb }'
