"""The words of seeds: cues and word lists of ``schema/seed/``, compiled, and what they are sought by."""
