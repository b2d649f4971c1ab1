"""Opens learner state that devdata loaded with the real blocks of xblocks-contrib.

Usage: check.py FOLDER EXPECTED, the embedded server's folder and what make.py wrote. Each state,
also each version, must open without an error, show the answers that the spec gave, and have the
score that is stored beside it, also when the block adds up its inputs again. Ends with 1 and a
list of what is wrong, if something is.
"""

import datetime
import gettext
import json
import logging
import pathlib
import sys
import warnings

warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)

import django
import pymysql
from django.conf import settings

settings.configure(
    INSTALLED_APPS=["xblocks_contrib.problem.capa"],
    TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}],
    SECRET_KEY="only for this check",
    USE_TZ=True,
)
django.setup()

from unittest.mock import Mock

from fs.memoryfs import MemoryFS
from lxml import html as lxml_html
from opaque_keys.edx.keys import CourseKey, UsageKey
from xblock.core import XBlockMixin
from xblock.field_data import DictFieldData
from xblock.fields import Boolean, Scope, ScopeIds, String
from xblock.test.tools import TestRuntime
from xblocks_contrib.problem.capa_block import ProblemBlock
from xblocks_contrib.video.video import VideoBlock

EARLIER = "coursewarehistoryextended_studentmodulehistoryextended"


class Inherited(XBlockMixin):
    """What the platform mixes into all blocks and these ask for."""

    graded = Boolean(default=False, scope=Scope.settings)
    due = String(default=None, scope=Scope.settings)


def services():
    user = Mock()
    user.get_current_user.return_value.opt_attrs = {
        "edx-platform.user_id": 5,
        "edx-platform.deprecated_anonymous_user_id": "a" * 32,
    }
    sandbox = Mock()
    sandbox.can_execute_unsafe_code = lambda: False
    sandbox.get_python_lib_zip = lambda: None
    replace = Mock()
    replace.replace_urls = lambda text, *more, **named: text
    cache = Mock()
    cache.get.return_value = None
    return {
        "user": user,
        "i18n": gettext.NullTranslations(),
        "cache": cache,
        "sandbox": sandbox,
        "xqueue": Mock(),
        "replace_urls": replace,
    }


RUNTIME = TestRuntime(services=services(), mixins=[Inherited])
RUNTIME.resources_fs = MemoryFS()
RUNTIME.handler_url = lambda *more, **named: "/handler"
RUNTIME.local_resource_url = lambda *more, **named: "/resource"
RUNTIME.publish = lambda *more, **named: None


def opened(kind, key, fields):
    return RUNTIME.construct_xblock_from_class(
        kind, ScopeIds("5", kind.__name__, key, key), DictFieldData(fields)
    )


def shown(page, input_id):
    """The answer that a page shows for an input: None, a text or a list."""
    texts = page.xpath(f'//input[@name="input_{input_id}" and @type="text"]/@value')
    if texts:
        return texts[0] or None
    if page.xpath(f'//input[@name="input_{input_id}[]"]'):
        ticked = page.xpath(f'//input[@name="input_{input_id}[]" and @checked]/@value')
        return list(ticked) or None
    picked = page.xpath(f'//input[@name="input_{input_id}" and @checked]/@value')
    picked += page.xpath(f'//select[@name="input_{input_id}"]/option[@selected]/@value')
    return picked[0] if picked else None


