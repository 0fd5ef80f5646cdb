"""What the exit codes mean."""

CLEAN = 0
"""All is well; there may be warnings."""

FOUND = 1
"""A finding is an error, a document cannot be read, or there is a difference."""

USAGE = 2
"""The command line cannot be followed; a path does not exist."""

INTERNAL = 3
"""A fault of corpus-tools itself."""

INTERRUPTED = 130
"""The user interrupted the run; what shells make of the signal."""
