"""Writes the JSON Schema of documents that the package ships, from the types of the values."""

from __future__ import annotations

import json

from shebao.adapters.schemas import FILE, generated


def main() -> None:
    """Write the file."""
    FILE.write_text(page(), encoding="utf-8")


def page() -> str:
    """The file as it should stand."""
    return json.dumps(generated(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    main()
