"""Word and OpenDocument files as they are built: a zip with XML parts. No rules, no text for readers."""
