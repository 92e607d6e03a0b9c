#!/usr/bin/env bash
# Installs Nabla: finds a JDK, makes the kernel known to Jupyter, proves it on a notebook.
# In a release nabla.jar lies beside this script; in the sources it is built first.
set -euo pipefail

usage() {
  cat <<'TEXT'
Usage: bash install.sh [--user | --sys-prefix | --prefix DIR] [--jdk DIR]

  --user        for you alone, in Jupyter's data folder (default)
  --sys-prefix  for the active Python environment (venv or conda)
  --prefix DIR  in DIR/share/jupyter/kernels, such as --prefix /usr/local
  --jdk DIR     the JDK that runs Nabla (default: the newest found, 17 or newer)

To take it away again: nabla uninstall
TEXT
}

say() { printf '%s\n' "$*"; }

fail() {
  printf 'install.sh: %s\n' "$*" >&2
  exit 1
}

misused() {
  printf 'install.sh: %s\n' "$*" >&2
  usage >&2
  exit 2
}

has() { command -v "$1" >/dev/null 2>&1; }

# Java reads the names of files by the locale, and a plain machine's knows ASCII only.
case "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" in
  *[Uu][Tt][Ff]*) ;;
  *) export LC_ALL=C.UTF-8 ;;
esac

# --- what was asked for ---

place=()
asked_jdk=
while [ $# -gt 0 ]; do
  case "$1" in
    --user | --sys-prefix)
      place+=("$1")
      ;;
    --prefix | --jdk)
      [ -n "${2:-}" ] || misused "$1 needs a folder."
      case "$1" in
        # Absolute, because the rest of this script runs in the folder of the sources.
        --prefix) place+=(--prefix "$(case "$2" in /*) echo "$2" ;; *) echo "$PWD/$2" ;; esac)") ;;
        --jdk) asked_jdk=$2 ;;
      esac
      shift
      ;;
    -h | --help)
      usage
      exit 0
      ;;
    *)
      misused "$1 is not an option."
      ;;
  esac
  shift
done

# --- the JDK ---

# Prints the version of a Java that can run cells (it has JShell), such as 25.0.3; fails otherwise.
jshell_version() {
  [ -x "$1/bin/java" ] || return 1
  "$1/bin/java" --list-modules 2>/dev/null </dev/null | sed -n 's/^jdk\.jshell@//p' | grep .
}

# 25.0.3 -> 25
feature() {
  local number=${1%%[!0-9]*}
  echo "${number:-0}"
}

java_on_path() {
  has java || return 0
  java -XshowSettings:properties -version 2>&1 </dev/null | sed -n 's/^ *java\.home = //p'
}

