"""The arguments of the command line, none of them judged alone: all that is wrong is told together."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Final, TypeVar

import attrs

from ..adapters.encodings import ENCODINGS
from ..errors import Fault, FaultyInputError, UsageError

__all__ = ["COMMON", "LANGUAGES", "Arguments", "Command", "one_of"]

_T = TypeVar("_T")

LANGUAGES: Final = ("zh", "en")
#: Options that every command has.
COMMON: Final = {
    "--lang": ("LANG", "zh (unless given) or en"),
    "--encoding": ("NAME", "of the file: utf-8 (unless given), gb18030 or utf-16"),
}


@attrs.frozen
class Command:
    """A command: its name in usage, what it does, its options, and what its file is."""

    usage: str
    description: str
    file: str
    options: Mapping[str, tuple[str, str]]

    def parser(self) -> argparse.ArgumentParser:
        """The options, none of them judged: all that is wrong is to be reported together."""
        parser = argparse.ArgumentParser(
            prog="python -m shebao",
            usage=f"python -m shebao {self.usage}",
            description=self.description,
            allow_abbrev=False,
            add_help=False,
            exit_on_error=False,
        )
        parser.add_argument("FILE", nargs="*", help=self.file)
        parser.add_argument("-h", "--help", action="count", help="print this")
        for name, (metavar, text) in self.options.items():
            parser.add_argument(
                name, dest=name, metavar=metavar, action="append", nargs="?", const="", help=text
            )
        return parser


@attrs.frozen
class Arguments:
    """The arguments as they were given, and what is wrong with them so far.

    Attributes:
        given: the texts of each option.
        files: the files.
        help: the help of the command, if it is asked for.
        faults: what is wrong.
    """

    given: dict[str, list[str]]
    files: list[str]
    help: str | None
    faults: list[Fault] = attrs.Factory(list)

    @classmethod
    def of(cls, command: Command, argv: Sequence[str]) -> Arguments:
        """Split what was given into options, files and what is neither.

        What follows an option that there is not is its value, and no file.
        """
        parser = command.parser()
        try:
            found, rest = parser.parse_known_args(argv)
        except argparse.ArgumentError as error:
            name = error.argument_name or "arguments"
            raise UsageError(
                Fault(name, " ".join(argv), error.message, "what --help lists")
            ) from None
        values = vars(found)
        strange = [each for each in rest if each.startswith("-")]
        owned = {after for each, after in pairwise(argv) if each in strange}
        files = values["FILE"] + [each for each in rest if each not in strange]
        files = [each for each in files if each not in owned]
        given = {name: values[name] or [] for name in command.options}
        arguments = cls(given, files, parser.format_help() if values["help"] else None)
        for each in strange:
            expected = f"one of {', '.join(command.options)}, --help"
            arguments.blame("option", each, "is no option", expected)
        if len(files) > 1:
            arguments.blame("FILE", " ".join(files), f"are {len(files)} files", "one file at most")
        return arguments

    def blame(self, field: str, value: object, problem: str, expected: str) -> None:
        """Note one fault."""
        self.faults.append(Fault(field, value, problem, expected))

    def take(self, name: str, read: Callable[[str], _T]) -> _T | None:
        """The value of an option; None where it is not given, or wrong."""
        texts = self.given[name]
        if len(texts) > 1:
            self.blame(name, " ".join(texts), f"is given {len(texts)} times", "one value")
        elif texts:
            try:
                return read(texts[0])
            except FaultyInputError as error:
                self.blame(name, texts[0], error.faults[0].problem, error.faults[0].expected)
        return None

    def run(self, call: Callable[[], _T]) -> _T | None:
        """What a call gives; None where it fails, with its faults noted."""
        try:
            return call()
        except FaultyInputError as error:
            self.faults.extend(error.faults)
            return None

    def lang(self) -> str:
        """The language of the answer."""
        return self.take("--lang", one_of(LANGUAGES)) or "zh"

    def encoding(self) -> str:
        """The encoding of the file."""
        return self.take("--encoding", one_of(ENCODINGS)) or "utf-8"

    def refuse_faults(self) -> None:
        """Refuse arguments with which something is wrong.

        Raises:
            UsageError: with all that is.
        """
        if self.faults:
            raise UsageError(*self.faults)


def one_of(names: Sequence[str]) -> Callable[[str], str]:
    """What reads one of some names, and refuses all others."""

    def read(text: str) -> str:
        if text not in names:
            raise UsageError(Fault("name", text, "is not offered", " or ".join(names)))
        return text

    return read
