"""The file formats of figures."""

from typing import Literal, get_args

ImageFormat = Literal["svg", "pdf", "png"]
FORMATS: tuple[ImageFormat, ...] = get_args(ImageFormat)
