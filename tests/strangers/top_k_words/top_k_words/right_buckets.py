# buckets by count, a subclass of ValueError, other order of tests
import unicodedata


class NegativeK(ValueError):
    pass


def top_k_words(reviews: list, banned: list, k: int) -> list:
    if k < 0:
        raise NegativeK
    table = {}
    for review in reviews:
        if review is not None:
            text = unicodedata.normalize("NFC", review).replace("’", "'").lower()
            pieces = "".join(c if c.isalpha() or c == "'" else " " for c in text).split()
            for piece in pieces:
                run = piece.split("'")
                chunk = ""
                for i, part in enumerate(run):
                    if part and chunk:
                        chunk += "'" + part
                    elif part:
                        chunk = part
                    if not part or i == len(run) - 1:
                        if chunk:
                            table[chunk] = table.get(chunk, 0) + 1
                        chunk = ""
    ban = set(
        map(
            str.strip,
            map(str.lower, (unicodedata.normalize("NFC", b).replace("’", "'") for b in banned)),
        )
    )
    buckets = {}
    for word, n in table.items():
        if word not in ban:
            buckets.setdefault(n, []).append(word)
    answer = []
    for n in sorted(buckets, reverse=True):
        if len(answer) >= k:
            break
        answer.extend(sorted(buckets[n]))
    del answer[k:]
    return answer
