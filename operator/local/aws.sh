# The AWS of the local environment: moto for most services, and in front of it the simulator, which answers for ECS and
# EventBridge Scheduler.
# shellcheck shell=bash

region=eu-west-1

start_moto() {
  # Policies of AWS's own can be attached only where moto knows them.
  ensure moto "" env MOTO_IAM_LOAD_MANAGED_POLICIES=true "$MOTO_SERVER" -H 127.0.0.1 -p "$(port moto)"
}

start_simulator() {
  local java
  java=$("$local_scripts/jdk")/bin/java
  ensure simulator "" "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx256m \
    -cp "$root/target/test-classes:$(cat "$root/target/test-classpath.txt")" dev.fargate.simulator.Simulator \
    --port "$(port simulator)" --upstream "http://127.0.0.1:$(port moto)" --botocore-data "$BOTOCORE_DATA" \
    --region "$region"
}

await_moto() { await moto "http://127.0.0.1:$(port moto)/moto-api/" 60; }
await_simulator() { await simulator "http://127.0.0.1:$(port simulator)/_simulator/health" 30; }

# What the samples expect an account to have: a network, roles, a target group, a registry, a secret, a file system.
seed_aws() {
  [ ! -f "$run/aws.env" ] || return 0
  "$PYTHON" "$local_scripts/seed.py" "$aws_endpoint" > "$run/aws.env.new" ||
    fail "Could not make the network, roles and so on that the samples use, see above." \
      "Start afresh with: operator/local/down --clean && operator/local/up"
  mv "$run/aws.env.new" "$run/aws.env"
}
