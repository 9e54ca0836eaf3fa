"""Fills ${NAMES} in the samples, as envsubst does, but says which names have no value.

Usage: render.py VALUES SOURCE DESTINATION    (VALUES has lines NAME=VALUE; the environment has the others)
"""

import os
import pathlib
import re
import sys

PLACEHOLDER = re.compile(r"\$\{([A-Z][A-Z0-9_]*)\}")


def main(values, source, destination):
    known = dict(os.environ)
    if os.path.exists(values):
        known.update(line.split("=", 1) for line in pathlib.Path(values).read_text().splitlines())
    samples = {path.name: path.read_text() for path in sorted(pathlib.Path(source).glob("*.yaml"))}
    unknown = {name for text in samples.values() for name in PLACEHOLDER.findall(text)} - known.keys()
    if unknown:
        sys.exit("The samples need these in the environment: " + " ".join(sorted(unknown)))

    target = pathlib.Path(destination)
    target.mkdir(parents=True, exist_ok=True)
    for old in target.glob("*.yaml"):
        old.unlink()
    for name, text in samples.items():
        (target / name).write_text(PLACEHOLDER.sub(lambda match: known[match.group(1)], text))


if __name__ == "__main__":
    main(*sys.argv[1:])
