"""One module a subject; each reads the law as data and returns answers with reasons."""
