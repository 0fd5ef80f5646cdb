"""``corpus-tools formats``."""

from __future__ import annotations

import click

from corpus_tools.cli.output import say
from corpus_tools.formats import FORMATS, load_format


@click.command()
def formats() -> None:
    """List the formats: suffixes, directions, and what each cannot hold."""
    for name in sorted(FORMATS):
        form = load_format(name)
        say(f"{name:<6}{form.title}\n      suffixes: {' '.join(form.suffixes)}   reads and writes\n")
        lost = "; ".join(form.cannot_hold) or "nothing: every article comes back as it was"
        say(f"      cannot hold: {lost}\n")
