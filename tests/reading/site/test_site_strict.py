"""The reader of the site's pages refuses what browsers would mend, each in another way."""

import pytest

from kit.html import MalformedError, Page
from kit.site import marked, named, offset, raw, scheme

GOOD = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>x</title></head>
<body><a href="#m">skip</a>
<header><nav id="n" aria-label="Site"><a href="x.html">x</a></nav></header>
<main id="m"><h1>x</h1>%s</main><footer><p>x</p></footer></body></html>
"""
MENDED = {
    "<p>a": "where",
    "<p>a</p></p>": "where",
    "<p><div>a</div></p>": "in <p>",
    "<p id='a'>a</p><p id='a'>a</p>": "2 times",
    "<p id='a b'>a</p>": "is not an id",
    "<p id=''>a</p>": "is not an id",
    "<p class='a' class='b'>a</p>": "twice",
    "<a href='a'><a href='b'>a</a></a>": "<a> in <a>",
    "<a href='a'><button>b</button></a>": "<button> in <a>",
    "<a href='a'></a>": "no name",
    "<a>a</a>": "leads nowhere",
    "<a href='x?a&b'>a</a>": "bare &",
    "<h3>a</h3>": "level 3",
    "<h1>a</h1>": "one h1",
    "<h2> </h2>": "no words",
    "<img src='a'>": "no alt",
    "<input type='search'>": "no label",
    "<label for='q'>a</label>": "not there",
    "<label>a</label>": "no field",
    "<p aria-labelledby='q'>a</p>": "not there",
    "<table><tr><td>a</td></tr></table>": "directly in <table>",
    "<table><tbody><tr>a</tr></tbody></table>": "text directly",
    "<ul><p>a</p></ul>": "directly in <ul>",
    "<div/>": "does not close itself",
    "<p a\"b='c'>a</p>": "has an attribute",
    "<nav aria-label='Site'>a</nav>": "navigations",
    "<nav>a</nav>": "navigations",
    "<!x>": "a ",
    "<?x>": "processing",
    "a\x00b": "control",
    "a\rb": "control",
    "</main><main>": "landmarks main",
    "<iframe src='a'></iframe>": "frame",
    "<script>a</script></script>": "where",
}


@pytest.mark.parametrize("text", MENDED)
def test_what_a_browser_would_mend_is_refused(text: str) -> None:
    """With the place and the reason."""
    assert Page(GOOD % "").ids
    with pytest.raises(MalformedError, match=MENDED[text]):
        Page(GOOD % text)


@pytest.mark.parametrize(
    "text",
    [
        "<h2>a</h2><h3>a</h3><h2>a</h2>",
        "<svg viewBox='0 0 1 1' aria-hidden='true'><circle cx='4%'/><line x1='1'></line></svg>",
        "<label>a <input type='checkbox'></label><label for='q'>a</label><input id='q'>",
        "<dl><div><dt>a</dt><dd>b</dd></div></dl><br><p>a &amp; &lt;b&gt; &#8212;</p>",
        "<details><summary>a</summary><p>b</p></details>",
        '<script type=\'application/ld+json\'>{"a": "\\u003c"}</script><!-- a -->',
    ],
)
def test_what_is_strict_is_read(text: str) -> None:
    """As it is."""
    assert "m" in Page(GOOD % text).ids


def test_text_is_exact() -> None:
    """With its blanks, and with what is escaped in it."""
    page = Page(GOOD % "<p class='line'>  a&#x1F600;\n\u00a0<span>b</span>&lt;/p&gt; </p>")
    assert page.one(of="line").text == "  a\U0001f600\n\u00a0b</p> "


def test_marks_and_names_are_counted_in_characters() -> None:
    """Of the whole quote, across segments, whatever is around the text."""
    quote = Page(
        GOOD % "<p><span data-quote='x-1'>\U0001f600<mark data-w='q1-w1-4'>a<span data-w='q1-w2-5 "
        "q1-w1-4'>b<b></b>c</span></mark><i data-w='q1-w2-5'>d</i>e</span></p>"
    ).one(having="data-quote")
    assert marked(quote) == {1, 2, 3}
    text, segments = named(quote, "q1-w2-5")
    assert text == "bcd"
    assert len(segments) == 2
    assert [offset(quote, one) for one in segments] == [2, 4]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("<td></td>", ""),
        ("<td><a href='x'><span class='v'>a</span><span class='vh'>, judged</span></a></td>", "a"),
        (
            "<td><a href='x'><data class='v' value='2016-11'>November 2016</data></a></td>",
            "2016-11",
        ),
        ("<td><data value=''>none</data></td>", ""),
        ("<td><span class='v'><span class='v'> a\nb </span></span></td>", " a\nb "),
    ],
)
def test_raw_values(cell: str, value: str) -> None:
    """By the rule on which the pages and the script agree."""
    page = Page(GOOD % f"<table><tbody><tr>{cell}</tr></tbody></table>")
    assert raw(page.one("td")) == value


@pytest.mark.parametrize(
    ("href", "wanted"),
    [
        ("a.html#x:y", ""),
        ("../a/b.html", ""),
        ("#is.a=b:c", ""),
        ("https://x.example", "https"),
        (" java\nscript:x", "javascript"),
        ("\x00JavaScript:x", "javascript"),
        ("//x.example", "//"),
        ("\\\\x.example", "//"),
        ("data:,x", "data"),
    ],
)
def test_schemes(href: str, wanted: str) -> None:
    """As browsers read them."""
    assert scheme(href) == wanted
