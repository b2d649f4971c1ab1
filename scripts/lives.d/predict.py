"""How well clicks until the end of a run's fourth week say who will pass: area under the ROC curve on the other half.

Clicks are counted by type; no grade and no result of an answer is looked at. Learners are those who have clicked by
then and have not passed yet; which half one is in, their id decides.
"""

import sys
from collections import Counter, defaultdict
from math import log1p
from pathlib import Path

from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from world import BY_SERVERS, DAY, World

WEEKS = 4


def clicks(world):
    """Counts of what each learner has done by the end of week 4, and those who have passed by then."""
    counts, days, objects, last, passed = defaultdict(Counter), defaultdict(set), defaultdict(set), {}, set()
    for course, actor, moment, verb, block, _ in world.statements():
        key = (course, actor)
        until = world.courses[course][0] + WEEKS * 7 * DAY
        if moment >= until:
            continue
        if verb == "passed":
            passed.add(key)
        if verb not in BY_SERVERS:
            counts[key][verb] += 1
            days[key].add(moment // DAY)
            objects[key].add(block)
            last[key] = (until - moment) / DAY
    verbs = sorted({verb for one in counts.values() for verb in one})
    return {
        key: [log1p(one[verb]) for verb in verbs] + [log1p(len(days[key])), log1p(len(objects[key])), last[key]]
        for key, one in counts.items()
        if key not in passed
    }


def area(features, world):
    """Learners, those who pass, and the area of a model trained on one half of them."""
    halves = [], []
    for key, vector in features.items():
        halves[int(key[1][-1], 16) % 2].append((vector, world.learners[key]["state"] == "passed"))
    (train, known), (test, truth) = (list(zip(*half)) for half in halves)
    model = make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000)).fit(train, known)
    return len(features), sum(known) + sum(truth), roc_auc_score(truth, model.predict_proba(test)[:, 1])


def report(name, world):
    all_learners = clicks(world)
    still_there = {key: vector for key, vector in all_learners.items() if vector[-1] < 7}
    for who, features in ("all who came", all_learners), ("those who came in the last of them", still_there):
        learners, passes, found = area(features, world)
        print(
            f"clicks of {WEEKS} weeks, {name}, {who}: {learners:,} learners, {passes:,} pass later;"
            f" AUC {found:.2f} (0.75 to 0.90)",
            flush=True,
        )


for name in sys.argv[2:]:
    report(name, World(Path(sys.argv[1]) / name))
