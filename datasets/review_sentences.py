"""The sentences reviews are made of: templates with slots, by what they say.

Slots: {op} an opinion, {aspect} a thing to have an opinion about, {who} {when} {where} {thing}
what life is full of, {accented} a word with an accent. Every sentence has at least five words.
In each group the templates stand in order of how often they are used (Zipf).
"""

from __future__ import annotations

OPENING = (
    "I bought it for {who} and it came {when}",
    "I ordered this {when} for the {where}",
    "it came {when} and it is now in the {where}",
    "I use it in the {where} and on the {thing}",
    "{who} wanted it for the {thing} in the {where}",
    "this was a gift for {who} and it came {when}",
    "we have had it in the {where} for a year",
    "it is the second one and it stands on the {thing}",
    "after a month with it and the old {thing} here is my review",
)

OPINION = (
    "the {aspect} is {op} and it looks {op}",
    "it is {op} and the {aspect} is {op}",
    "the {aspect} of this one is {op}",
    "I think the {aspect} is {op}",
    "{who} says that it is {op}",
    "in the {where} it feels {op} to me",
    "so far it is {op} and the {aspect} is {op}",
    "the {aspect} was {op} right from the start",
    "for the {thing} it is {op} and for the {where} too",
    "the {thing} is old and this is {op} beside it",
)

# Said of what happened, not what somebody thinks.
FACT = {
    True: (
        "I use it every day and would buy it again",
        "we ordered a second one for {who}",
        "it still works and I recommend it to everyone",
        "it does what the page says and more",
        "it was worth the wait and the money",
    ),
    False: (
        "it stopped after a week and I sent it back",
        "I returned it and the refund took a month",
        "it fell apart when {who} used it",
        "it was a waste of money and of time",
        "the second one they sent had the same fault",
    ),
}

# The apostrophe stands here and nowhere else, so that its spelling can be studied.
DONT = {
    True: (
        "I don't regret it and it's on the {thing} every day",
        "you don't need more than this for the {where}",
        "I don't want to give it back and {who} can't either",
    ),
    False: (
        "I don't want it on the {thing} and it's in the {where} now",
        "you don't get what you see on the page",
        "they don't answer and it doesn't go with the {thing}",
    ),
}

ACCENTED = ("it is for the {accented} in the {where}", "{who} got one for the {accented} too")

# What is said about an aspect, neither good nor bad: its words keep each other company.
DETAIL = {
    "quality": ("the material and the finish are of the usual standard of quality",),
    "delivery": (
        "for the delivery the courier left the parcel on the doorstep",
        "the courier put the parcel on the doorstep and the delivery was done",
    ),
    "price": ("the price was within my budget and there was a discount, so less money",),
    "packaging": ("the packaging is cardboard with tape and wrapping around it",),
    "service": ("I sent an email to the service and the reply was about the refund",),
    "battery": (
        "on one charge the battery lasts and the power is there for a day",
        "the battery lasts, charge and power are there for a day and more",
        "one charge of the battery, the power lasts for a day",
    ),
    "screen": ("the screen has touch, so many pixels and some glare",),
    "sound": ("the sound comes from two speakers with bass and volume control",),
    "size": ("the size is medium, it fits and it is ten inches long",),
    "colour": ("the colour has another shade in the photo than the paint has",),
    "handle": ("the handle has a plastic grip for one hand",),
    "fabric": ("the fabric is cotton, I wash it and look at the seams",),
    "taste": ("the taste has a flavour of sugar, one cup a day",),
    "story": ("the story has a plot from the first pages to the last chapter",),
    "manual": ("the manual has a diagram, ten steps and a bag of screws",),
    "paper": ("the paper has lines and takes the ink of my pen",),
    "weight": ("the weight is two kilos, I lift it and keep my balance",),
    "zip": ("the zip is on the pocket of the bag next to the strap",),
}
