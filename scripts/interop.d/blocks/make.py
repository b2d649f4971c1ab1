"""Writes a spec of attempts at problems of all common questions, and what each must become.

Usage: make.py SPEC EXPECTED [PROBLEMS]. The sweep is the product of questions, keys and scores;
PROBLEMS more are drawn from a fixed seed. The spec is loaded by devdata, EXPECTED is read by
check.py.
"""

import itertools
import json
import random
import sys

RUN = "course-v1:edX+DemoX+2026"
LEGACY_RUN = "edX/capa.1/2012"

# Questions: how the problem is written, and answers as a spec writes them, each with the answer
# that the block must have.
CHOICES = "".join(f'<choice correct="{c}">{t}</choice>' for c, t in [("false", "a"), ("true", "b"), ("true", "c")])
QUESTIONS = {
    "multiple": (
        f'<multiplechoiceresponse><choicegroup type="MultipleChoice">{CHOICES}</choicegroup></multiplechoiceresponse>',
        [("choice_1", "choice_1"), ('"choice_2"', "choice_2")],
    ),
    "checkboxes": (
        f"<choiceresponse><checkboxgroup>{CHOICES}</checkboxgroup></choiceresponse>",
        [("[choice_1, choice_2]", ["choice_1", "choice_2"]), ("null", None)],
    ),
    "dropdown": (
        "<optionresponse><optioninput options=\"('True','False','007')\" correct=\"True\"/></optionresponse>",
        [("True", "True"), ("False", "False"), ("007", "007")],
    ),
    "numerical": (
        '<numericalresponse answer="3.14"><responseparam type="tolerance" default="1%"/>'
        "<formulaequationinput/></numericalresponse>",
        [("3.14", "3.14"), ("3.10", "3.10"), ("1e3", "1e3"), ("-7", "-7"), ('"2/3"', "2/3")],
    ),
    "text": (
        '<stringresponse answer="true" type="ci"><textline size="20"/></stringresponse>',
        [("true", "true"), ("NO", "NO"), ("2026-01-02", "2026-01-02"), ('"a <b> \\"c\\" & é"', 'a <b> "c" & é')],
    ),
    "formula": (
        '<formularesponse type="cs" samples="x@1:3#10" answer="2*x"><formulaequationinput/></formularesponse>',
        [("2*x", "2*x"), ("5", "5")],
    ),
}
KEYS = [
    "block-v1:edX+DemoX+2026+type@problem+block@{}",
    "block-v1:edX+DemoX+2026+type@problem+block@2_{}.x-y",
    "i4x://edX/capa.1/problem/old.{}..z",
]
# correct, grade as a share of max_grade; None: not said.
SCORES = [
    (None, None), ("true", None), ("false", None), (None, 0), (None, 0.3), (None, 1),
    ("true", 0.3), ("true", 1), ("false", 0), ("some", None), ("some", 0.2),
]
MAXIMA = ["1", "2.5", "10", None]


def attempt(rng, questions, correct, share, possible):
    """An attempt's line, and its answers by input."""
    words, answers, parts = [], {}, []
    for number, name in enumerate(questions, start=2):
        written, stored = rng.choice(QUESTIONS[name][1])
        parts.append(f"{number}_1: {written}")
        answers[f"{number}_1"] = stored
    words.append("answers: {" + ", ".join(parts) + "}")
    if correct == "some":
        words.append("correct: {2_1: true}")
    elif correct:
        words.append(f"correct: {correct}")
    if share is not None:
        words.append(f"grade: {share * float(possible or 1):.6g}")
    return "{" + ", ".join(words) + "}", answers


def main():
    spec, expected, more = sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 300
    rng = random.Random(20261130)
    names = list(QUESTIONS)
    cases = [
        ([name] * width, key, score, possible)
        for name, width, key, score, possible in itertools.product(
            names, (1, 2), KEYS, SCORES, ("1", "2.5")
        )
    ]
    for _ in range(more):
        cases.append(
            (rng.choices(names, k=rng.randint(1, 4)), rng.choice(KEYS), rng.choice(SCORES), rng.choice(MAXIMA))
        )
    lines, facts = ["users: [{username: ada}]", "problem_attempts:"], {}
    for number, (questions, key, (correct, share), possible) in enumerate(cases):
        if correct == "some" and len(questions) == 1:
            correct = "true"
        block = key.format(f"p{number}")
        count = rng.randint(0, 2)
        tries = [attempt(rng, questions, correct, share, possible) for _ in range(count)]
        course = f", course_id: {LEGACY_RUN}" if block.startswith("i4x") else ""
        top = f", max_grade: {possible}" if possible else ""
        lines.append(
            f'  - {{username: ada, block: "{block}"{course}{top}, attempts: [{", ".join(line for line, _ in tries)}]}}'
        )
        facts[block] = {
            "xml": "<problem>" + "".join(QUESTIONS[name][0] for name in questions) + "</problem>",
            "attempts": [answers for _, answers in tries],
            "possible": float(possible or 1),
            "course": LEGACY_RUN if course else RUN,
        }
    lines.append("video_positions:")
    for number, (written, seconds) in enumerate([("90", 90), ("00:01:30", 90), ("23:59:59", 86399)]):
        block = f"block-v1:edX+DemoX+2026+type@video+block@v{number}"
        lines.append(f'  - {{username: ada, block: "{block}", position: "{written}"}}')
        facts[block] = {"seconds": seconds, "course": RUN}
    with open(spec, "w", encoding="utf-8") as out:
        out.write("\n".join(lines) + "\n")
    with open(expected, "w", encoding="utf-8") as out:
        json.dump(facts, out)


main()
