"""What can go wrong with a journal, each as one sentence that says what to do."""

from __future__ import annotations


class JournalError(Exception):
    """The base: `str(error)` is fit for the user."""


class JournalDamaged(JournalError):
    """The file cannot be read as a journal; it is never written over."""


class JournalNewer(JournalError):
    """The file was written by a newer version; it is only read."""


class JournalReadOnly(JournalError):
    """The file or its folder does not take writing."""


class JournalBusy(JournalError):
    """Another recalibrate holds the lock for too long."""


class JournalLocked(JournalError):
    """The journal is encrypted and no passphrase was given."""


class WrongPassphrase(JournalLocked):
    """The passphrase or key does not open the journal; nothing was changed."""


class NotSaved(JournalError):
    """A commit did not reach the disk; memory still equals the disk and it may be tried again."""


class NotFound(JournalError):
    """No record, or more than one, answers to an id."""
