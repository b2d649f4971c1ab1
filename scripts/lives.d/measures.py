"""What the pictures show, counted from statements and known answers."""

from collections import Counter, defaultdict
from datetime import datetime, timezone
from statistics import median

from world import BY_SERVERS, DAY

WEEK = 7 * DAY
LENGTHS = [(0, 180), (180, 360), (360, 540), (540, 720), (720, 10**9)]


class Measures:
    """Figures of one world, from one reading of its statements."""

    def __init__(self, world):
        self.world = world
        self.first, self.last = {}, {}
        self.weekdays = Counter()
        self.tries = defaultdict(Counter)
        self.solved = {}
        self.handed_in = {}
        for course, actor, moment, verb, block, statement in world.statements():
            if verb not in BY_SERVERS:
                self.first.setdefault((course, actor), moment)
                self.last[course, actor] = moment
                self.weekdays[datetime.fromtimestamp(moment, timezone.utc).weekday()] += 1
            if verb == "evaluated" and "type@problem" in block:
                self.answer(course, actor, moment, block.split("?")[0], statement)

    def answer(self, course, actor, moment, block, statement):
        extensions = statement["object"]["definition"].get("extensions", {})
        attempt = next((n for name, n in extensions.items() if name.endswith("attempt-id")), None)
        if attempt is None:
            return
        key = (course, actor, block)
        if statement["result"].get("success") and key not in self.solved:
            self.solved[key] = attempt
        place = self.world.blocks.get(block)
        if place and place["graded"]:
            self.handed_in.setdefault((course, actor, place["section"], place["subsection"]), moment)

    def staying(self, weeks):
        """Share of those who came that come still so many weeks later; those who passed or met the end count until then."""
        stays = []
        for key, first in self.first.items():
            end = self.world.courses[key[0]][1]
            ended = self.world.learners[key]["state"] == "passed" or self.last[key] > end - WEEK
            stays.append(((self.last[key] - first) / WEEK, not ended))
        share, shares = 1.0, []
        for week in range(weeks + 1):
            shares.append(share)
            there = sum(1 for stay, _ in stays if stay >= week)
            left = sum(1 for stay, gone in stays if gone and week <= stay < week + 1)
            share *= 1 - left / there if there else 0
        return shares

    def by_weekday(self):
        return [100 * self.weekdays[day] / self.weekdays.total() for day in range(7)]

    def grades(self):
        """Percent grades of those who came and have one."""
        learners = self.world.learners
        return [int(learners[key]["course_grade"]) for key in self.first if learners[key]["course_grade"]]

    def attempts(self):
        """Percent of solved problems by the number of the attempt that was right, five or more together."""
        numbers = Counter(min(5, attempt) for attempt in self.solved.values())
        return [100 * numbers[n] / numbers.total() for n in range(1, 6)]

    def watched(self):
        """Median share of a video that a learner who opened it has played, by class of length."""
        shares = [[] for _ in LENGTHS]
        for row in self.world.answers("expected_video_seconds"):
            length = int(row["video_duration"])
            place = next(i for i, (low, high) in enumerate(LENGTHS) if low <= length < high)
            shares[place].append(int(row["truth_distinct_seconds"]) / length)
        return [median(some) if some else None for some in shares]

    def days_to_due(self, first, last):
        """Percent of graded work by the day on which it was begun, 0 for the last one."""
        days = Counter()
        for (course, _, section, _), moment in self.handed_in.items():
            days[int((moment - self.world.due(course, section)) // DAY) + 1] += 1
        return [100 * days[day] / days.total() for day in range(first, last + 1)]
