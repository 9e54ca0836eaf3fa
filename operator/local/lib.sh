# Shared by the scripts beside it: where things are, how to talk to a person, and one lock.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
local_scripts=$root/operator/local
state=$root/target/local
cache=${FARGATE_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/fargate-operator}

say() { echo "$*" >&2; }

fail() {
  say ""
  say "$1"
  shift
  for line in "$@"; do say "  $line"; done
  exit 1
}

# The operating system and processor, named as Go and Kubernetes name them.
os=$(uname -s | tr '[:upper:]' '[:lower:]')
case $(uname -m) in
  x86_64 | amd64) arch=amd64 ;;
  aarch64 | arm64) arch=arm64 ;;
  *) arch=$(uname -m) ;;
esac

. "$local_scripts/versions"
kubernetes_dir=$cache/k8s/$kubernetes_version-$os-$arch
kubernetes_tools="kube-apiserver etcd kubectl kube-controller-manager"

find_python() {
  local candidate found
  for candidate in python3 python3.14 python3.13 python3.12 python3.11 python3.10; do
    found=$("$candidate" -c 'import sys; print(sys.executable if sys.version_info >= (3, 10) else "")' 2>/dev/null) || continue
    [ -n "$found" ] && { echo "$found"; return; }
  done
  fail "fargate-operator's tests need Python 3.10 or later (moto, which plays AWS, does), and found none." \
    "Install it from your system's packages (Debian: apt-get install python3 python3-venv; macOS: brew install python3)," \
    "so that 'python3' is on PATH, and run the same command again."
}

# Waits until no other process holds this lock, then holds it until the script ends. macOS has no flock(1).
lock() {
  mkdir -p "$(dirname "$1")"
  exec 9>"$1"
  "$(find_python)" -c 'import fcntl
try:
    fcntl.flock(9, fcntl.LOCK_EX | fcntl.LOCK_NB)
except BlockingIOError:
    import sys
    print("Another run is at the same work: waiting for it.", file=sys.stderr)
    fcntl.flock(9, fcntl.LOCK_EX)'
}
