"""Writes N made-up articles, the same ones every time: make-articles.py N FOLDER"""

import datetime
import pathlib
import random
import sys

count, folder = int(sys.argv[1]), pathlib.Path(sys.argv[2])
folder.mkdir(parents=True, exist_ok=True)
rng = random.Random(1)
words = """walk people with the study of barrier nerve cells months after relapse showed small change in memory and
balance while others kept their strength researchers asked whether light exercise sleep or food made a difference""".split()
topics = ["multiple sclerosis", "ALS", "NMOSD", "MOGAD", "stroke", "migraine", "epilepsy", "biomarkers"]
start = datetime.date(2016, 1, 1)


def prose(n):
    return " ".join(rng.choice(words) for _ in range(n)).capitalize() + "."


for i in range(count):
    day = start + datetime.timedelta(days=i * 3900 // count)
    sections = "\n\n".join(f"## Part {k}\n\n{prose(80)}\n\n- {prose(8)}\n- {prose(8)}" for k in range(1, 5))
    (folder / f"a{i:06}.md").write_text(f"""---
title: "{prose(8)[:-1]} ({i})"
date: {day}
topics: [{rng.choice(topics)}, {rng.choice(topics)}]
summary: "{prose(25)}"
credibility: {rng.randint(0, 50) / 10}
interest: {rng.randint(0, 50) / 10}
authors: [Bench Desk]
---
{prose(60)}

{sections}
""")
