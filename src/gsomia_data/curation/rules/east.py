"""What shows that a text is Korean or Japanese."""

import re

LETTER = re.compile(r"[가-힣ぁ-ゖァ-ヺー々〇㐀-鿿]")
"""A letter of Korean or Japanese."""
