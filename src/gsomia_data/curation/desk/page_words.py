"""The words by which lines of a web page are known that are not a part of its article.

They are in small letters with plain marks, as ``fold`` gives them.
"""

from dataclasses import dataclass, replace

from gsomia_data.curation.rules.wordlist import lines, split


@dataclass(frozen=True, slots=True)
class PageWords:
    """Lists of words and phrases, as one value, so that a test can take an entry out.

    Attributes:
        services: Whole lines that offer a service, or are a label of the page.
        labels: Whole lines, or the beginning of a line before a colon or a bar: other articles
            follow.
        offers: The beginning of lines that ask the reader to do something.
        player: Whole lines of a video player.
        headings: Whole lines that are a heading wherever they are.
        pictures: What names a picture, before a colon or "by", or at the beginning of its credit
            between brackets.
        rights: The beginning of a copyright line.
        reserved: Words of a copyright line, wherever they are in it.
        contributions: Words of a line that credits a contributor.
        staff: The beginning of a line that credits who reported or edited.
        agencies: What is in the brackets of a Korean or Japanese dateline, if no equals sign is.
        authors: What follows the name of an author in Korean and Japanese.
    """

    services: frozenset[str]
    labels: frozenset[str]
    offers: frozenset[str]
    player: frozenset[str]
    headings: frozenset[str]
    pictures: frozenset[str]
    rights: frozenset[str]
    reserved: frozenset[str]
    contributions: frozenset[str]
    staff: frozenset[str]
    agencies: frozenset[str]
    authors: frozenset[str]

    def without(self, name: str, word: str) -> "PageWords":
        """These lists without one word of one of them."""
        return replace(self, **{name: getattr(self, name) - {word}})


PAGE_WORDS = PageWords(
    services=lines(
        """advertisement
        breaking news
        comments
        menu
        print
        share
        공유하기
        댓글
        메뉴
        メニュー
        広告"""
    ),
    labels=lines(
        """more on this story
        read also
        read more
        related
        related articles
        related stories
        see also
        관련 기사
        관련기사
        기사 더보기
        続きを読む
        関連記事"""
    ),
    offers=lines(
        """chat with us
        click here
        follow us
        log in to
        share this
        sign up for
        sign up to
        subscribe to our
        to write comments"""
    ),
    player=lines(
        """just watched
        more videos ...
        must watch
        replay"""
    ),
    headings=lines(
        """key points
        story highlights"""
    ),
    pictures=split("image photo picture via 사진 写真"),
    rights=split("(c) © ⓒ copyright <저작권자"),
    reserved=lines(
        """all rights reserved
        무단 전재
        무단전재
        無断転載"""
    ),
    contributions=lines(
        """contributed reporting
        contributed to this article
        contributed to this report
        contributed to this story"""
    ),
    staff=lines(
        """additional reporting by
        editing by
        reporting by
        writing by"""
    ),
    agencies=split("共同 時事 ロイター 通信 新聞 聯合 통신 뉴스"),
    authors=split("기자 특파원 記者 特派員"),
)
"""The lists as ``parts`` reads them."""
