# No earlier answer: a character loop, then one bucket of words per count, from the top.
import unicodedata


def normalise(text):
    return unicodedata.normalize("NFC", text).replace("\u2019", "'").lower()


def top_k_words(reviews, banned, k):
    if k < 0:
        raise ValueError("k < 0")
    stop = set()
    for entry in banned:
        stop.add(normalise(entry).strip())

    counts = {}
    for review in reviews:
        if review is None:
            continue
        text = normalise(review)
        start = None
        for i in range(len(text) + 1):
            inside = i < len(text) and (
                text[i].isalpha()
                or text[i] == "'"
                and start is not None
                and text[i - 1].isalpha()
                and text[i + 1 : i + 2].isalpha()
            )
            if inside and start is None:
                start = i
            elif not inside and start is not None:
                word = text[start:i]
                start = None
                if word not in stop:
                    counts[word] = counts.get(word, 0) + 1

    buckets = [[] for _ in range(max(counts.values(), default=0) + 1)]
    for word, count in counts.items():
        buckets[count].append(word)
    result = []
    for bucket in reversed(buckets):
        if len(result) >= k:
            break
        result.extend(sorted(bucket))
    return result[:k]
