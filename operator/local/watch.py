"""Shows the operator's resources until all are Ready, or are runs that have failed: a live table on a terminal, a line per change elsewhere.

Usage: watch.py KUBECTL SECONDS    Exit code 1: the time is up; what is not Ready is told with its reason.
"""

import json
import shutil
import subprocess
import sys
import time


def resources(kubectl):
    reply = subprocess.run([kubectl, "get", "fargate", "--all-namespaces", "--output", "json"], capture_output=True)
    return [Resource(item) for item in json.loads(reply.stdout)["items"]] if reply.returncode == 0 else []


class Resource:
    def __init__(self, item):
        meta, status = item["metadata"], item.get("status", {})
        self.kind = item["kind"]
        self.namespace = meta.get("namespace", "")
        self.name = meta["name"]
        conditions = {condition["type"]: condition for condition in status.get("conditions", [])}
        ready = conditions.get("Ready", {})
        current = ready.get("observedGeneration", meta["generation"]) == meta["generation"]
        self.ready = ready.get("status", "Unknown") if current else "Unknown"
        told = conditions.get("Stalled", ready)
        self.reason = told.get("reason", "not seen by the operator yet") if current else "a newer edit waits"
        self.message = told.get("message", "")
        # A run that has failed is at its end, too: one of the samples is there to show that.
        self.settled = self.ready == "True" or (current and conditions.get("Failed", {}).get("status") == "True")

    def row(self):
        return (self.kind, self.namespace, self.name, self.ready, self.reason)

    def full_name(self):
        return f"{self.kind} " + "/".join(part for part in (self.namespace, self.name) if part)

    def kubectl_name(self):
        return f"{self.kind.lower()} {self.name}" + (f" --namespace {self.namespace}" if self.namespace else "")


def table(found):
    rows = [("KIND", "NAMESPACE", "NAME", "READY", "WHY")]
    rows += [(*resource.row()[:4], f"{resource.reason} {resource.message}") for resource in found]
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in rows]


class Screen:
    """Redraws in place on a terminal; a log file gets a row only when it changes."""

    def __init__(self):
        self.live = sys.stdout.isatty()
        self.drawn = []
        self.started = time.monotonic()

    def show(self, found):
        if self.live:
            width = shutil.get_terminal_size().columns - 1
            lines = [line[:width] for line in table(found)] + [f"{time.monotonic() - self.started:.0f} s"]
            back = f"\x1b[{len(self.drawn)}F\x1b[J" if self.drawn else ""
            print(back + "\n".join(lines), flush=True)
            self.drawn = lines
            return
        for resource in found:
            if resource.row() not in self.drawn:
                print(f"{time.monotonic() - self.started:5.1f} s  " + "  ".join(resource.row()), flush=True)
        self.drawn = [resource.row() for resource in found]


def main(kubectl, seconds):
    screen = Screen()
    deadline = time.monotonic() + float(seconds)
    found = []
    while time.monotonic() < deadline:
        found = resources(kubectl)
        screen.show(found)
        if found and all(resource.settled for resource in found):
            return
        time.sleep(0.5)
    print(f"\nNot Ready after {seconds} seconds:")
    for resource in found:
        if not resource.settled:
            print(f"  {resource.full_name()}: {resource.reason} {resource.message}".rstrip())
            print(f"    kubectl describe {resource.kubectl_name()}")
    sys.exit(1)


if __name__ == "__main__":
    main(*sys.argv[1:])
