"""Wrapping a key with a passphrase (age's scrypt): a second of work that is done in a process of its own.

The library keeps the interpreter for all of that second; run apart, the interface stays awake. The passphrase
goes through a pipe, never through arguments or the environment.
"""

from __future__ import annotations

import sys

from recalibrate.store.errors import JournalError, WrongPassphrase

WRONG = "The passphrase does not open the journal. Nothing was changed."

_WRONG_CODE = 3


def wrapped(text: bytes, passphrase: str, *, apart: bool = False) -> bytes:
    """The text encrypted with the passphrase; `apart` in a process of its own."""
    if apart:
        return _apart("wrap", text, passphrase)
    from pyrage import passphrase as scrypt  # the library is loaded only where something is encrypted

    return bytes(scrypt.encrypt(text, passphrase))


def unwrapped(data: bytes, passphrase: str, *, apart: bool = False) -> bytes:
    """The text again; `apart` in a process of its own. Raises WrongPassphrase."""
    if apart:
        return _apart("unwrap", data, passphrase)
    from pyrage import DecryptError
    from pyrage import passphrase as scrypt

    try:
        return bytes(scrypt.decrypt(data, passphrase))
    except DecryptError as error:
        raise WrongPassphrase(WRONG) from error


def _apart(what: str, data: bytes, passphrase: str) -> bytes:
    if not sys.executable:  # no interpreter to start: then here, and the interface waits
        return wrapped(data, passphrase) if what == "wrap" else unwrapped(data, passphrase)
    import subprocess  # only for those who cannot wait in place

    secret = passphrase.encode("utf-8", "surrogateescape")
    done = subprocess.run(
        [sys.executable, "-P", "-m", "recalibrate.store.sealed.wrapping", what],
        input=b"%d\n%b%b" % (len(secret), secret, data),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    if done.returncode == _WRONG_CODE:
        raise WrongPassphrase(WRONG)
    if done.returncode:
        raise JournalError("The key could not be worked out: the helper process ended early. Nothing was changed.")
    return done.stdout


def _serve() -> int:
    """The other end of the pipe."""
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    length, _, rest = sys.stdin.buffer.read().partition(b"\n")
    passphrase = rest[: int(length)].decode("utf-8", "surrogateescape")
    work = wrapped if sys.argv[1:] == ["wrap"] else unwrapped
    try:
        sys.stdout.buffer.write(work(rest[int(length) :], passphrase))
    except WrongPassphrase:
        return _WRONG_CODE
    return 0


if __name__ == "__main__":
    sys.exit(_serve())
