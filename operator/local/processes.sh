# Background processes that outlive the script: each has a pid file, a log and a remembered port in target/local/run.
# shellcheck shell=bash

run=$state/run
data=$state/data
components="etcd apiserver controllers moto simulator operator"

# A pid alone may belong to another program by now; a pid and its start time do not.
started_at() {
  local stat
  if [ -d /proc/self ]; then
    stat=$(cat "/proc/$1/stat" 2>/dev/null) || return 1
    # After the program's name in parentheses: the state is the first field, the start time the twentieth.
    # shellcheck disable=SC2086
    set -- ${stat##*) }
    [ "$1" != Z ] && echo "${20}"
  else
    stat=$(LC_ALL=C ps -o lstart= -p "$1") && echo "$stat" | tr -s ' ' '-'
  fi
}

# Prints the pid of a component that we started and that still runs.
pid_of() {
  local pid since
  read -r pid since 2>/dev/null < "$run/$1.pid" || return 1
  [ "$(started_at "$pid")" = "$since" ] && echo "$pid"
}

# ensure NAME KEY COMMAND...: leaves a running one alone unless its key or its command changed.
ensure() {
  local name=$1 key
  key=$(printf '%s\n' "${@:2}" | cksum)
  shift 2
  if pid_of "$name" >/dev/null; then
    [ "$(cat "$run/$name.key")" != "$key" ] || return 0
    stop "$name"
  fi
  say "Starting $name"
  [ ! -f "$run/$name.log" ] || mv "$run/$name.log" "$run/$name.previous.log"
  # Job control puts it into a process group of its own, where this terminal's Ctrl-C does not reach it.
  set -m
  nohup "$@" > "$run/$name.log" 2>&1 < /dev/null 8>&- 9>&- &
  set +m
  echo "$! $(started_at $!)" > "$run/$name.pid"
  echo "$key" > "$run/$name.key"
}

stop() {
  local pid tries=0
  if pid=$(pid_of "$1"); then
    say "Stopping $1 (pid $pid)"
    kill "$pid" 2>/dev/null || true
    while pid_of "$1" >/dev/null; do
      tries=$((tries + 1))
      if [ $tries = 600 ]; then
        say "  it did not stop within 60 seconds: ending it."
        kill -9 "$pid" 2>/dev/null || true
      fi
      sleep 0.1
    done
  fi
  rm -f "$run/$1.pid" "$run/$1.key"
}

stop_all() {
  local name reversed=""
  for name in $components; do reversed="$name $reversed"; done
  for name in $reversed; do stop "$name"; done
}

# await NAME URL SECONDS: until the URL answers 200, or the process ends, or the time is up.
await() {
  local pid
  pid=$(pid_of "$1") && "$(find_python)" "$local_scripts/await.py" "$2" "$3" "$pid" && return
  say ""
  tail -n 15 "$run/$1.log" | sed 's/^/    /' >&2
  fail "$1 did not come up. The end of its log is above, all of it in $run/$1.log" \
    "Start afresh with: operator/local/down --clean && operator/local/up"
}

# Chosen once, then remembered; chosen anew only for a component that is down while another program took its port.
choose_ports() {
  local name down=""
  for name in $components; do
    pid_of "$name" >/dev/null || down="$down $name"
  done
  # shellcheck disable=SC2086
  "$(find_python)" "$local_scripts/ports.py" "$run/ports" $down
}

port() { sed -n "s/^$1=//p" "$run/ports"; }
