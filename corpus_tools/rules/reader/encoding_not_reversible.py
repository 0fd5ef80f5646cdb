r"""Decoding and encoding again does not give the same bytes.

## What it does
Encodes a decoded plain text with the same codec and compares.

## Why it matters
A seed is kept in its article byte by byte. Where an encoding has several ways to write a character, the file could
not be given back as it was.

## Invalid
```console
$ printf 'Rain +AGE-' > wet.txt
$ corpus-tools convert wet.txt --to json --encoding utf-7
```

## Valid
```console
$ printf 'caf\351' > wet.txt
$ corpus-tools convert wet.txt --to json --encoding windows-1252
```

## Source
The design of this project: text to article to text is the identity.
"""

from __future__ import annotations

from corpus_tools.rules.base import Level, reader_rule

RULE = reader_rule("encoding-not-reversible", Level.FILE, __doc__)
