# Provides kstatus, the library by which Flux judges resources, as a program: built from its Go module, since nobody publishes one.
# shellcheck shell=bash

kstatus_dir=$cache/kstatus
kstatus=$kstatus_dir/kstatus-$kstatus_version-$(cksum < "$local_scripts/kstatus/main.go" | tr ' ' '-')-$os-$arch

# Only one test needs it, which is skipped where there is no Go.
kstatus_is_there() { [ -x "$kstatus" ] || ! command -v go >/dev/null; }

provide_kstatus() {
  local module=sigs.k8s.io/cli-utils
  partial=$cache/partial-kstatus
  rm -rf "$partial"
  mkdir -p "$partial" "$kstatus_dir"
  say "Building kstatus $kstatus_version from its Go module (half a minute, once) ..."
  (
    cd "$partial" || exit
    cp "$local_scripts/kstatus/main.go" .
    printf 'module local/kstatus\n\ngo 1.24\n\nrequire %s v%s\n' "$module" "$kstatus_version" > go.mod
    GOWORK=off CGO_ENABLED=0 go build -mod=mod -trimpath -ldflags '-s -w' -o kstatus . 2> build.log || {
      cat build.log >&2
      fail "go build of kstatus failed, see above." "It is safe to run the same command again."
    }
  )
  mv "$partial/kstatus" "$kstatus"
  rm -rf "$partial"
}
