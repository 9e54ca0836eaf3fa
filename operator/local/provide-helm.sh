# Provides Helm 3 and Helm 4 for the chart's tests: the cache, else the official downloads, else a build from the Go modules.
# shellcheck shell=bash

helm_dir=$cache/helm

# helm_path MAJOR VERSION
helm_path() { echo "$helm_dir/helm$1-$2-$os-$arch"; }

helm3=$(helm_path 3 "$helm3_version")
helm4=$(helm_path 4 "$helm4_version")

helm_is_there() { [ -x "$helm3" ] && [ -x "$helm4" ]; }

provide_helm() {
  mkdir -p "$helm_dir"
  [ -x "$helm3" ] || provide_one_helm 3 "$helm3_version" "$helm3"
  [ -x "$helm4" ] || provide_one_helm 4 "$helm4_version" "$helm4"
}

# What is unfinished is elsewhere, so that every program in its place is a complete one.
provide_one_helm() {
  local status=0
  partial=$cache/partial-helm
  rm -rf "$partial"
  mkdir -p "$partial"
  say "Helm $2 is not on this machine yet. Downloading it (once, about 20 MB) ..."
  "$(find_python)" "$local_scripts/download.py" helm "$2" "" "$os" "$arch" "$partial/helm" || status=$?
  case $status in
    0) ;;
    3) build_helm "$1" "$2" ;;
    *) exit 1 ;;
  esac
  "$partial/helm" version >/dev/null || fail "helm $2 does not run on this machine ($os/$arch)."
  mv "$partial/helm" "$3"
  rm -rf "$partial"
}

build_helm() {
  local module=helm.sh/helm/v$1 published kubernetes
  command -v go >/dev/null || fail "Helm $2 could not be downloaded, and there is no Go to build it with." \
    "Either let this machine reach https://get.helm.sh, or install Go 1.25 or later (https://go.dev/dl)," \
    "or copy helm to $helm_dir/helm$1-$2-$os-$arch and run the same command again."
  say "No download: building it from its Go module instead. That takes about two minutes on two cores, once."
  (
    cd "$partial" || exit
    go mod download "$module@v$2"
    published=$(go env GOMODCACHE)/cache/download/$module/@v/v$2.mod
    {
      printf 'module local/helm\n\n'
      grep '^go ' "$published"
      printf '\nrequire %s v%s\n' "$module" "$2"
    } > go.mod
    # What Helm's own release build sets; without it Helm 3 takes every cluster that it does not ask for Kubernetes 1.20.
    kubernetes=$(sed -n 's#.*k8s\.io/client-go v0\.\([0-9]*\)\..*#\1#p' "$published")
    GOWORK=off CGO_ENABLED=0 go build -mod=mod -trimpath \
      -ldflags "-s -w -X $module/internal/version.version=v$2 -X $module/pkg/chartutil.k8sVersionMajor=1 \
        -X $module/pkg/chartutil.k8sVersionMinor=$kubernetes" -o helm "$module/cmd/helm" 2> build.log || {
      cat build.log >&2
      fail "go build $module/cmd/helm failed, see above." "It is safe to run the same command again."
    }
  )
}
