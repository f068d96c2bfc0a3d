"""What a name proves beside which words: the documented table of the rule `alias`."""

from gsomia_data.curation.rules.shape import Shape


def _shape(name: str, means: str, example: str, answer: str = "", column: str = "") -> Shape:
    rule = "alias" if answer else ""
    return Shape(name, means, rule, example, answer, column or "reactions.actor")


SHAPES = (
    _shape("a name or abbreviation", "the actor", "<North Korea> said so.", "prk"),
    _shape("a capital and its verb", "the state", "<Seoul> backed out in 2012.", "kor"),
    _shape(
        "capitals and their verb",
        "each state",
        "The deal lapsed, as Tokyo and <Seoul> agreed.",
        "kor",
    ),
    _shape(
        "a capital, which, and its verb", "the state", "<Seoul>, which signed, was pleased.", "kor"
    ),
    _shape(
        "a capital and its verb in the singular, behind a name, a comma and `and`",
        "the state",
        "It concerns Japan, and <Seoul> has agreed.",
        "kor",
    ),
    _shape(
        "`via` or `through` a capital, which, and its verb",
        "the state",
        "It went via <Seoul>, which acted as a broker.",
        "kor",
    ),
    _shape("done by a capital", "the state", "It was signed by <Seoul> and Tokyo.", "kor"),
    _shape(
        "an agreement between capitals", "each state", "A deal between <Seoul> and Tokyo.", "kor"
    ),
    _shape(
        "with a capital as", "the state", "It was signed with <Seoul> as an intermediary.", "kor"
    ),
    _shape(
        "adjective, then government, administration or cabinet",
        "the state",
        "The <South Korean government> said so.",
        "kor",
    ),
    _shape(
        "adjective, dash, name", "each state", "A <South Korean>-Japanese pact was signed.", "kor"
    ),
    _shape(
        "an adjective, for a country",
        "the country",
        "<South Korean> President Park spoke.",
        "kor",
        "actors.country",
    ),
    _shape("a body by its name", "the body", "The <Blue House> backtracked.", "blue-house"),
    _shape(
        "Japanese: a person with the title behind the name",
        "the person",
        "会談で<門倉直樹>防衛相が述べた。",
        "kadokura-naoki",
    ),
    _shape(
        "Japanese: a body and の, before a person by name",
        "the body",
        "<防衛省>の門倉直樹報道官が述べた。",
        "jpn-mod",
    ),
    _shape(
        "an agreement by its name or acronym",
        "the agreement",
        "The <GSOMIA> was signed.",
        "gsomia-2016",
        "reactions.agreement_id",
    ),
    _shape(
        "an agreement by its alias, with the article",
        "the agreement",
        "<The accord> was signed.",
        "gsomia-2016",
        "reactions.agreement_id",
    ),
    _shape("a capital that is something", "it may be the place", "<Seoul> is far from it."),
    _shape("a capital as a place", "where something is or goes", "He spoke in <Seoul> on Monday."),
    _shape("a capital before a noun", "the noun acts", "<Seoul> officials said so."),
    _shape("a capital's", "what it has acts", "<Seoul>'s ministry said so."),
    _shape(
        "a capital between places", "no word for an agreement", "Flights between <Seoul> and X."
    ),
    _shape("an adjective alone", "not the state", "A <South Korean> spokesman said so."),
    _shape("a body's name behind in, at, outside", "its building", "A rally at the <Blue House>."),
    _shape(
        "a name beside a word with a capital",
        "a longer name, perhaps, unless it is a title, a day or another name",
        "<Japan> Airlines said so.",
    ),
    _shape("a name in a compound", "another thing", "A <Tokyo>-based firm said so."),
    _shape("the body of another state", "not this one", "The Japanese <Blue House> said so."),
    _shape("Japanese: a body and の, に or で", "its building", "<防衛省>の前で集会があった。"),
    _shape("a part of a longer name", "the longer one", "North <Korea> said so."),
    _shape("a name without its capitals", "another word", "the <blue house> said so."),
    _shape(
        "an alias without its article",
        "another one, perhaps",
        "An <accord> was signed.",
        "",
        "reactions.agreement_id",
    ),
    _shape("a capital in Korean or Japanese", "it may be the place", "<서울>은 밝혔다."),
)
"""In the order in which the page shows them."""
