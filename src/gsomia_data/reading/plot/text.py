"""Text in a figure: its size, its width, and the lines that fit."""

from matplotlib.font_manager import FontProperties
from matplotlib.textpath import TextToPath

SIZE = 7.0
"""In points: the smallest that journals print."""
_MEASURED = TextToPath()


def width(text: str, *, bold: bool = False) -> float:
    """The width of a text on one line, in points."""
    font = FontProperties(size=SIZE, weight="bold" if bold else "normal")
    measured, _, _ = _MEASURED.get_text_width_height_descent(text, font, ismath=False)
    return float(measured)


def lines(text: str, room: float, *, bold: bool = False) -> list[str]:
    """The text in lines that are not wider than ``room``, if no word of it is."""
    broken: list[str] = []
    for word in text.split(" "):
        longer = f"{broken[-1]} {word}" if broken else word
        if broken and width(longer, bold=bold) <= room:
            broken[-1] = longer
        else:
            broken.append(word)
    return broken
