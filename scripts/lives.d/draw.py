"""Draws the pictures of docs/lives.md: what lives do, beside what was published of people."""

import sys
from math import exp
from pathlib import Path

import matplotlib

matplotlib.use("svg")
import matplotlib.pyplot as plt

from measures import Measures
from world import World

# Distinct also for those who are blind to colours; published is marked by more than a colour.
OPEN, CAMPUS, PUBLISHED = "#0072b2", "#56b4e9", "#d55e00"
plt.rcParams.update({
    "svg.hashsalt": "lives",
    "svg.fonttype": "none",
    "font.family": "sans-serif",
    "font.size": 10,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.edgecolor": "#555555",
    "axes.grid": True,
    "axes.axisbelow": True,
    "grid.color": "#e3e3e3",
    "legend.frameon": False,
    "figure.figsize": (6.4, 3.4),
    "figure.facecolor": "white",
    "figure.constrained_layout.use": True,
})


def save(folder, name):
    plt.savefig(folder / f"{name}.svg", metadata={"Date": None, "Creator": None})
    plt.close()


def survival(opened, campus):
    weeks = range(13)
    plt.plot(weeks, [100 * s for s in opened.staying(12)], color=OPEN, lw=2, label="lives, open course")
    plt.plot(weeks, [100 * s for s in campus.staying(12)], color=CAMPUS, lw=2, label="lives, campus course")
    plt.plot([0, 4, 8], [100, 100 / 3, 100 / 9], "o", color=PUBLISHED, ms=7, clip_on=False, label="36 open courses (Penn, The Atlantic 2014)")
    credit = [100 * exp(-((week / 12 / 6.4) ** 0.70)) for week in weeks]
    plt.plot(weeks, credit, "--", color=PUBLISHED, lw=2, label="credit courses (OULAD, Weibull 0.70)")
    plt.xlabel("weeks since the first visit")
    plt.ylabel("learners still there, %")
    plt.ylim(0, 102)
    plt.xlim(0, 12)
    plt.legend(loc="upper right", bbox_to_anchor=(1, 0.82), fontsize=9)


def pairs(labels, ours, published, name, source, color):
    places = range(len(labels))
    plt.bar([p - 0.2 for p in places], ours, 0.38, color=color, label=name)
    plt.bar([p + 0.2 for p in places], published, 0.38, color="white", edgecolor=PUBLISHED, hatch="////", label=source)
    plt.xticks(list(places), labels)
    plt.grid(axis="x", visible=False)
    plt.legend(fontsize=9)


def week(campus):
    days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    published = [19.5, 18.0, 12.8, 12.4, 14.2, 11.1, 12.0]
    pairs(days, campus.by_weekday(), published, "lives, campus course (UTC)", "a campus course (LAC)", CAMPUS)
    plt.ylabel("events, %")
    plt.ylim(0, 26)


def quantile(values, share):
    ordered = sorted(values)
    return ordered[round(share * (len(ordered) - 1))]


def grades(campus):
    values = campus.grades()
    shares = [100 / len(values)] * len(values)
    counts, _, _ = plt.hist(values, bins=range(0, 105, 5), weights=shares, color=CAMPUS, edgecolor="white", label="lives, campus course")
    top = max(counts)
    percentiles = [0.05, 0.25, 0.50, 0.75, 0.95]
    plt.plot([quantile(values, p) for p in percentiles], [top * 1.12] * 5, "s-", color=OPEN, ms=6, clip_on=False, label="its 5th, 25th, 50th, 75th, 95th percentile")
    plt.plot([28, 56, 80, 90, 97], [top * 1.24] * 5, "o--", color=PUBLISHED, ms=7, label="the same of a campus course (LAC)")
    plt.ylim(0, top * 1.85)
    plt.xlim(0, 100)
    plt.xlabel("course grade, %")
    plt.ylabel("graded learners, %")
    plt.legend(fontsize=9, loc="upper left")


def attempts(opened):
    labels = ["1", "2", "3", "4", "5 or more"]
    pairs(labels, opened.attempts(), [65, 18, 8, 4, 5], "lives, open course", "starting values (no source)", OPEN)
    plt.xlabel("attempt that was right")
    plt.ylabel("solved problems, %")


def video(opened):
    labels = ["0–3", "3–6", "6–9", "9–12", "over 12"]
    ours = [100 * (share or 0) for share in opened.watched()]
    pairs(labels, ours, [95, 85, 65, 48, 30], "lives, open course", "starting values (after Guo 2014)", OPEN)
    plt.xlabel("length of the video, minutes")
    plt.ylabel("median part watched, %")
    plt.ylim(0, 118)


def deadline(campus):
    days = list(range(-10, 8))
    plt.bar(days, campus.days_to_due(-10, 7), 0.8, color=CAMPUS, label="lives, campus course")
    published = {-10: 0.8, -7: 1.2, -5: 1.8, -4: 3.3, -3: 5.4, -2: 9.7, -1: 25.4, 0: 29.2, 1: 1.8, 7: 2.6}
    plt.plot(list(published), list(published.values()), "o", color=PUBLISHED, ms=7, label="credit courses (OULAD)")
    plt.xticks(days)
    plt.xlabel("day, 0 for the last one before the work is due")
    plt.ylabel("graded work begun, %")
    plt.grid(axis="x", visible=False)
    plt.legend(fontsize=9, loc="upper left")


def main(runs, folder):
    opened, campus = (Measures(World(Path(runs) / name)) for name in ("open", "campus"))
    pictures = {
        survival: (opened, campus),
        week: (campus,),
        grades: (campus,),
        attempts: (opened,),
        video: (opened,),
        deadline: (campus,),
    }
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for draw, worlds in pictures.items():
        draw(*worlds)
        save(folder, draw.__name__)


if __name__ == "__main__":
    main(*sys.argv[1:])
