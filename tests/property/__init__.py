"""Properties that hold for any document: hypothesis writes them, the tests check every position."""
