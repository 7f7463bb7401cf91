# a deque consumed from the left; an inner helper, default argument, annotations as strings
from __future__ import annotations

import unicodedata as ud
from collections import deque


def tokenize(review: str | None = None) -> list[str]:
    todo = deque(ud.normalize("NFC", review).replace("’", "'").lower()) if review else deque()
    found: list[str] = []
    while todo:
        c = todo.popleft()
        if not c.isalpha():
            continue
        word = [c]
        while todo and (
            todo[0].isalpha() or (todo[0] == "'" and len(todo) > 1 and todo[1].isalpha())
        ):
            word.append(todo.popleft())
        found.append("".join(word))
    return found
