"""The commands of ``python -m shebao``: here, and nowhere else, files of the user are opened."""
