# Provides the Kubernetes programs: the cache, else the official downloads, else a build from the Go modules.
# shellcheck shell=bash

kubernetes_is_there() {
  local tool
  for tool in $kubernetes_tools; do
    [ -x "$kubernetes_dir/$tool" ] || return 1
  done
}

provide_kubernetes() {
  local tool
  mkdir -p "$kubernetes_dir"
  # Unfinished work stays out of k8s/, where every program is a complete one.
  partial=$cache/partial
  rm -rf "$partial"
  mkdir -p "$partial"

  say "Kubernetes $kubernetes_version is not on this machine yet. Downloading it (once, about 300 MB) ..."
  for tool in $kubernetes_tools; do
    [ -x "$kubernetes_dir/$tool" ] || download "$tool"
  done
  kubernetes_is_there || build_kubernetes
  rm -rf "$partial"
  say "Kubernetes $kubernetes_version is in $kubernetes_dir"
}

# Succeeds also when there is nothing to download: the build is next. A wrong checksum ends the run.
download() {
  local status=0
  say "- $1"
  "$(find_python)" "$local_scripts/download.py" \
    "$1" "$kubernetes_version" "$etcd_version" "$os" "$arch" "$partial/$1" || status=$?
  case $status in
    0) keep "$1" ;;
    3) ;;
    *) exit 1 ;;
  esac
}

keep() {
  local asked=--version
  [ "$1" != kubectl ] || asked="version --client"
  # shellcheck disable=SC2086
  "$partial/$1" $asked >/dev/null || fail "$1 does not run on this machine ($os/$arch)."
  mv "$partial/$1" "$kubernetes_dir/$1"
}

build_kubernetes() {
  command -v go >/dev/null || fail "Kubernetes $kubernetes_version could not be downloaded, and there is no Go to build it with." \
    "Either let this machine reach https://dl.k8s.io and https://github.com, or install Go 1.25 or later (https://go.dev/dl)," \
    "or copy kube-apiserver, etcd, kubectl and kube-controller-manager to $kubernetes_dir" \
    "and run the same command again."
  say "No download: building it from its Go modules instead. That takes about six minutes on two cores, once."
  (
    cd "$partial" || exit
    write_go_mod
    build kube-apiserver k8s.io/kubernetes/cmd/kube-apiserver "about 4 minutes, with all that the others share"
    build etcd go.etcd.io/etcd/server/v3 "10 seconds"
    build kube-controller-manager k8s.io/kubernetes/cmd/kube-controller-manager "1 minute"
    build kubectl k8s.io/kubernetes/cmd/kubectl "20 seconds"
  )
}

build() {
  [ ! -x "$kubernetes_dir/$1" ] || return 0
  say "- $1 ($3)"
  GOWORK=off CGO_ENABLED=0 go build -mod=mod -trimpath -ldflags "-s -w $(version_flags)" -o "$1" "$2" 2> build.log || {
    cat build.log >&2
    fail "go build $2 failed, see above." "It is safe to run the same command again: what is built already is kept."
  }
  keep "$1"
}

# Kubernetes keeps its parts in one repository and publishes each as a module of its own; its go.mod names the folders.
write_go_mod() {
  local published
  go mod download "k8s.io/kubernetes@v$kubernetes_version"
  published=$(go env GOMODCACHE)/cache/download/k8s.io/kubernetes/@v/v$kubernetes_version.mod
  {
    printf 'module local/kubernetes\n\n'
    grep '^go ' "$published"
    printf '\nrequire k8s.io/kubernetes v%s\nrequire go.etcd.io/etcd/server/v3 v%s\n\n' "$kubernetes_version" "$etcd_version"
    sed -n 's#.*[[:space:]]\(k8s\.io/[^ ]*\) => \./staging/.*#replace \1 => \1 v0.'"${kubernetes_version#1.}"'#p' "$published"
  } > go.mod
}

# What Kubernetes' own release build sets, so that its programs tell their version.
version_flags() {
  local package minor=${kubernetes_version#1.}
  for package in k8s.io/component-base/version k8s.io/client-go/pkg/version; do
    echo "-X $package.gitVersion=v$kubernetes_version -X $package.gitTreeState=clean" \
      "-X $package.gitMajor=1 -X $package.gitMinor=${minor%%.*}"
  done | tr '\n' ' '
}
