# The operator as a process of this machine, with the flags that its image has.
# shellcheck shell=bash disable=SC2154

jar=$root/target/fargate-operator.jar

build_operator() {
  [ ! -f "$state/built" ] || [ ! -f "$jar" ] || [ -n "$(find "$root/pom.xml" "$root/src" -newer "$state/built")" ] || return 0
  say "Building the operator (under a minute; the first time Maven also fetches its libraries, which takes longer) ..."
  mkdir -p "$state"
  : > "$state/building"
  (cd "$root" && ./mvnw -q -DskipTests package) || fail "The build failed, see above."
  mv "$state/building" "$state/built"
}

# The AOT cache lets the JVM start in a third of the time; one that is older than the jar would be refused.
aot_flags() {
  [ -n "$(find "$state/operator.aot" -newer "$jar" 2>/dev/null)" ] && echo "-XX:AOTCache=$state/operator.aot"
  true
}

# start_operator ARGUMENTS...: starts it, or starts it again if its jar, its arguments or its AWS changed.
start_operator() {
  local java
  java=$("$local_scripts/jdk")/bin/java
  # shellcheck disable=SC2046
  ensure operator "$(cksum < "$jar") $aws_endpoint" env MALLOC_ARENA_MAX=2 "KUBECONFIG=$state/kubeconfig" \
    "AWS_ENDPOINT_URL=$aws_endpoint" "AWS_REGION=$AWS_REGION" \
    "$java" "@$root/operator/jvm.options" $(aot_flags) -jar "$jar" run --http-port "$(port operator)" "$@"
}

await_operator() { await operator "http://127.0.0.1:$(port operator)/readyz" 60; }
