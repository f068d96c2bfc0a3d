"""The words that limit a number, before it and behind it; they are a part of its expression."""

from gsomia_data.curation.rules.wordlist import WordList, lines

LIMITS = (
    WordList(
        "number before: above",
        "the true number is more than the one named",
        lines("""
            more than
            over
            above
            exceeding
            surpassing
            topping
            greater than
            higher than
            larger than
            upwards of
            upward of
            in excess of
            north of
            >
        """),
    ),
    WordList(
        "number before: at least",
        "the true number is the one named or more",
        lines("""
            at least
            no less than
            no fewer than
            not less than
            not fewer than
            never less than
            never fewer than
            as few as
            as little as
            a minimum of
            minimum of
            not under
            not below
            ≥
        """),
    ),
    WordList(
        "number before: below",
        "the true number is less than the one named",
        lines("""
            less than
            fewer than
            lower than
            smaller than
            under
            below
            south of
            <
        """),
    ),
    WordList(
        "number before: at most",
        "the true number is the one named or less",
        lines("""
            at most
            at the most
            up to
            no more than
            not more than
            never more than
            no greater than
            not exceeding
            not over
            not above
            as many as
            as much as
            a maximum of
            maximum of
            ≤
        """),
    ),
    WordList(
        "number before: almost",
        "the true number is less than the one named, but not by a tenth of it",
        lines("""
            almost
            nearly
            very nearly
            just under
            just below
            just short of
            just shy of
            shy of
        """),
    ),
    WordList(
        "number before: about",
        "the true number is near the one named, on either side",
        lines("""
            about
            around
            just about
            approximately
            approx
            approx.
            close to
            roughly
            some
            circa
            c.
            ca.
            an estimated
            estimated
            estimated at
            estimated to be
            in the region of
            in the neighborhood of
            in the neighbourhood of
            in the vicinity of
            on the order of
            something like
            ~
            ≈
        """),
    ),
    WordList(
        "number behind: at least",
        "the true number is the one named or more",
        lines("""
            or more
            or over
            or above
            or higher
            and more
            and up
            and above
            and over
            and counting
            and older
            or older
            plus
            - plus
            +
            odd
            - odd
            at least
            at a minimum
            at the least
            upwards
        """),
    ),
    WordList(
        "number behind: at most",
        "the true number is the one named or less",
        lines("""
            or fewer
            and younger
            or younger
            or less
            or under
            or below
            or lower
            at most
            at the most
            at a maximum
        """),
    ),
    WordList(
        "number behind: about",
        "the true number is near the one named, on either side",
        lines("""
            or so
            or thereabouts
            or thereabout
            - ish
            give or take
            approximately
            roughly
        """),
    ),
)
"""By the side on which they stand and by what they mean."""
