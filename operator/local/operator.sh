# The operator as a process of this machine, with the flags that its image has.
# shellcheck shell=bash

jar=$root/target/fargate-operator.jar
aot_cache=$state/operator.aot

build_operator() {
  [ ! -f "$state/built" ] || [ ! -f "$jar" ] || [ -n "$(find "$root/pom.xml" "$root/src" -newer "$state/built")" ] || return 0
  say "Building the operator (under a minute; the first time Maven also fetches its libraries, which takes longer) ..."
  mkdir -p "$state"
  : > "$state/building"
  (cd "$root" && ./mvnw -B -q -DskipTests package) > "$state/build.log" 2>&1 || {
    cat "$state/build.log" >&2
    fail "The build failed, see above."
  }
  mv "$state/building" "$state/built"
}

# The AOT cache lets the JVM start in a third of the time; one that is older than the jar would be refused.
aot_flag() {
  [ -z "$(find "$aot_cache" -newer "$jar" 2>/dev/null)" ] || echo "-XX:AOTCache=$aot_cache"
}

# start_operator ARGUMENT...: starts it, or starts it again if its jar, its arguments or its AWS changed.
start_operator() { launch_operator "$(aot_flag)" "$@"; }

# launch_operator JVM-FLAG ARGUMENT...: the flag may be empty.
launch_operator() {
  local flag=()
  [ -z "$1" ] || flag=("$1")
  shift
  # Settings that --operator-args may override come as environment variables. The rollouts of the simulator take
  # seconds, so the operator looks often.
  ensure operator "$(cksum < "$jar") $AWS_ENDPOINT_URL $AWS_REGION" env MALLOC_ARENA_MAX=2 \
    FARGATE_HTTP_HOST=127.0.0.1 FARGATE_HTTP_PORT="$(port operator)" FARGATE_SWEEP=15s FARGATE_ROLLOUT_POLLS=3s,6s,10s \
    "$("$local_scripts/jdk")/bin/java" "@$root/operator/jvm.options" ${flag[@]+"${flag[@]}"} \
    -jar "$jar" run "$@"
}

await_operator() { await operator "http://127.0.0.1:$(port operator)/readyz" 60; }
