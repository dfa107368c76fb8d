"""Splitting: a document's text becomes its preface and dated issues, each with its blocks."""

from ahcextract.splitting.issues import split

__all__ = ["split"]
