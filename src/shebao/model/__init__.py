"""The nouns: people, areas as codes, contributions, counting rules. The model knows no law."""
