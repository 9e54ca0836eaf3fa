"""Makes the secrets of a local cluster once: the key that signs service account tokens, and an administrator's token.

Usage: credentials.py DIRECTORY    (run it with the provided Python, which has `cryptography`)
"""

import os
import secrets
import sys

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa


def write(directory, name, content):
    descriptor = os.open(os.path.join(directory, name), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)


def main(directory):
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    write(
        directory,
        "service-account.key",
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        ),
    )
    write(
        directory,
        "service-account.pub",
        key.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo),
    )
    token = secrets.token_hex(16)
    write(directory, "token", token.encode())
    write(directory, "tokens.csv", f"{token},admin,admin,system:masters\n".encode())


if __name__ == "__main__":
    main(*sys.argv[1:])
