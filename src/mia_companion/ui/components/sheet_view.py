"""A sheet as one reads it on a screen: what stands on the paper, in its order, and nothing else."""

import flet as ft

from mia_companion.paper.blocks import DOT, HEADING, NAME, SMALL, TITLE, Block, Sheet
from mia_companion.ui.components.cards import card
from mia_companion.ui.components.texts import body, heading, muted, strong


def sheet_view(paper: Sheet, level: int) -> ft.Control:
    """One card. `level` is that of the sheet's own heading; its sections are one below."""
    lines = [_line(block, level) for group in paper.groups for block in group]
    return card(lines, gap=6)


def _line(block: Block, level: int) -> ft.Control:
    if block.style == TITLE:
        return heading(block.text, level)
    if block.style == HEADING:
        return ft.Container(heading(block.text, level + 1), padding=ft.Padding.only(top=10))
    if block.style == NAME:
        return ft.Container(strong(block.text), padding=ft.Padding.only(top=4))
    if block.style == SMALL:
        return muted(block.text)
    if block.mark == DOT:
        mark = ft.Semantics(exclude_semantics=True, content=body("•"))
        said = body(block.text)
        said.expand = True
        return ft.Row([mark, said], spacing=8, vertical_alignment=ft.CrossAxisAlignment.START)
    return body(block.text)
