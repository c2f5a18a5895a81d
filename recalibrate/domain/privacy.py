"""What is protected, from whom, and as plainly what is not."""

from __future__ import annotations

from pathlib import Path


def privacy_paragraphs(journal: Path | None, cover: str = "ctrl+l") -> tuple[str, ...]:
    """The privacy page, paragraph by paragraph; "# " begins a heading, `cover` is the key that hides the screen."""
    where = f"Your journal is {journal}. " if journal else ""
    kept = "It is plain TinyDB JSON: you can read it without recalibrate."
    if journal and journal.suffix == ".age":
        kept = "It is encrypted, and so are its drafts and backups; their names show dates and how many entries."
    return (
        "# What stays here",
        "recalibrate has no network code. Nothing you write leaves this machine unless you export it.",
        f"{where}It is one file that only you can read (mode 0600), in a folder only you can open (0700), with its "
        f"drafts and backups beside it. {kept}",
        "# What it protects against",
        "Other users of this machine. Crashes, kills, full disks and power cuts: what was said to be saved is on disk. "
        "Two windows at once, and a sync tool that swaps the file. Hostile text in imports.",
        "With encryption on and a long passphrase: loss or theft of the device, of a backup disk or of a sync account. "
        "The file is in the age format, so `age -d` opens it without recalibrate.",
        "# What it does not protect against",
        "Someone at your unlocked session, or with root or malware on this machine. Keyloggers, and eyes over your "
        f"shoulder: {cover} hides the screen, it does not lock it. A weak passphrase. Being made to open it.",
        "Plain copies from before encryption was turned on: backups elsewhere, what a disk still holds of deleted "
        "files, swap and hibernation without disk encryption.",
        "Text you give as arguments: `recalibrate slip some words` lands in your shell's history. Without words it "
        "reads from standard input instead.",
        "An exported calendar goes where your calendar goes; its titles say only “recalibrate: decide” unless you "
        "ask for more.",
        "The lock after idle minutes hides the screen and lets the key go; what was read before stays in the "
        "program's memory until it ends. The settings file is never encrypted.",
        "There is no way back without the passphrase or the printed recovery key.",
    )
