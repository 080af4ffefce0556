"""Findings back into the document that they are about: a copy with comments, never the original."""
