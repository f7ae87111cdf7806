"""Colours as every screen knows them: eight bits, red, green and blue, nothing seen through."""

import io

from PIL import Image

_WHITE = (255, 255, 255)
_LONGEST_PROFILE = 1_000_000
_SIXTEEN_BITS = ("I;16", "I;16B", "I")


def flat(picture: Image.Image) -> Image.Image:
    """The picture in RGB; what can be seen through lies on white paper."""
    if picture.mode in _SIXTEEN_BITS:
        eight = picture.convert("I").point(lambda value: value * (1 / 256))
        return eight.convert("L").convert("RGB")
    if picture.has_transparency_data:
        clear = picture.convert("RGBA")
        paper = Image.new("RGB", picture.size, _WHITE)
        paper.paste(clear, mask=clear.getchannel("A"))
        return paper
    return picture.convert("RGB")


def in_srgb(picture: Image.Image, profile: bytes) -> Image.Image:
    """The picture with the colours that its ICC profile means, which then need not be kept.

    Without a profile, or without the library that reads one, the picture as it is.
    """
    if not profile or len(profile) > _LONGEST_PROFILE:
        return picture
    try:
        from PIL import ImageCms  # noqa: PLC0415  not every phone's Pillow has it

        meant = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        turned = ImageCms.profileToProfile(picture, meant, ImageCms.createProfile("sRGB"))
    except Exception:  # no such library, or a profile that is none
        return picture
    return turned if turned is not None else picture
