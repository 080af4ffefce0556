"""Words that bend: a lemma and a tag to a form, and a plain word into the place of another."""

from __future__ import annotations

from duidelijk.nlp.inflection.forms import inflect

__all__ = ["inflect"]
