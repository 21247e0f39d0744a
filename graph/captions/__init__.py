"""Captions: what Neo4j Browser writes in a circle, short enough to be read there."""

from graph.captions.keeping import begin_captions, has_captions, keep_captions
from graph.captions.short import caption, role_caption

__all__ = ["begin_captions", "caption", "has_captions", "keep_captions", "role_caption"]
