"""Fields and words as people meet them: typed dates, phones in Hebrew, text that grows."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from cop_desktop.errors import UserError
from cop_desktop.formats import dotted
from cop_desktop.i18n import catalog
from cop_desktop.ui.menu_place import open_below
from cop_desktop.ui.theme import Look
from cop_desktop.ui.widgets import (
    Button,
    Chip,
    Choice,
    DateField,
    EmptyState,
    Field,
    Label,
    LineEdit,
    ListRow,
    PhoneEdit,
    ScrollCard,
    TextArea,
    Toast,
    Words,
)
from cop_desktop.ui.widgets.month import MonthPopup
from cop_desktop.ui.widgets.typed_dates import read_date

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize("language", ["he", "en"])
def test_a_menu_begins_where_its_button_does(qtbot: QtBot, fonts: None, language: str) -> None:
    look = Look(language=language)
    button, menu = Button(look, "תפקידים", "ph.plus"), QMenu()
    menu.setLayoutDirection(look.direction)
    menu.addAction("more words than the button has")
    for it in (button, menu):
        qtbot.addWidget(it)
    button.move(400, 100)
    button.show()
    open_below(menu, button, look)
    side = "right" if look.rtl else "left"
    assert getattr(menu.geometry(), side)() == getattr(button.geometry(), side)()
    assert menu.geometry().top() >= button.geometry().bottom()
    menu.hide()


@pytest.fixture
def field(qtbot: QtBot) -> DateField:
    field = DateField(Look(), catalog("he"), "תאריך המפגש", TODAY, lambda day: f"יום {day.day}")
    qtbot.addWidget(field)
    return field


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2.12.2026", date(2026, 12, 2)),
        ("02/12/26", date(2026, 12, 2)),
        ("2-12", date(2026, 12, 2)),
        ("3.1", date(2027, 1, 3)),  # January comes next year
        ("2026-12-02", date(2026, 12, 2)),
    ],
)
def test_a_date_is_understood_as_people_type_it(typed: str, day: date) -> None:
    assert read_date(typed, TODAY) == day


@pytest.mark.parametrize("typed", ["31.2.2027", "1.13.2026", "מחר", "0.1.2026", "1.1.1026"])
def test_a_day_that_is_not_is_refused_in_words(typed: str) -> None:
    with pytest.raises(UserError):
        read_date(typed, TODAY)


def test_a_chosen_date_says_what_it_falls_on(field: DateField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.changed) as changed:
        qtbot.keyClicks(field.edit, "2.12.26")
        field.edit.editingFinished.emit()
    assert changed.args == [date(2026, 12, 2)]
    assert field.edit.text() == "2.12.2026"
    assert field.note.words.words() == "יום 2"


def test_a_wrong_date_keeps_what_was_typed_and_says_what_to_do(field: DateField) -> None:
    field.edit.setText("31.2.2027")
    field.edit.editingFinished.emit()
    assert field.edit.text() == "31.2.2027"
    assert field.day() is None
    assert "28" in field.note.words.words()


def test_the_calendar_is_walked_with_the_keyboard(qtbot: QtBot) -> None:
    popup = MonthPopup(Look(), catalog("he"), lambda _: "", TODAY)
    qtbot.addWidget(popup)
    popup.grid.set_day(date(2026, 12, 2))
    qtbot.keyClick(popup.grid, Qt.Key.Key_Left)  # ahead, in Hebrew
    qtbot.keyClick(popup.grid, Qt.Key.Key_Down)
    with qtbot.waitSignal(popup.chosen) as chosen:
        qtbot.keyClick(popup.grid, Qt.Key.Key_Return)
    assert chosen.args == [date(2026, 12, 10)]


def test_the_calendar_tells_of_every_day_it_passes(qtbot: QtBot) -> None:
    popup = MonthPopup(Look(), catalog("he"), lambda day: f"{day:%d.%m}", TODAY)
    qtbot.addWidget(popup)
    popup.grid.set_day(date(2026, 12, 2))
    qtbot.keyClick(popup.grid, Qt.Key.Key_Down)
    assert popup.told.words() == "09.12"


def test_a_phone_runs_left_to_right_and_a_number_stays_at_the_reading_side(qtbot: QtBot) -> None:
    phone, number = PhoneEdit(Look()), LineEdit(Look())
    qtbot.addWidget(phone)
    qtbot.addWidget(number)
    assert phone.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert phone.alignment() & Qt.AlignmentFlag.AlignLeft
    assert number.alignment() & Qt.AlignmentFlag.AlignRight


def test_names_are_never_read_as_markup(qtbot: QtBot) -> None:
    label, words = Label(Look(), "<b>דנה</b>"), Words(Look(), "<b>דנה</b>")
    qtbot.addWidget(label)
    qtbot.addWidget(words)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert "&lt;b&gt;" in words.text()


def test_an_error_stands_under_its_field_and_gives_way_to_help(qtbot: QtBot) -> None:
    field = Field(Look(), "שם", LineEdit(Look()), "כפי שיודפס")
    qtbot.addWidget(field)
    field.set_error("חסר שם")
    assert field.editor.accessibleDescription() == "חסר שם"
    field.set_error("")
    assert field.note.words.words() == "כפי שיודפס"


def test_a_toast_is_replaced_by_the_next_and_offers_to_take_back(qtbot: QtBot) -> None:
    row = ListRow(Look(), "ph.heart", "שורה")
    qtbot.addWidget(row)
    row.resize(900, 400)
    row.show()
    toast = Toast(Look(), row)
    toast.say("נמחק סעיף", "ביטול")
    toast.say("נמחק מפגש", "ביטול")
    assert toast.words.text() == "נמחק מפגש"
    with qtbot.waitSignal(toast.acted):
        qtbot.mouseClick(toast.action, Qt.MouseButton.LeftButton)
    assert toast.isHidden()
    row.close()  # a shown widget nobody holds may be collected while it is painted


@pytest.mark.parametrize("scale", [0.8, 1.0, 2.0])
def test_nothing_is_lower_than_its_line_of_text(scale: float, qtbot: QtBot) -> None:
    look = Look(scale=scale)
    look.apply(QApplication.instance())  # type: ignore[arg-type]
    for made in (Button(look, "שמירה", "ph.check"), Chip(look, "טיוטה"), LineEdit(look)):
        qtbot.addWidget(made)
        assert made.sizeHint().height() >= look.line(12)


def test_an_empty_place_wraps_its_words_where_room_is_short(qtbot: QtBot) -> None:
    place = EmptyState(Look(), "ph.user", "חבר אחד, מקרוב", "בחירת שם ברשימה מציגה את פרטיו. " * 6)
    qtbot.addWidget(place)
    place.resize(280, 500)
    place.show()
    assert place.minimumSizeHint().width() < 280
    assert place.why.geometry().right() <= place.width()
    assert place.why.height() >= place.why.heightForWidth(place.why.width())
    narrow = place.why.height()
    place.resize(600, 500)
    assert place.why.minimumHeight() < narrow


def test_the_whole_row_is_the_target(qtbot: QtBot) -> None:
    row = ListRow(Look(), "ph.heart", "שומרי הקהילה", action="פתיחה")
    qtbot.addWidget(row)
    row.resize(400, 46)
    row.show()
    with qtbot.waitSignal(row.clicked):
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.rect().center())
    with qtbot.waitSignal(row.clicked):
        qtbot.keyClick(row, Qt.Key.Key_Return)
    with qtbot.waitSignal(row.acted):
        qtbot.mouseClick(row.action, Qt.MouseButton.LeftButton)
    row.close()


def test_a_paragraph_reads_in_the_direction_of_its_own_letters(qtbot: QtBot) -> None:
    area = TextArea(Look(language="en"))
    qtbot.addWidget(area)
    area.resize(300, 100)
    area.show()
    assert _full_stop_is_left(area, "שלום לכם.")
    assert not _full_stop_is_left(area, "Hello.")


def _full_stop_is_left(area: TextArea, words: str) -> bool:
    area.setPlainText(words)
    begins = area.cursorRect().x()
    area.moveCursor(QTextCursor.MoveOperation.End)
    return area.cursorRect().x() < begins


def test_long_words_in_a_choice_end_in_dots(qtbot: QtBot) -> None:
    choice = Choice(Look(language="en"))
    qtbot.addWidget(choice)
    choice.add("A name that is far longer than the field is wide", 1)
    choice.add("A name that is far longer than th", 2)
    choice.setFixedWidth(170)
    choice.show()
    whole = choice.grab().toImage()
    choice.set_value(2)
    assert choice.grab().toImage() == whole  # both end in dots at the same place


def test_parts_joined_by_dots_stand_in_the_order_of_the_interface(qtbot: QtBot) -> None:
    told = dotted("תשפ״ז", "2026/27")
    ours, plain = Label(Look(language="he"), told), Label(Look(language="he"), f"\u200f{told}")
    for label in (ours, plain):
        qtbot.addWidget(label)
        label.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        label.resize(200, 24)
    assert ours.grab().toImage() == plain.grab().toImage()


def test_what_people_wrote_runs_line_by_line_in_its_own_direction(qtbot: QtBot) -> None:
    """A question mark of a Hebrew line stands at its left end in an English window, too."""
    english = Look(language="en")
    said = Words(english, "מה התקדם?\nWhat next?", written=True)
    lines = said.text().split("<br>")
    assert [line.count("\u2068") for line in lines] == [1, 1]
    assert said.words() == "מה התקדם?\nWhat next?"
    assert "\u2068" not in Words(english, "מה התקדם?").text()


def test_a_row_is_never_a_window_of_its_own_while_it_is_made(qtbot: QtBot) -> None:
    alone: list[str] = []

    class Watch(QObject):
        def eventFilter(self, thing: QObject, event: QEvent) -> bool:  # noqa: N802
            if event.type() == QEvent.Type.Show and isinstance(thing, QWidget):
                alone.append(type(thing).__name__) if thing.isWindow() else None
            return False

    watch, app = Watch(), QApplication.instance()
    assert app
    app.installEventFilter(watch)
    qtbot.addWidget(ListRow(Look(), "ph.repeat", "Weekly tip", "every week", "Done today"))
    app.removeEventFilter(watch)
    assert alone == []


def test_an_address_without_spaces_wraps_instead_of_being_cut(qtbot: QtBot) -> None:
    address = "https://example.org/" + "transitions-from-kindergarten/" * 6
    words = Words(Look(), address, "title", written=True)
    qtbot.addWidget(words)
    words.resize(280, 400)
    assert words.heightForWidth(280) >= 3 * Words(Look(), "x", "title").heightForWidth(280)
    assert words.minimumSizeHint().width() <= 280
    assert words.words() == address


@pytest.mark.parametrize("kind", [LineEdit, PhoneEdit])
def test_a_field_needs_no_more_room_in_arabic_than_in_hebrew(
    kind: type[LineEdit | PhoneEdit], qtbot: QtBot, fonts: None
) -> None:
    wide = []
    for language in ("he", "ar"):
        look = Look(language=language)
        field = kind(look)
        field.setFont(look.font(14, 400))
        qtbot.addWidget(field)
        wide.append(field.minimumSizeHint().width())
    assert wide[0] == wide[1]


@pytest.mark.parametrize("language", ["he", "en"])
def test_the_bar_of_a_card_that_scrolls_stands_off_its_fields_and_moves_none(
    qtbot: QtBot, qapp: QApplication, fonts: None, language: str
) -> None:
    look = Look(language=language)
    look.apply(qapp)  # the bar of the house; a style's own may be wider than the margin
    card = ScrollCard(look, least=100)
    card.setLayoutDirection(look.direction)
    tall = QWidget()
    card.page.add(tall)
    qtbot.addWidget(card)
    card.resize(320, 240)
    card.show()
    QApplication.processEvents()
    without, bar = tall.width(), card.page.verticalScrollBar()
    tall.setFixedHeight(2000)
    qtbot.waitUntil(bar.isVisible)
    QApplication.processEvents()
    assert tall.width() == without
    left = tall.mapTo(card, tall.rect().topLeft()).x()
    at = bar.mapTo(card, bar.rect().topLeft()).x()
    apart = left - at - bar.width() if look.rtl else at - left - tall.width()
    assert apart > 0