def problems_of(key, fact, state, grade, possible, attempt):
    """What is wrong with a problem's state after an attempt; None for one that was only viewed."""
    block = opened(ProblemBlock, key, {"data": fact["xml"], **state})
    content = block.student_view(None, True).content
    if "Error formatting HTML" in content or "cannot create LoncapaProblem" in content:
        yield content[:300]
        return
    page = lxml_html.fromstring(block.get_problem_html(encapsulate=False))
    prefix = key.html_id()
    answers = fact["attempts"][attempt] if attempt is not None else {}
    for number, answer in answers.items():
        found = shown(page, f"{prefix}_{number}")
        if found != answer:
            yield f"shows {found!r} for input {number}, not {answer!r}"
    inputs = {i for responder in block.lcp.responders.values() for i in responder.answer_ids}
    for field in ("student_answers", "correct_map", "input_state"):
        strange = set(state.get(field, {})) - inputs
        if strange:
            yield f"{field} has {sorted(strange)}, which are no inputs"
    if attempt is None:
        if grade is not None or block.attempts:
            yield "a problem that was only viewed has a score"
        return
    if block.attempts != attempt + 1 or not block.done:
        yield f"attempts is {block.attempts}, done {block.done}"
    score = block.get_score()
    if (score.raw_earned, score.raw_possible) != (grade, possible):
        yield f"score is {score}, the row has {grade} of {possible}"
    added = block.lcp.calculate_score()["score"]
    if abs(added - grade) > 1e-9:
        yield f"the inputs add up to {added}, the row has {grade}"
    if not 0 <= grade <= possible == fact["possible"]:
        yield f"grade {grade} of {possible}"
    words = {entry["correctness"] for entry in state["correct_map"].values()}
    if possible and words == {"correct"} and abs(grade - possible) > 1e-9:
        yield f"all inputs are correct and the grade is {grade} of {possible}"
    # The platform grades again at a rescore, with the stored answers.
    block.lcp.grade_answers(block.lcp.student_answers)


def main():
    home, expected = pathlib.Path(sys.argv[1]), json.loads(pathlib.Path(sys.argv[2]).read_text())
    server = dict(
        line.split("=", 1)
        for line in (home / "server.properties").read_text().splitlines()
        if "=" in line
    )
    connection = pymysql.connect(
        host="127.0.0.1",
        port=int(server["port"]),
        user="root",
        password=(home / "password").read_text(),
        database="edxapp",
        charset="utf8mb4",
    )
    cursor = connection.cursor()
    cursor.execute("SELECT id, module_id, course_id, state, grade, max_grade FROM courseware_studentmodule")
    rows = cursor.fetchall()
    cursor.execute(f"SELECT student_module_id, state, grade, max_grade FROM {EARLIER} ORDER BY id")
    versions = {}
    for module, *version in cursor.fetchall():
        versions.setdefault(module, []).append(version)
    failures, states = [], 0
    if {row[1] for row in rows} != set(expected):
        failures.append(f"{len(rows)} rows for {len(expected)} records")
    for row, module_id, course_id, state, grade, possible in rows:
        fact = expected[module_id]
        key = UsageKey.from_string(module_id).map_into_course(CourseKey.from_string(course_id))
        found = []
        if "seconds" in fact:
            states += 1
            video = opened(VideoBlock, key, json.loads(state))
            if video.fields["saved_video_position"].from_json(
                json.loads(state)["saved_video_position"]
            ) != datetime.timedelta(seconds=fact["seconds"]):
                found.append(f"the video is at {video.saved_video_position}")
        else:
            kept = versions.get(row, [])
            if len(kept) != len(fact["attempts"]) + 1 or kept[-1] != [state, grade, possible]:
                found.append(f"{len(kept)} versions of {len(fact['attempts'])} attempts")
            for number, (text, earned, top) in enumerate(kept):
                states += 1
                try:
                    found += problems_of(
                        key, fact, json.loads(text), earned, top, number - 1 if number else None
                    )
                except Exception as error:  # pylint: disable=broad-exception-caught
                    found.append(f"{type(error).__name__}: {error}")
        failures += [f"{module_id}: {problem}" for problem in found]
    print(f"xblocks-contrib: {states} states of {len(rows)} blocks opened, {len(failures)} things wrong")
    for failure in failures[:20]:
        print(f"  {failure}", file=sys.stderr)
    sys.exit(1 if failures else 0)


main()
