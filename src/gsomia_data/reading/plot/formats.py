"""The formats in which a figure is written."""

from typing import Literal, get_args

ImageFormat = Literal["svg", "png"]
FORMATS: tuple[ImageFormat, ...] = get_args(ImageFormat)