# Sets jdk and jdk_version to the newest JDK of 17 or newer; the first found wins among equals.
find_jdk() {
  local home version seen=' '
  jdk=
  unfit=
  jdk_version=0
  for home in "${JAVA_HOME:-}" "$(java_on_path)" \
    /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "${HOME:-/}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${SDKMAN_DIR:-${HOME:-/}/.sdkman}"/candidates/java/* "${HOME:-/}"/.jdks/*; do
    home=$(cd -- "${home:-/nowhere}" 2>/dev/null && pwd -P) || continue
    case "$seen" in *" $home "*) continue ;; esac
    seen="$seen$home "
    [ -x "$home/bin/java" ] || continue
    if ! version=$(jshell_version "$home"); then
      unfit="$unfit; $home has no JShell"
    elif [ "$(feature "$version")" -lt 17 ]; then
      unfit="$unfit; $home is Java $version"
    elif newer "$version" "$jdk_version"; then
      jdk=$home
      jdk_version=$version
    fi
  done
}

# Whether the first version is newer than the second.
newer() {
  [ "$1" != "$2" ] && [ "$(printf '%s\n%s\n' "$1" "$2" | sort -t. -k1,1n -k2,2n -k3,3n | tail -n 1)" = "$1" ]
}

if [ -n "$asked_jdk" ]; then
  jdk=$(cd -- "$asked_jdk" 2>/dev/null && pwd) || fail "--jdk $asked_jdk: there is no such folder."
  jdk_version=$(jshell_version "$jdk") \
    || fail "--jdk $asked_jdk is not a JDK of version 17 or newer with JShell."
  [ "$(feature "$jdk_version")" -ge 17 ] \
    || fail "--jdk $asked_jdk is Java $jdk_version; Nabla needs 17 or newer."
else
  find_jdk
fi

# --- the system's packages ---

as_root=()
[ "$(id -u)" = 0 ] || as_root=(sudo)

# Whether sudo lets this user be root; it may ask for the password.
may_sudo() { has sudo && sudo true 2>/dev/null </dev/null; }

# Whether we can install packages here: Debian or Ubuntu, as root or with sudo.
can_apt() { has apt-get && { [ "$(id -u)" = 0 ] || may_sudo; }; }

apt_updated=
apt() {
  say "Installing $*"
  if [ -z "$apt_updated" ]; then
    "${as_root[@]+"${as_root[@]}"}" apt-get -q update >/dev/null </dev/null \
      || say "(apt-get update failed; going on with the package lists there are)"
    apt_updated=yes
  fi
  "${as_root[@]+"${as_root[@]}"}" env DEBIAN_FRONTEND=noninteractive \
    apt-get -q -y --no-install-recommends install "$@" >"$work/apt.log" 2>&1 </dev/null \
    || { tail -n 5 "$work/apt.log" >&2; fail "apt-get could not install $*."; }
}

# What to type where we cannot install it ourselves: for macOS, for Fedora, for Debian.
by_hand() {
  if [ "$(uname)" = Darwin ]; then echo "brew install $1"
  elif has dnf; then echo "sudo dnf install $2"
  elif may_sudo; then echo "sudo apt-get install $3"
  else echo "su -c 'apt-get install $3' (or ask whoever looks after this machine)"; fi
}

work=$(mktemp -d "${TMPDIR:-/tmp}/nabla-install.XXXXXX")
trap 'rm -rf "$work"' EXIT

if [ -z "$jdk" ]; then
  can_apt || fail "no JDK of version 17 or newer was found$unfit. Type: $(by_hand openjdk java-21-openjdk-devel openjdk-17-jdk-headless), then bash install.sh; or name one with --jdk DIR."
  apt openjdk-17-jdk-headless
  find_jdk
  [ -n "$jdk" ] || fail "no JDK of version 17 or newer was found$unfit. Name one with --jdk DIR."
fi
export JAVA_HOME=$jdk
say "Java $jdk_version from $jdk"

# --- the jar ---

cd -- "$(dirname -- "${BASH_SOURCE[0]}")"

jar=nabla.jar
if [ ! -f "$jar" ]; then
  if ! has mvn; then
    can_apt || fail "Maven is missing. Type: $(by_hand maven maven maven), then bash install.sh"
    apt maven
  fi
  say "Building"
  mvn -q -B -ntp -DskipTests package </dev/null \
    || fail "the build failed; what Maven said is above."
  jar=notebooks/target/nabla.jar
fi

# --- make it known to Jupyter ---

installed=$("$jdk/bin/java" -jar "$jar" install --jdk "$jdk" \
  ${place[@]+"${place[@]}"})
say "$installed"
kernel_dir=$(sed -n 's/^Installed in //p' <<<"$installed")

# --- Jupyter ---

# Sets jupyter to a command that can execute notebooks. Another one may come first on the PATH.
find_jupyter() {
  local each
  for each in jupyter /usr/bin/jupyter /usr/local/bin/jupyter /opt/homebrew/bin/jupyter; do
    if has "$each" && "$each" nbconvert --version >/dev/null 2>&1 </dev/null; then
      jupyter=$each
      return
    fi
  done
  return 1
}

if ! find_jupyter; then
  can_apt || fail "the kernel is installed, but Jupyter is missing. Type: $(by_hand jupyterlab 'jupyter-notebook python3-nbconvert' 'jupyter-notebook jupyter-client jupyter-nbconvert'), then bash install.sh"
  apt jupyter-notebook jupyter-client jupyter-nbconvert
  find_jupyter || fail "Jupyter was installed, but 'jupyter nbconvert' does not work."
fi

# --- prove it ---

first=notebooks/released/00-start-here.ipynb
say "Executing $first"
# The proof is none of the user's cells, heeds no settings and leaves nothing in the home.
NABLA_HISTORY=off JUPYTER_RUNTIME_DIR="$work" JUPYTER_CONFIG_DIR="$work" IPYTHONDIR="$work" \
  JUPYTER_PATH="$(dirname -- "$(dirname -- "$kernel_dir")")${JUPYTER_PATH:+:$JUPYTER_PATH}" \
  "$jupyter" nbconvert --to notebook --execute --output-dir "$work" --output proof.ipynb \
  --ExecutePreprocessor.kernel_name="$(basename -- "$kernel_dir")" \
  "$first" >"$work/jupyter.log" 2>&1 </dev/null \
  || { tail -n 15 "$work/jupyter.log" >&2; fail "the kernel is installed, but the notebook did not run."; }
# Its text does not say this number: it can only come from an output.
learned=$(grep -o 'loss 0\.706 -> 0\.00143' "$work/proof.ipynb" | head -n 1) \
  || fail "the notebook ran, but its net has not learned xor."

say "Its net has learned xor: $learned."
say
allow_root=
[ "$(id -u)" != 0 ] || allow_root=' --allow-root'
say "Type next:  cp -r notebooks/released my-worksheets"
say "            $jupyter notebook$allow_root my-worksheets/00-start-here.ipynb"
