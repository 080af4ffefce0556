"""PDF as it is built: characters with places, and the structure that a tagged file has."""
