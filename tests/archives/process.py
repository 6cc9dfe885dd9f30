"""The process that articles are handed to, without an engine around it."""

import os
import signal

from common import CheckFailed, alive_in_group, plain, stand_in, wait_for
from make_archive import article
from newsmark_batch import Annotator, Answer, Article, BrokenCommand

MADE = [article(number) for number in range(60)]


def rows(made=MADE):
    return [(one["id"], Article(one["text"], one["published"])) for one in made]


def wanted(newsmark, made=MADE):
    return [(id, Answer(report)) for id, report in plain(newsmark, made).items()]


def same_as_the_plain_command(newsmark, _):
    with Annotator(newsmark) as annotator:
        assert list(annotator.annotate(rows())) == wanted(newsmark)
        # Once more by the same process.
        assert list(annotator.annotate(rows())) == wanted(newsmark)
        assert annotator.starts == 1


def long_articles_do_not_block_the_pipes(newsmark, _):
    # Each is longer than a pipe, its report longer still, and many are on their way at once.
    made = [{**one, "text": one["text"] * 40} for one in MADE[:12]]
    with Annotator(newsmark, window=12, window_bytes=1 << 30) as annotator:
        assert list(annotator.annotate(rows(made))) == wanted(newsmark, made)


def memory_is_bounded(newsmark, _):
    taken = 0

    def source():
        nonlocal taken
        for row in rows():
            taken += 1
            yield row

    with Annotator(newsmark, window=5) as annotator:
        for given, _ in enumerate(annotator.annotate(source())):
            assert taken <= given + 5


def what_cannot_be_read_is_an_error_in_its_place(newsmark, _):
    asked = {
        "good": Article("It rained."),
        "long": Article("a " * (1 << 20) + "a"),
        "vast": Article("a " * (9 << 20)),
        "day": Article("It rained.", "2021-02-30"),
        "half": Article("\ud800"),
        "known": Answer(None, "bad-row", "known before"),
        "empty": Article(""),
        "lines": Article("It\nrained.\r\n\u2028\0", "2021-10-04"),
    }
    with Annotator(newsmark) as annotator:
        found = dict(annotator.annotate(asked.items()))
        assert annotator.starts == 1, "none of them kills it"
    assert list(found) == list(asked)
    codes = {id: answer.code for id, answer in found.items()}
    bad = {"long": "too-long", "vast": "too-long", "day": "bad-date", "half": "bad-row", "known": "bad-row"}
    assert codes == {id: bad.get(id) for id in asked}, codes
    assert all((found[id].report is None) == (id in bad) for id in asked)


def an_article_that_kills_or_hangs_is_an_error_and_the_others_go_on(newsmark, folder):
    made = [dict(one) for one in MADE]
    made[7]["text"] += "KILLS"
    made[8]["text"] += "KILLS"
    made[30]["text"] += "HANGS"
    with Annotator(stand_in(folder, newsmark, hold=-1), timeout=4) as annotator:
        found = list(annotator.annotate(rows(made)))
        assert annotator.starts == 7, f"two attempts for each: {annotator.starts}"
    codes = {7: "crashed", 8: "crashed", 30: "timed-out"}
    assert [answer.code for _, answer in found] == [codes.get(number) for number in range(60)]
    right = wanted(newsmark)
    assert all(found[number] == right[number] for number in range(60) if number not in codes)


def a_process_that_somebody_kills_costs_no_article(newsmark, _):
    with Annotator(newsmark) as annotator:
        answers = annotator.annotate(rows())
        found = [next(answers) for _ in range(10)]
        os.kill(annotator.process.popen.pid, signal.SIGKILL)
        found += answers
        assert annotator.starts == 2
    assert found == wanted(newsmark)


def a_command_that_does_not_work_blames_no_article(*_):
    for command in ("/bin/true", "/bin/cat", "/bin/false"):
        try:
            with Annotator(command, timeout=4) as annotator:
                found = list(annotator.annotate(rows()))
        except BrokenCommand:
            continue
        raise CheckFailed(f"{command} passes for newsmark: {found[0]}")


def nothing_is_left_running(newsmark, folder):
    with Annotator(stand_in(folder, newsmark, hold=3)) as annotator:
        answers = annotator.annotate(rows())
        next(answers)
        process = annotator.process.popen
    assert process.returncode == -signal.SIGKILL
    # What it started is dead, too, though it may wait for init to see it.
    wait_for("the end of what it started", lambda: not alive_in_group(process.pid), seconds=10)


CHECKS = [
    same_as_the_plain_command,
    long_articles_do_not_block_the_pipes,
    memory_is_bounded,
    what_cannot_be_read_is_an_error_in_its_place,
    an_article_that_kills_or_hangs_is_an_error_and_the_others_go_on,
    a_process_that_somebody_kills_costs_no_article,
    a_command_that_does_not_work_blames_no_article,
    nothing_is_left_running,
]
