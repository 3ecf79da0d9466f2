"""Palette and style sheet: only what widgets of our own do not paint themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette

from .tokens import BODY, CAPTION, RADIUS, RADIUS_SMALL, Theme

if TYPE_CHECKING:
    from .look import Look


def palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    told = QPalette()
    for name, value in (
        (role.Window, theme.window),
        (role.Base, theme.surface),
        (role.AlternateBase, theme.sunken),
        (role.Button, theme.surface),
        (role.Text, theme.text),
        (role.WindowText, theme.text),
        (role.ButtonText, theme.text),
        (role.PlaceholderText, theme.muted),
        (role.Highlight, theme.accent),
        (role.HighlightedText, theme.on_accent),
        (role.Link, theme.accent),
        (role.LinkVisited, theme.accent),
        (role.ToolTipBase, theme.text),
        (role.ToolTipText, theme.surface),
        (role.Mid, theme.edge),
        (role.Midlight, theme.line),
        (role.Accent, theme.accent),
    ):
        told.setColor(name, QColor(value))
    for name in (role.Text, role.WindowText, role.ButtonText):
        told.setColor(QPalette.ColorGroup.Disabled, name, QColor(theme.muted))
    return told


def style_sheet(look: Look) -> str:
    """No left and no right: a style sheet is not mirrored in RTL."""
    return "".join(part(look) for part in (_grounds, _fields, _floating, _scrolling))


def _grounds(look: Look) -> str:
    t, px = look.theme, look.px
    families = ", ".join(f'"{name}"' for name in look.font().families())
    return f"""
    QWidget {{ font-family: {families}; font-size: {px(BODY)}px; color: {t.text}; }}
    QLabel {{ background: transparent; }}
    QMainWindow, QDialog {{ background: {t.window}; }}
    QFrame[kind="card"] {{ background: {t.surface}; border: 1px solid {t.line};
        border-radius: {RADIUS}px; }}
    QFrame[kind="well"] {{ background: {t.sunken}; border: none; border-radius: {RADIUS}px; }}
    QFrame[kind="hairline"] {{ background: {t.line}; border: none; }}
    QScrollArea, QScrollArea > QWidget > QWidget[kind="page"] {{ background: transparent; }}
    """


def _fields(look: Look) -> str:
    t, px = look.theme, look.px
    inner = look.line() + px(14)  # of a control: 36 px at 100 %
    return f"""
    QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox {{
        background: {t.surface}; border: 1px solid {t.edge}; border-radius: {RADIUS_SMALL}px;
        padding: 0 {px(10)}px; placeholder-text-color: {t.muted};
        selection-background-color: {t.accent};
        selection-color: {t.on_accent}; }}
    QLineEdit, QAbstractSpinBox, QComboBox {{ min-height: {inner}px; max-height: {inner}px; }}
    QTextEdit, QPlainTextEdit {{ padding: {px(6)}px {px(8)}px; }}
    QLineEdit:focus, QTextEdit:focus, QPlainTextEdit:focus, QAbstractSpinBox:focus,
    QComboBox:focus {{ border: 2px solid {t.accent}; padding: 0 {px(10) - 1}px; }}
    QTextEdit:focus, QPlainTextEdit:focus {{ padding: {px(6) - 1}px {px(8) - 1}px; }}
    QLineEdit[wrong="true"], QTextEdit[wrong="true"], QPlainTextEdit[wrong="true"],
    QComboBox[wrong="true"], QAbstractSpinBox[wrong="true"] {{ border: 2px solid {t.brick}; }}
    QLineEdit:disabled, QTextEdit:disabled, QComboBox:disabled {{ background: {t.sunken};
        color: {t.muted}; border-color: {t.line}; }}
    QLineEdit:read-only {{ background: {t.sunken}; }}
    QTableView QLineEdit {{ min-height: 0; max-height: 9999px; border-radius: 0; }}
    """


def _floating(look: Look) -> str:
    """What opens over the page: lists of choices, menus, tips."""
    t, px = look.theme, look.px
    return f"""
    QComboBox::drop-down {{ border: none; width: {px(26)}px; }}
    QComboBox QAbstractItemView {{ background: {t.surface}; border: 1px solid {t.edge};
        padding: {px(4)}px; selection-background-color: {t.accent_soft};
        selection-color: {t.text}; outline: none; }}
    QMenu {{ background: {t.surface}; border: 1px solid {t.edge}; border-radius: {RADIUS_SMALL}px;
        padding: {px(6)}px; }}
    QMenu::item {{ padding: {px(7)}px {px(16)}px; border-radius: {RADIUS_SMALL - 2}px; }}
    QMenu::item:selected {{ background: {t.accent_soft}; color: {t.text}; }}
    QMenu::item:disabled {{ color: {t.muted}; }}
    QMenu::separator {{ height: 1px; background: {t.line}; margin: {px(6)}px {px(8)}px; }}
    QToolTip {{ background: {t.text}; color: {t.surface}; border: none; padding: {px(6)}px;
        font-size: {px(CAPTION)}px; }}
    """


def _scrolling(look: Look) -> str:
    t, px = look.theme, look.px
    return f"""
    QScrollBar:vertical {{ background: transparent; width: {px(10)}px; margin: 0; }}
    QScrollBar:horizontal {{ background: transparent; height: {px(10)}px; margin: 0; }}
    QScrollBar::handle {{ background: {t.edge}; border-radius: {px(3)}px; margin: {px(2)}px;
        min-height: {px(32)}px; min-width: {px(32)}px; }}
    QScrollBar::handle:hover {{ background: {t.muted}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QAbstractScrollArea::corner {{ background: transparent; border: none; }}
    QSplitter::handle {{ background: transparent; }}
    """
