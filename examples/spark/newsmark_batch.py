"""One long-lived `newsmark batch` that is handed articles line by line.

It knows nothing of Spark: whatever hands rows to a Python function can use it.
"""

from __future__ import annotations

import json
import os
import selectors
import signal
import subprocess
import tempfile
import time
from collections import deque
from collections.abc import Iterable, Iterator
from typing import IO, Any, NamedTuple, TypeVar

try:
    from fcntl import F_SETPIPE_SZ, fcntl
except ImportError:  # not Linux: pipes keep their size
    fcntl = None

# The longest line that `newsmark batch` reads. Its answer to a longer one has no id.
LONGEST = 16 << 20
# A report is many times as long as a pipe usually holds, and newsmark would wait for us at each.
PIPE = 1 << 20

Key = TypeVar("Key")


class Article(NamedTuple):
    text: str
    published: str | None = None


class Answer(NamedTuple):
    """A report as JSON, or what is wrong with the article."""

    report: str | None
    code: str | None = None
    message: str | None = None


class BrokenCommand(Exception):
    """The command does not answer at all: no article is to blame, and none gets an error for it."""


class Annotator:
    """Answers articles in their order, by a process that is started again when it dies.

    The process reads one line at a time, so an article without an answer when it dies, or when
    `timeout` seconds have passed since the answer before, is the one that it was at. That article is
    asked again, by itself, since somebody else may have killed the process; after `attempts` it gets
    an error, and the others go on.
    """

    def __init__(
        self,
        command: str,
        unit: str = "codepoint",
        timeout: float = 60,
        attempts: int = 2,
        window: int = 32,
        window_bytes: int = 1 << 20,
    ) -> None:
        self.arguments = [command, "batch", "--threads", "1", "--unit", unit]
        self.timeout, self.attempts = timeout, attempts
        # Lines that may be on their way: enough to keep the process busy, few enough to bound memory.
        self.window, self.window_bytes = window, window_bytes
        self.process: Process | None = None
        self.starts = 0
        self.sent = 0

    def __enter__(self) -> Annotator:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        if self.process:
            self.process.kill()
            self.process = None

    def annotate(self, rows: Iterable[tuple[Key, Article | Answer]]) -> Iterator[tuple[Key, Answer]]:
        """The answer to each article; a row that brings its answer keeps it, and its place."""
        rows = iter(rows)
        waiting: deque[Row] = deque()
        more = True
        while True:
            while more and len(waiting) < self.window and sum(r.size for r in waiting) < self.window_bytes:
                if (row := next(rows, None)) is None:
                    more = False
                else:
                    waiting.append(Row(*row))
            if not waiting:
                return
            yield waiting[0].key, self.answer(waiting)
            waiting.popleft()

    def answer(self, waiting: deque[Row]) -> Answer:
        """The answer to the first of `waiting`; the others are sent behind it."""
        first = waiting[0]
        while first.answer is None:
            try:
                self.process = self.process or self.start(waiting)
                # One that the process may have died of goes alone.
                for row in [first] if first.failures else waiting:
                    if row.answer is None and row.number is None:
                        self.sent += 1
                        row.number = self.sent
                        self.process.send(row.request())
                first.answer = read(first.number, self.process.answer(self.timeout))
            except Failed as failed:
                self.close()
                first.failures += 1
                if first.failures >= self.attempts:
                    first.answer = Answer(None, failed.code, failed.message)
        return first.answer

    def start(self, waiting: deque[Row]) -> Process:
        """A process that has shown that it works; what waits is to be sent to it anew."""
        for row in waiting:
            row.number = None
        self.starts += 1
        process = Process(self.arguments)
        try:
            process.send(b'{"id":0,"text":"It rained."}\n')
            if read(0, process.answer(self.timeout)).report is None:
                raise BrokenCommand(f"{self.arguments[0]} refuses an article that is well")
        except Failed as failed:
            process.kill()
            raise BrokenCommand(f"{self.arguments[0]}: {failed.message}") from failed
        return process


