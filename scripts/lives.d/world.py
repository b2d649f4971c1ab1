"""A world of lives, read back from the files that a run has written."""

import csv
import gzip
import json
import re
from datetime import datetime, timezone
from pathlib import Path

DAY = 86_400
GRACE_DAYS = 2
COURSE = re.compile(r"course-v1:[^\"/]+|block-v1:([^\"/]+?)\+type@")
# What a server says of a learner, and not a learner does.
BY_SERVERS = {"registered", "unregistered", "earned", "passed", "failed", "progressed", "evaluated"}


def seconds(text):
    return datetime.fromisoformat(text.replace("Z", "+00:00")).replace(tzinfo=timezone.utc).timestamp()


class World:
    """Courses, blocks, learners and statements of one run of devdata."""

    def __init__(self, folder):
        self.folder = Path(folder) / "xapi-data"
        self.courses = {row[1]: (seconds(row[5]), seconds(row[6])) for row in self.rows("courses")}
        self.blocks = {row[2]: json.loads(row[4]) for row in self.rows("blocks")}
        self.sections = {}
        for row in self.rows("blocks"):
            self.sections[row[1]] = max(self.sections.get(row[1], 0), json.loads(row[4])["section"])
        self.learners = {(row["course_key"], row["actor_id"]): row for row in self.answers("learners")}

    def rows(self, name):
        with gzip.open(self.folder / f"{name}.csv.gz", "rt", newline="", encoding="utf-8") as lines:
            yield from csv.reader(lines)

    def answers(self, name):
        with gzip.open(self.folder / "answers" / f"{name}.csv.gz", "rt", newline="", encoding="utf-8") as lines:
            yield from csv.DictReader(lines)

    def statements(self):
        """Each statement: course, actor, seconds since 1970, verb, id of the object, the whole."""
        for _, moment, text in self.rows("xapi"):
            statement = json.loads(text)
            found = COURSE.search(text)
            course = "course-v1:" + found.group(1) if found.group(1) else found.group(0)
            yield (
                course,
                statement["actor"]["account"]["name"],
                seconds(moment),
                statement["verb"]["id"].rsplit("/", 1)[1],
                statement["object"]["id"].rsplit("/xblock/", 1)[-1],
                statement,
            )

    def due(self, course, section):
        """The moment at which graded work of a section is due: two days after the next one opens."""
        start, end = self.courses[course]
        period = (end - start) / self.sections[course]
        return min(end, start + (section * period) // DAY * DAY + GRACE_DAYS * DAY)
