"""The edges: records in, answers out; each on its own, none needed by the core."""
