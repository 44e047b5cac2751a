#!/usr/bin/env bash
# Prepares a Debian 12 machine: `scripts/setup.sh` for npm start, `scripts/setup.sh test` for npm test as well.
# Does only what is missing. Compilers and browsers are apt packages; the rest lands in .toolchain/ and node_modules/.
set -euo pipefail
cd "$(dirname "$0")/.."

build_packages=(clang-19 lld-19 llvm-19 cmake ninja-build python3 ca-certificates xz-utils)
test_packages=(clang-format-19 clang-tidy-19 libclang-rt-19-dev g++-12 git python3-numpy
  chromium-headless-shell firefox-esr webkit2gtk-driver xvfb dbus-x11 fonts-dejavu-core fonts-liberation)
emscripten_minimum=3.1.69
toolchain=$PWD/.toolchain
log=$toolchain/setup.log
mkdir -p "$toolchain"
: >"$log"

die() {
  printf 'setup: %s\n' "$*" >&2
  exit 1
}

# step LABEL CHECK DO: runs DO unless CHECK says that nothing is missing; one line and its time either way
step() {
  local label=$1 check=$2 action=$3 started=${EPOCHREALTIME/[.,]/} verdict='nothing to do'
  if ! "$check"; then
    printf 'setup: %-22s …\n' "$label"
    "$action"
    verdict='done'
  fi
  local elapsed=$(((${EPOCHREALTIME/[.,]/} - started) / 1000))
  printf 'setup: %-22s %s, %d.%01d s\n' "$label" "$verdict" $((elapsed / 1000)) $((elapsed % 1000 / 100))
}

node_is_recent() {
  command -v node >/dev/null && command -v npm >/dev/null &&
    node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)'
}

# ---- apt packages

wanted=("${build_packages[@]}")
if [ "${1:-}" = test ]; then wanted+=("${test_packages[@]}"); fi

missing_packages() {
  local installed
  installed=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "${wanted[@]}" 2>/dev/null | sed -n 's/ installed$//p') || true
  for package in "${wanted[@]}"; do grep -qx -F -- "$package" <<<"$installed" || printf '%s ' "$package"; done
}

packages_are_installed() { [ -z "$(missing_packages)" ]; }

install_packages() {
  local missing as_root=()
  read -ra missing <<<"$(missing_packages)"
  command -v apt-get >/dev/null || die "this is not a Debian system; install the equivalents of: ${missing[*]}"
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || die "neither root nor sudo; as root, run: apt-get install ${missing[*]}"
    as_root=(sudo)
  fi
  local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300)
  "${apt[@]}" -o APT::Update::Error-Mode=any update >>"$log" 2>&1 ||
    die "the Debian mirror in /etc/apt cannot be reached ($(last_log_line)); once it can, repeat, or install: ${missing[*]}"
  "${apt[@]}" install -y --no-install-recommends "${missing[@]}" >>"$log" 2>&1 ||
    die "apt-get install failed ($(last_log_line)); see $log"
}

last_log_line() { grep -v '^[[:space:]]*$' "$log" | tail -n 1; }

# ---- packages of Debian trixie, unpacked beside the system and not into it

trixie_apt=$toolchain/apt

trixie() {
  local tool=$1
  shift
  "$tool" -qq -o Dir::Etc::sourcelist="$trixie_apt/sources.list" -o Dir::Etc::sourceparts=/dev/null \
    -o Dir::State::lists="$trixie_apt/lists" -o Dir::Cache="$trixie_apt/cache" -o Dir::State::status=/dev/null \
    -o APT::Sandbox::User=root -o Acquire::Languages=none -o APT::Update::Error-Mode=any "$@" >>"$log" 2>&1 ||
    die "Debian trixie cannot be read from ${mirror:-the mirror} ($(last_log_line)); set DEBIAN_MIRROR to one that has it"
}

read_trixie() {
  if [ -d "$trixie_apt/lists/partial" ]; then return; fi
  mirror=${DEBIAN_MIRROR:-$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep -v security | head -n 1)}
  [ -n "$mirror" ] || die "no Debian mirror in /etc/apt; set DEBIAN_MIRROR"
  mkdir -p "$trixie_apt/lists/partial" "$trixie_apt/cache/archives/partial"
  local signed=signed-by=/usr/share/keyrings/debian-archive-keyring.gpg
  printf "%s [$signed] $mirror trixie main\n" deb deb-src >"$trixie_apt/sources.list"
  trixie apt-get update
}

# fetch_trixie FOLDER download|source PACKAGE…
fetch_trixie() {
  local folder=$1 how=$2
  shift 2
  read_trixie
  rm -rf "$folder"
  mkdir -p "$folder"
  if [ "$how" = source ]; then set -- --download-only "$@"; fi
  (cd "$folder" && trixie apt-get "$how" "$@")
}

# ---- Emscripten

emscripten=$toolchain/emscripten

emscripten_is_there() {
  if [ -x "$emscripten/bin/em++" ]; then return; fi
  local version
  version=$(emcc --version 2>/dev/null | sed -n '1s/^emcc .* \([0-9][0-9.]*\).*/\1/p') || return 1
  [ -n "$version" ] && printf '%s\n' "$emscripten_minimum" "$version" | sort -C -V
}

