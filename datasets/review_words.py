"""The words reviews are made of: opinions, aspects with their company, and what life is full of.

Opinions stand in order of how often they are used (Zipf). All of them fit after "is" and "not".
"""

from __future__ import annotations

_POSITIVE = """
    great good excellent perfect comfortable sturdy lovely reliable nice easy-to-use beautiful
    useful amazing fantastic soft solid fast quiet handy fine practical bright smooth wonderful
    durable elegant light clean warm accurate cheap well-made simple fresh sharp stylish tidy crisp
    clear superb pleasant awesome brilliant cosy clever compact charming attractive impressive
    dependable delightful outstanding strong efficient stable safe generous gentle neat lively
    friendly intuitive precise powerful gorgeous flawless pretty responsive snug spacious stunning
    tasty thoughtful robust worthwhile flexible delicious incredible genuine graceful helpful
    heavy-duty rich splendid supportive terrific tough trusty versatile vivid watertight
    adorable affordable airy breathable cheerful convenient crunchy decent dazzling ergonomic
    exquisite faultless first-class fun handsome immaculate inspiring long-lasting luxurious
    magnificent marvellous plush polished punctual refreshing satisfying sleek timeless tasteful
"""

_NEGATIVE = """
    bad poor broken cheap-looking flimsy useless disappointing noisy slow terrible uncomfortable
    faulty awful late ugly weak thin loose rough damaged dirty overpriced heavy confusing stiff
    horrible wobbly unreliable scratched crooked blurry smelly dull bulky sticky leaky tiny stale
    brittle wrong misleading unstable clumsy harsh cracked fragile annoying rubbish dreadful shabby
    crude bent rusty torn tight bland bitter greasy messy mediocre loud cold dented defective
    complicated inaccurate incomplete itchy lopsided lumpy painful plasticky pointless sloppy
    squeaky stained tacky tedious tasteless uneven unsafe unpleasant unusable worn worthless
    atrocious awkward badly-made boring chipped coarse creaky dangerous dim disgusting faded
    feeble frayed frustrating fuzzy gloomy grainy hideous hollow impractical inferior jagged
    laughable limp mouldy musty patchy pathetic peeling ridiculous saggy shoddy soggy sour
    unfinished
"""

# An aspect and the three words that keep it company.
ASPECTS = {
    "quality": ("material", "finish", "standard"),
    "delivery": ("parcel", "courier", "doorstep"),
    "price": ("money", "budget", "discount"),
    "packaging": ("cardboard", "tape", "wrapping"),
    "service": ("email", "reply", "refund"),
    "battery": ("charge", "lasts", "power"),
    "screen": ("glare", "pixels", "touch"),
    "sound": ("bass", "volume", "speakers"),
    "size": ("fits", "inches", "medium"),
    "colour": ("shade", "photo", "paint"),
    "handle": ("grip", "hand", "plastic"),
    "fabric": ("cotton", "wash", "seams"),
    "taste": ("flavour", "cup", "sugar"),
    "story": ("chapter", "pages", "plot"),
    "manual": ("screws", "diagram", "steps"),
    "paper": ("ink", "pen", "lines"),
    "weight": ("kilos", "lift", "balance"),
    "zip": ("pocket", "bag", "strap"),
}
COMMON_ASPECTS = ("quality", "delivery", "price", "packaging", "service")
CATEGORY_ASPECTS = {
    "Books": ("story", "paper", "size"),
    "Electronics": ("battery", "sound", "screen"),
    "Garden": ("handle", "weight", "colour"),
    "Grocery": ("taste", "size", "paper"),
    "Home": ("fabric", "colour", "size"),
    "Office": ("paper", "colour", "manual"),
    "Sports": ("size", "weight", "zip"),
    "Toys": ("battery", "colour", "manual"),
}

# What fills the gaps of a sentence, most frequent first (Zipf).
_WHO = """
    my wife;my husband;my son;my daughter;my mother;my sister;my brother;a friend;my father;
    my mum;the kids;my partner;my neighbour;my grandson;my niece;a colleague;my aunt;my uncle;
    my boss;my cousin;my nephew;our teacher;my flatmate;my grandmother;the twins;our guests
"""
_WHEN = """
    last week;yesterday;in two days;on monday;a month ago;last month;in june;before christmas;
    on friday;three weeks ago;this morning;in the evening;over the weekend;on time;a year ago;
    last summer;in november;at noon;on a rainy sunday;in spring;after work;before breakfast;
    during the sale;on prime day;in the holidays;a fortnight ago;last autumn;in february
"""
_WHERE = """
    kitchen;garden;office;bedroom;living room;car;bathroom;balcony;garage;hallway;gym;school;
    camper;workshop;hotel;cellar;terrace;attic;train;studio;library;nursery;shed;park;beach;
    boat;tent;classroom;pantry;patio
"""
_THING = """
    table;shelf;cupboard;desk;window;door;bag;drawer;wall;floor;chair;sofa;phone;laptop;bike;
    suitcase;bed;lamp;box;pot;bottle;mirror;carpet;curtain;basket;radio;clock;toolbox;fridge;
    ladder;piano;guitar;pram;trolley;bench;hammock;printer;kettle;oven;vase;blanket;pillow;jacket;
    helmet;map;calendar;notebook;stool;candle;tray;bucket;rope;hook;fence;gate;stove;grill;sink;
    tap;towel;rug;frame;plant;bowl;plate;mug;spoon;knife;jar;lid;cable;plug;switch;camera;tripod;
    speaker;monitor;keyboard;mouse;stapler;folder;puzzle;kite;doll;train set;ball;racket;net
"""
_ACCENTED = "café;décor;fiancée;crème brûlée;soirée;jalapeño;piñata;fête;crêpe;rosé"

_DIGITS = "2pack;3rd;10min;2nd;100percent;5stars;4x;24h;1st;3in1"
EMOJI = ("😀", "👍", "❤️", "😡", "👎", "🎉", "⭐", "😕")


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(phrase.strip() for phrase in text.split(";"))


POSITIVE = tuple(_POSITIVE.split())
NEGATIVE = tuple(_NEGATIVE.split())
WHO, WHEN, WHERE, THING = map(_phrases, (_WHO, _WHEN, _WHERE, _THING))
ACCENTED, DIGITS = map(_phrases, (_ACCENTED, _DIGITS))

# Whole reviews in other languages: of happy customers, and of unhappy ones.
FOREIGN = {
    True: (
        "Sehr gute Qualität, schnelle Lieferung. Gerne wieder!",
        "Tolles Produkt, passt genau und fühlt sich groß und schön an.",
        "Bin begeistert, das würde ich jederzeit wieder kaufen.",
        "Отличное качество, всё пришло вовремя. Спасибо!",
        "Очень доволен покупкой, рекомендую всем друзьям.",
    ),
    False: (
        "Leider nach einer Woche kaputt, sehr enttäuschend.",
        "Schlechte Verarbeitung, riecht übel und ist viel zu groß.",
        "Ужасное качество, сломалось на второй день.",
        "Не работает, деньги до сих пор не вернули.",
    ),
}