class Row:
    """An article that waits for its answer."""

    def __init__(self, key: Any, asked: Article | Answer) -> None:
        self.key = key
        self.failures = 0
        # What the process that runs now knows it by.
        self.number: int | None = None
        self.answer = asked if isinstance(asked, Answer) else None
        self.body = b""
        if isinstance(asked, Article):
            fields = {"text": asked.text, "published": asked.published}
            try:
                self.body = json.dumps(fields, ensure_ascii=False)[1:].encode()
            except UnicodeEncodeError:
                self.answer = Answer(None, "bad-row", "the text has half a surrogate pair")
            if len(self.body) + 64 > LONGEST:
                size = len(asked.text.encode())
                self.answer = Answer(None, "too-long", f"the text is {size} bytes long")
        self.size = len(self.body)

    def request(self) -> bytes:
        return b'{"id":%d, %b\n' % (self.number, self.body)


def read(number: int | None, line: bytes) -> Answer:
    """What a line says that must be the answer to the article `number`."""
    prefix = b'{"id":%d,"report":' % number
    if line.startswith(prefix):
        # Not parsed: these are the bytes that the plain command writes.
        return Answer(line[len(prefix) : -2].decode())
    answer = json.loads(line)
    if answer.get("id") != number:
        raise BrokenCommand(f"an answer to {answer.get('id')} where that to {number} is due")
    return Answer(None, answer["error"]["code"], answer["error"]["message"])


class Failed(Exception):
    """The process gave no answer."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code, self.message = code, message


class Process:
    """Lines to a process and back. Nothing blocks: while one side waits, the other is served."""

    def __init__(self, arguments: list[str]) -> None:
        self.errors: IO[bytes] = tempfile.TemporaryFile()
        # In a session of its own, so that it can be killed with whatever it started.
        self.popen = subprocess.Popen(
            arguments,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.errors,
            start_new_session=True,
        )
        assert self.popen.stdin and self.popen.stdout
        self.input, self.output = self.popen.stdin.fileno(), self.popen.stdout.fileno()
        self.selector = selectors.DefaultSelector()
        self.selector.register(self.output, selectors.EVENT_READ)
        for pipe in (self.input, self.output):
            os.set_blocking(pipe, False)
            if fcntl:
                try:
                    fcntl(pipe, F_SETPIPE_SZ, PIPE)
                except OSError:  # beyond what this user may have
                    pass
        self.unsent, self.unread = bytearray(), bytearray()

    def send(self, line: bytes) -> None:
        """Queues a line; it goes out now if there is room, else while an answer is waited for."""
        if not self.unsent:
            self.selector.register(self.input, selectors.EVENT_WRITE)
        self.unsent += line
        self.write()

    def write(self) -> None:
        try:
            del self.unsent[: os.write(self.input, self.unsent[:PIPE])]
        except BlockingIOError:
            return
        except BrokenPipeError:
            # It is dying; the end of its output tells, after the answers that it still gave.
            self.unsent.clear()
        if not self.unsent:
            self.selector.unregister(self.input)

    def answer(self, timeout: float) -> bytes:
        """The next line that it writes, with its line end."""
        deadline = time.monotonic() + timeout
        searched = 0
        while (end := self.unread.find(b"\n", searched)) < 0:
            searched = len(self.unread)
            ready = self.selector.select(max(0, deadline - time.monotonic()))
            if not ready:
                raise Failed("timed-out", f"no answer in {timeout:g} seconds")
            for key, _ in ready:
                if key.fd == self.input:
                    self.write()
                elif part := os.read(self.output, PIPE):
                    self.unread += part
                else:
                    raise Failed("crashed", self.end())
        line = bytes(self.unread[: end + 1])
        del self.unread[: end + 1]
        return line

    def end(self) -> str:
        """How it ended, and the last that it said."""
        try:
            status = self.popen.wait(5)
        except subprocess.TimeoutExpired:
            return "newsmark closed its output"
        how = f"signal {-status}" if status < 0 else f"exit code {status}"
        self.errors.seek(0)
        said = self.errors.read().decode(errors="replace").strip().splitlines()
        return f"newsmark ended by {how}" + (f": {said[-1][:300]}" if said else "")

    def kill(self) -> None:
        try:
            os.killpg(self.popen.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self.selector.close()
        for pipe in (self.popen.stdin, self.popen.stdout, self.errors):
            try:
                pipe.close()
            except OSError:  # nothing is buffered that could be lost
                pass
        self.popen.wait()
