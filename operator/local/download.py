"""Downloads one official binary of Kubernetes, etcd or Helm and keeps it only if it matches the published checksum.

Usage: download.py NAME VERSION ETCD_VERSION OS ARCH DESTINATION    (the version is that of Kubernetes or of Helm)
Exit code 3: the download site cannot be reached, or has no such file for this system.
"""

import hashlib
import http.client
import io
import os
import sys
import tarfile
import urllib.request
import zipfile

CONNECT_TIMEOUT_SECONDS = 5


def fetch(url):
    with urllib.request.urlopen(url, timeout=CONNECT_TIMEOUT_SECONDS) as reply:
        return reply.read()


def verified(url, expected):
    content = fetch(url)
    if hashlib.sha256(content).hexdigest() != expected:
        sys.exit(f"{url} does not match its published checksum: not using it.")
    return content


def kubernetes(name, version, system, arch):
    url = f"https://dl.k8s.io/release/v{version}/bin/{system}/{arch}/{name}"
    return verified(url, fetch(url + ".sha256").decode().split()[0])


def etcd(version, system, arch):
    base = f"https://github.com/etcd-io/etcd/releases/download/v{version}"
    archive = f"etcd-v{version}-{system}-{arch}." + ("tar.gz" if system == "linux" else "zip")
    sums = dict(reversed(line.split()) for line in fetch(base + "/SHA256SUMS").decode().splitlines() if line)
    content = io.BytesIO(verified(f"{base}/{archive}", sums[archive]))
    member = archive.removesuffix(".tar.gz").removesuffix(".zip") + "/etcd"
    if archive.endswith(".zip"):
        return zipfile.ZipFile(content).read(member)
    return tarfile.open(fileobj=content).extractfile(member).read()


def helm(version, system, arch):
    url = f"https://get.helm.sh/helm-v{version}-{system}-{arch}.tar.gz"
    content = io.BytesIO(verified(url, fetch(url + ".sha256").decode().split()[0]))
    return tarfile.open(fileobj=content).extractfile(f"{system}-{arch}/helm").read()


def official(name, version, etcd_version, system, arch):
    if name == "etcd":
        return etcd(etcd_version, system, arch)
    return helm(version, system, arch) if name == "helm" else kubernetes(name, version, system, arch)


def main(name, version, etcd_version, system, arch, destination):
    try:
        content = official(name, version, etcd_version, system, arch)
    except (OSError, http.client.HTTPException) as problem:
        print(f"  not to be had: {problem}", file=sys.stderr)
        sys.exit(3)
    with open(destination, "wb") as file:
        file.write(content)
    os.chmod(destination, 0o755)


if __name__ == "__main__":
    main(*sys.argv[1:])
