# Provides a Python environment with exactly what requirements.txt pins: moto, boto3 and the AWS CLI.
# shellcheck shell=bash

# Its name changes with the pins, so that checkouts of different ages do not disturb each other.
python_dir=$cache/python-$(cksum < "$local_scripts/requirements.txt" | tr ' ' '-')

# The last file to be written, and Python itself, which a system upgrade may have taken away.
python_is_there() {
  [ -f "$python_dir/complete" ] && "$python_dir/bin/python" -c '' 2>/dev/null
}

provide_python() {
  local python
  python=$(find_python)
  say "Installing moto, boto3 and the AWS CLI into their own Python environment (about a minute, once) ..."
  rm -rf "$python_dir"
  "$python" -m venv "$python_dir" >&2 || fail "$python could not make a virtual environment." \
    "On Debian and Ubuntu: apt-get install python3-venv. Then run the same command again."
  "$python_dir/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps \
    --requirement "$local_scripts/requirements.txt" >&2 || fail "pip could not install operator/local/requirements.txt, see above." \
    "If a network problem is the reason, run the same command again."
  : > "$python_dir/complete"
}
