"""Exports as they are: tables of portals, statements and tax bureaus, read without being repaired."""
