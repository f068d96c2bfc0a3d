"""What type checkers and editors learn of the package, as it is installed."""

import ast
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, get_args

import pytest

import gsomia_data as gd

SCRIPT = Path(__file__).with_name("typing_api.py")


def test_the_script_uses_every_public_name() -> None:
    """So no name is public in reading alone, or without a type."""
    nodes = list(ast.walk(ast.parse(SCRIPT.read_text(encoding="utf-8"))))
    used = {
        one.attr
        for one in nodes
        if isinstance(one, ast.Attribute)
        and isinstance(one.value, ast.Name)
        and one.value.id == "gd"
    }
    for one in nodes:
        if isinstance(one, ast.ImportFrom) and one.module == "gsomia_data":
            used |= {alias.name for alias in one.names}
    assert set(dir(gd)) - used == set()


def test_pyright_agrees_with_the_script(tmp_path: Path) -> None:
    """Strict, as its first line says: each call has its type, each misuse is an error."""
    shutil.copy(SCRIPT, tmp_path)  # away from the sources: the package is found as a reader's is
    command = [sys.executable, "-m", "pyright", "--pythonpath", sys.executable, "--outputjson"]
    done = subprocess.run(
        [*command, SCRIPT.name], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False
    )
    read = json.loads(done.stdout)
    assert read["generalDiagnostics"] == []
    assert read["summary"]["filesAnalyzed"] == 1


@pytest.mark.slow
def test_a_type_checker_reads_the_package(tmp_path: Path) -> None:
    """PEP 561: `py.typed` is honoured, so the wrong call is found, and nothing else."""
    mine = tmp_path / "mine.py"
    mine.write_text(
        'import gsomia_data as gd\n\ngd.polls()["percent"]\ngd.dyad_years("2010", 2016)\n',
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--config-file=", "--no-error-summary",
         "--cache-dir", str(tmp_path / "cache"), mine.name],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    (error,) = done.stdout.splitlines()
    assert error.startswith("mine.py:4: error: ")
    assert error.endswith('has incompatible type "str"; expected "int"  [arg-type]')
    assert done.returncode == 1


class LanguageServer:
    """Pyright as editors run it: one file is open, and its completions are asked for."""

    def __init__(self, process: "subprocess.Popen[bytes]", file: Path) -> None:
        assert process.stdin
        assert process.stdout
        self.to, self.back = process.stdin, process.stdout
        self.number = 0
        self.document = {"uri": file.as_uri()}
        folder = {"uri": file.parent.as_uri(), "name": file.parent.name}
        here = {"capabilities": {"workspace": {"configuration": True}}, "processId": None}
        self.ask("initialize", {**here, "rootUri": folder["uri"], "workspaceFolders": [folder]})
        self.say(method="initialized", params={})
        text = {"languageId": "python", "version": 1, "text": file.read_text(encoding="utf-8")}
        opened = {"textDocument": {**self.document, **text}}
        self.say(method="textDocument/didOpen", params=opened)

    def say(self, **message: object) -> None:
        """Send one message."""
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.to.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self.to.flush()

    def hear(self) -> dict[str, Any]:
        """The next message."""
        length = 0
        while line := self.back.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        heard: dict[str, Any] = json.loads(self.back.read(length))
        return heard

    def ask(self, method: str, params: object) -> Any:  # noqa: ANN401 - as the protocol has it
        """The answer; what the server itself asks meanwhile is answered too."""
        self.number += 1
        self.say(id=self.number, method=method, params=params)
        while True:
            heard = self.hear()
            if "method" not in heard and heard.get("id") == self.number:
                return heard["result"]
            if heard.get("method") == "workspace/configuration":
                here = {"pythonPath": sys.executable}
                self.say(id=heard["id"], result=[here for _ in heard["params"]["items"]])
            elif "method" in heard and "id" in heard:
                self.say(id=heard["id"], result=None)

    def completions(self, line: int, character: int) -> list[str]:
        """What is offered there, counted from zero."""
        place = {"line": line, "character": character}
        found = self.ask(
            "textDocument/completion", {"textDocument": self.document, "position": place}
        )
        return [one["label"] for one in found["items"]]


@contextmanager
def editing(file: Path) -> Iterator[LanguageServer]:
    """Pyright, with ``file`` open in it."""
    command = [sys.executable, "-m", "pyright.langserver", "--stdio"]
    with subprocess.Popen(
        command, cwd=file.parent, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        try:
            server = LanguageServer(process, file)
            yield server
            server.ask("shutdown", None)
            server.say(method="exit")
        finally:
            process.terminate()


def test_an_editor_completes_the_names_of_tables(tmp_path: Path) -> None:
    """Between the quotation marks: each table, although any text is accepted."""
    file = tmp_path / "mine.py"
    lines = ["import gsomia_data as gd"]
    lines += [f'gd.{name}("")' for name in ("load", "codebook", "evidence")]
    lines += ['gd.open(".").load("")']
    file.write_text("\n".join(lines), encoding="utf-8")
    with editing(file) as server:
        for at, line in enumerate(lines[1:], 1):
            offered = server.completions(at, line.rindex('"'))
            tables = [one.strip('"') for one in offered if one.startswith('"')]
            assert sorted(tables) == sorted(get_args(gd.TableName))
