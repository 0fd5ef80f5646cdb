"""Roles of the blocks of a seed: what each could be, and which sequence of them is the most plausible."""
