#!/usr/bin/env bash
# Writes the student versions of the worksheets, executed, into notebooks/released. Build first.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
bare=$(mktemp -d)
trap 'rm -rf "$bare"' EXIT
java -jar target/nabla.jar release -q worksheets -o "$bare"
rm -f released/*.ipynb
java -jar target/nabla.jar run -q "$bare" --out released