unpack_emscripten() {
  local staging=$toolchain/emscripten.partial root=$toolchain/emscripten.partial/root
  local em=$root/usr/share/emscripten
  rm -rf "$staging" "$emscripten"
  fetch_trixie "$staging/debs" download emscripten binaryen node-acorn libc6 libstdc++6 libgcc-s1
  mkdir -p "$root" "$staging/bin" "$staging/binaryen/bin"
  # most of Emscripten's size is library variants that nothing here links: position-independent, threaded, WebGL
  dpkg-deb --fsys-tarfile "$staging"/debs/emscripten_*.deb | tar -x -C "$root" --wildcards \
    --exclude='*/lib/*/pic' --exclude='*/lib/*/lto-pic' --exclude='*-mt*.a' --exclude='*-ww*.a' \
    --exclude='*libGL-[ewfo]*' --exclude='*/emscripten/test' --exclude='*/emscripten/docs' --exclude='*/share/doc'
  for deb in "$staging"/debs/*.deb; do
    case $deb in */emscripten_*) ;; *) dpkg-deb -x "$deb" "$root" ;; esac
  done
  mkdir -p "$em/node_modules"
  cp -rL "$root/usr/share/nodejs/acorn" "$em/node_modules/"

  # trixie's binaryen is linked against a newer C library than Debian 12 has: start it with the one unpacked here
  cat >"$staging/binaryen/run" <<'WRAPPER'
#!/bin/sh
root=$(CDPATH= cd -- "$(dirname -- "$0")/../../root" && pwd)
exec "$root/usr/lib64/ld-linux-x86-64.so.2" --library-path "$root/usr/lib/x86_64-linux-gnu" "$root/usr/bin/$(basename -- "$0")" "$@"
WRAPPER
  cat >"$staging/run" <<'WRAPPER'
#!/bin/sh
here=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
EM_CONFIG=$here/emconfig exec "$here/root/usr/share/emscripten/$(basename -- "$0")" "$@"
WRAPPER
  for tool in "$root"/usr/bin/wasm-* "$root/usr/bin/wasm2js"; do
    install -m 755 "$staging/binaryen/run" "$staging/binaryen/bin/${tool##*/}"
  done
  for tool in emcc em++ emar emranlib; do install -m 755 "$staging/run" "$staging/bin/$tool"; done

  # every path is relative to this file, so that the checkout may move
  cat >"$staging/emconfig" <<'CONFIG'
import os, shutil
here = os.path.dirname(os.environ['EM_CONFIG'])
EMSCRIPTEN_ROOT = here + '/root/usr/share/emscripten'
BINARYEN_ROOT = here + '/binaryen'
LLVM_ROOT = '/usr/bin'
LLVM_ADD_VERSION = CLANG_ADD_VERSION = '19'
NODE_JS = shutil.which('node')
FROZEN_CACHE = True
CONFIG
  # Emscripten's scripts are CommonJS, whatever the package.json above them says
  echo '{ "type": "commonjs" }' >"$staging/package.json"
  rm -rf "$staging/debs" "$staging/run" "$staging/binaryen/run"
  mv "$staging" "$emscripten"
}

# ---- headers

json_is_there() { [ -f "$toolchain/include/nlohmann/json.hpp" ]; }

unpack_json() {
  local staging=$toolchain/json.partial
  fetch_trixie "$staging/debs" download nlohmann-json3-dev
  dpkg-deb -x "$staging"/debs/*.deb "$staging"
  mkdir -p "$toolchain/include"
  mv "$staging/usr/include/nlohmann" "$toolchain/include/"
  rm -rf "$staging"
}

catch2_is_there() { [ -f "$toolchain/catch2/catch_amalgamated.hpp" ]; }

unpack_catch2() {
  local staging=$toolchain/catch2.partial
  fetch_trixie "$staging" source catch2
  tar -x -C "$staging" --strip-components=2 --wildcards -f "$staging"/catch2_*.orig.tar.* '*/extras/catch_amalgamated.*'
  mkdir -p "$toolchain/catch2"
  mv "$staging"/catch_amalgamated.cpp "$staging"/catch_amalgamated.hpp "$toolchain/catch2/"
  rm -rf "$staging"
}

# ---- npm packages

npm_packages_are_current() {
  [ -f node_modules/.package-lock.json ] && node -e '
    const [wanted, installed] = ["package-lock.json", "node_modules/.package-lock.json"].map(
      (file) => JSON.parse(require("fs").readFileSync(file, "utf8")).packages);
    const current = Object.entries(wanted).every(
      ([path, { version, optional }]) => path === "" || optional || installed[path]?.version === version);
    process.exit(current ? 0 : 1)'
}

install_npm_packages() {
  npm ci --no-audit --no-fund >>"$log" 2>&1 || {
    local reason
    reason=$(sed -n 's/^npm error //p' "$log" | grep -v -e '^$' -e '^A complete log' | head -n 2 | tr '\n' ' ')
    die "npm ci failed: ${reason:-no reason given; }see $log; it needs the npm registry to be reachable"
  }
}

node_is_recent || die "Node 20.19 or newer is needed, with npm; found $(node --version 2>/dev/null || echo none)"
step 'apt packages' packages_are_installed install_packages
step "Emscripten $emscripten_minimum+" emscripten_is_there unpack_emscripten
step 'nlohmann/json' json_is_there unpack_json
step 'Catch2 v3' catch2_is_there unpack_catch2
step 'npm packages' npm_packages_are_current install_npm_packages
rm -rf "$trixie_apt"
