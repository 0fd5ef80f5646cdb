"""Datelines: where, when and from whom a report is."""
