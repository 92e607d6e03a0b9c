#!/usr/bin/env bash
# Puts the outputs of the committed notebooks before real front ends. Needs Jupyter (install.sh);
# what else is missing is installed where there is apt-get.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"

missing=()
for each in node:nodejs npm:npm chromium:chromium pandoc:pandoc; do
  command -v "${each%:*}" >/dev/null || missing+=("${each#*:}")
done
if [ ${#missing[@]} -gt 0 ]; then
  apt-get -q update >/dev/null
  DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends \
    install "${missing[@]}" >/dev/null
fi

npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
npm test
