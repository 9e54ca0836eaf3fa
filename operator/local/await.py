"""Waits until a URL of ours answers 200.

Usage: await.py URL SECONDS PID    Exit code 1: the time is up, or the process PID ended.
"""

import os
import ssl
import sys
import time
import urllib.request

# The API server's certificate is its own; it is on loopback, and only its health is asked.
UNVERIFIED = ssl._create_unverified_context()
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=UNVERIFIED))


def answers(url):
    try:
        return DIRECT.open(url, timeout=5).status == 200
    except OSError:
        return False


def main(url, seconds, pid):
    deadline = time.monotonic() + float(seconds)
    while not answers(url):
        try:
            os.kill(int(pid), 0)
        except OSError:
            sys.exit(1)
        if time.monotonic() > deadline:
            sys.exit(1)
        time.sleep(0.1)


if __name__ == "__main__":
    main(*sys.argv[1:])
