"""Gives each named component a free loopback port, and keeps the port that it had as long as nobody else took it.

Usage: ports.py FILE COMPONENT...    (FILE has lines COMPONENT=PORT)
"""

import os
import socket
import sys


def free(port):
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return 0
        return probe.getsockname()[1]


def main(path, *components):
    ports = {}
    if os.path.exists(path):
        with open(path) as file:
            ports = dict(line.strip().split("=") for line in file)
    taken = {int(port) for name, port in ports.items() if name not in components}
    for name in components:
        port = free(int(ports.get(name, 0)))
        while port == 0 or port in taken:
            port = free(0)
        ports[name] = str(port)
        taken.add(port)
    with open(path + ".new", "w") as file:
        file.writelines(f"{name}={port}\n" for name, port in ports.items())
    os.replace(path + ".new", path)


if __name__ == "__main__":
    main(*sys.argv[1:])
