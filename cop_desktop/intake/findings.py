"""What an import has to say: problems and repairs are rows of data, never exceptions."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from typing import TypeVar

from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_, Catalog

Row = TypeVar("Row")
Progress = Callable[[int, int], None]  # rows done, rows in all
IsCancelled = Callable[[], bool]
STEP = 200  # rows between two looks at whether to go on
SHOWN = 80  # letters of a value that a message repeats

MESSAGES = {
    # the file
    "unreadable": N_(
        "The file {name} cannot be read. Check that it is still there and not open elsewhere."
    ),
    "empty": N_("There is nothing in it. Choose the file that holds the list."),
    "too_big": N_(
        "The file is larger than {limit} MB. Save the sheet with the list alone and import that."
    ),
    "swollen": N_(
        "The file unpacks to a size no list has. Copy the list into a new workbook and import that."
    ),
    "encrypted": N_(
        "The file is locked with a password. Open it in Excel, remove the password, save, "
        "and import again."
    ),
    "damaged": N_(
        "This is no spreadsheet, whatever its name says, or it is damaged. Open it in Excel, "
        "save it as .xlsx, and import again."
    ),
    "foreign": N_("This is a {kind} file. Open it, copy the table, and paste it here."),
    "own_file": N_("This is a community file, not a list. Open it with “Open file”."),
    "binary_workbook": N_("Binary workbooks are not read. Save it as .xlsx and import again."),
    "no_sheet": N_("There is no sheet called {sheet}. The file holds: {sheets}"),
    "encoding_unsure": N_(
        "It is unclear how the letters of this file were stored. Look at the preview; if the "
        "letters are wrong, choose another encoding."
    ),
    "encoding_wrong": N_(
        "Some letters cannot be read as {encoding}. Choose another encoding."
    ),
    "encoding_unknown": N_("There is no encoding called {encoding}. Choose one from the list."),
    "too_many_rows": N_(
        "Only the first {limit} rows of {total} were read. Divide the list into several files."
    ),
    "broken_quotes": N_(
        "A quotation mark opens in this row and never closes. Compare the row with the file."
    ),
    "cell_cut": N_(
        "A cell holds {length} letters; the first {limit} were read. Check that it is a list."
    ),
    "formula_without_value": N_(
        "This cell holds a formula without a result. Open the file in Excel, save it, and "
        "import again."
    ),
    "error_value": N_("This cell shows an error instead of a value. Mend the formula or type it."),
    # the columns
    "no_header": N_("No row with column titles was found. Say for each column what it holds."),
    "columns_guessed": N_("There are no column titles; what each column holds was guessed from "
                          "its rows. Check it above the columns."),
    "no_names": N_("No column was recognised as names. Say which column holds them."),
    "nothing_known": N_("No column was recognised. Say for each column what it holds."),
    "column_twice": N_(
        "Two columns hold the same thing; this one was left out. Choose which of them to read."
    ),
    "mapping_unreadable": N_("The mapping {name} cannot be read. Check its line {line}."),
    "mapping_field": N_("The mapping names an unknown field, {field}. Known are: {fields}"),
    "mapping_column": N_("The mapping names a column the file does not have. Check its spelling."),
    "identity_column": N_(
        "Identity numbers are not kept here; the column was left out. Nothing else is needed."
    ),
    "identity_number": N_("An identity number was left out of this cell; they are not kept here."),
    "name_order_guessed": N_(
        "Family names seem to come first here. If not, choose the other order of names."
    ),
    # the rows
    "no_name": N_("The row has no name. Add a name and import the row again."),
    "heading": N_("The row looks like a heading or a sum. If it is a person, add them by hand."),
    "repeated": N_("The row says the same as row {other}. One of them is enough."),
    "adds_nothing": N_("This row adds nothing to row {other}. If it is another person of that "
                       "name, add them by hand."),
    "twice_in_file": N_("Row {other} seems to be the same person. Keep one of them or both."),
    "one_name": N_("There is only one name here. Add the family name when it is known."),
    "name_unclear": N_(
        "It is unclear where the family name begins; {family} was taken. Correct it if needed."
    ),
    "phone_rounded": N_(
        "Excel rounded this number to {value}. Ask for the full number and type it as text."
    ),
    "phone_unclear": N_("{value} is no telephone number. Check it and add it by hand."),
    "email_unclear": N_("{value} is no e-mail address. Check it and add it by hand."),
    "date_impossible": N_("There is no such day as {value}. Check it and add it by hand."),
    "date_unclear": N_("{value} could not be read as a date. Add it by hand, like 31/12/2026."),
    "date_order": N_("Nobody leaves before joining; the second date was left out. Check both."),
    "owner_unknown": N_(
        "{name} is not among the members, so the activity has no owner. Add the member, or choose "
        "an owner by hand."
    ),
    "ends_first": N_("It would end before it begins; the second date was left out. Check both."),
    "word_unclear": N_("{value} was not understood here. Choose the right value by hand."),
    "year_unclear": N_("{value} could not be read as a year or a number of years. Add it by hand."),
    "text_cut": N_("The text is too long here; all of it was put into the notes. Shorten it."),
    "notes_cut": N_("The notes hold {length} letters; the first {limit} were kept."),
    # against the members who are there
    "same_person": N_(
        "{name} may be here already: nothing was changed. Decide in the window, or complete "
        "the row with an e-mail address."
    ),
    "same_name": N_("Somebody called {name} is here already, from elsewhere. Check that it is not "
                    "the same person."),
    "member_gone": N_("The member to be updated is no longer here. Import the row again."),
    "not_a_number": N_("{value} is no number. Check it and add it by hand."),
    "no_title": N_("The row has no title. Add one and import the row again."),
    "no_date": N_("The row has no date. Add one, like 31/12/2026, and import the row again."),
    "time_unclear": N_("{value} could not be read as a time of day. Add it by hand, like 09:30."),
    "length_unclear": N_("{value} could not be read as a length. Add it by hand, like 1:30."),
    "same_in_list": N_("Row {other} is about the same thing. Put the two into one row, or give "
                       "one of them another date."),
    "responsible_unknown": N_(
        "{name} is not among the members, so nobody is responsible for it yet. Add the member, or "
        "choose somebody by hand."
    ),
    "scale_beyond": N_(
        "The answers go up to {most}, and only a scale from 1 to 5 is read; the column was left "
        "out."
    ),
    "rating_unclear": N_(
        "{value} is not an answer on a scale from 1 to 5. Check it and correct it."
    ),
    "names_left_out": N_("Feedback is kept without names; the column was left out."),
    "no_answers": N_("No column with answers was recognised. Say for each column what it holds."),
    "ends_first_here": N_(
        "With the dates already here it would end before it begins, so its dates were left as "
        "they are. Check them."
    ),
}  # fmt: skip


@frozen
class Problem:
    """Something a person should look at; `row` is the row of the sheet, 0 for the whole file."""

    row: int
    column: str
    code: str
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def message(self) -> str:
        """The message id: a sentence with advice."""
        return MESSAGES[self.code]

    def sentence(self, words: Catalog) -> str:
        """The message in a language, long values shortened."""
        return words(self.message, **{name: _short(value) for name, value in self.values.items()})


@frozen
class Repair:
    """A value that was read otherwise than it was written, and why (a key of `REASONS`)."""

    row: int
    column: str
    before: str
    after: str
    why: str


REASONS = {
    "lost_zero": N_("The zero at the beginning was lost and was put back."),
    "country_code": N_("The country code was replaced by a zero."),
    "scientific": N_("The number was written out in full."),
    "several": N_("Several values in one cell were told apart."),
    "email_trimmed": N_("Signs that do not belong to an e-mail address were removed."),
    "name_order": N_("The family name stood first."),
    "title_moved": N_("The title was moved to the notes."),
    "hidden_signs": N_("Invisible signs were removed."),
    "serial_date": N_("The number of a day was read as a date."),
    "month_first": N_("The month stood before the day."),
    "month_only": N_("Only a month was given; its first day was taken."),
    "year_only": N_("Only a year was given; its first day was taken."),
    "two_digit_year": N_("The year was written with two digits."),
    "years_in_post": N_("A number of years was turned into the year it began."),
    "hours": N_("A length in hours was converted to minutes."),
    "kept_in_notes": N_("What found no field of its own was put into the notes."),
}


class Stopped(Exception):  # noqa: N818 - a wish, not an error
    """The person asked to stop; nothing was changed."""


def silent(_done: int, _total: int) -> None:
    """Nobody watches."""


def never() -> bool:
    """Nobody stops it."""
    return False


def watched(rows: Sequence[Row], progress: Progress, cancelled: IsCancelled) -> Iterator[Row]:
    """The rows one by one, telling how far it is; raises Stopped when asked to."""
    for done, row in enumerate(rows):
        if done % STEP == 0:
            progress(done, len(rows))
            if cancelled():
                raise Stopped
        yield row
    progress(len(rows), len(rows))


def _short(value: object) -> object:
    if isinstance(value, str) and len(value) > SHOWN:
        return value[: SHOWN - 1] + "…"
    return value
