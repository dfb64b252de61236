"""XLS and XLSB, the binary workbooks, by calamine: values by their types, and numbers by their formats as well."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
from typing import TYPE_CHECKING, Final

import python_calamine

from paddock.reader.archive import Archive
from paddock.reader.compound import CompoundFile
from paddock.reader.document import Unreadable
from paddock.reader.flowing import FlowingDocument
from paddock.reader.grid import Row, Sheet, column_name, sheet_pages
from paddock.reader.locks import unknown_lock
from paddock.reader.numbers import GENERAL, show_number
from paddock.reader.sheet_marks import Spreading
from paddock.reader.workbook_check import check_xls, check_xlsb
from paddock.reader.xls_lock import unlocked_xls
from paddock.reader.xls_marks import XlsMarks, XlsSheet
from paddock.reader.xlsb_marks import XlsbMarks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paddock.reader.document import Reading, Source
    from paddock.reader.protocol import Office, Page

_ZIP: Final = b"PK"


class BinaryWorkbook(FlowingDocument):
    """A workbook in one of Excel's binary formats. Raises Unreadable."""

    def __init__(self, source: Source) -> None:
        self.format = "xls"
        self._marks: XlsMarks | XlsbMarks | None = None
        office: Office | None = "xls"
        data = source.data
        if data.startswith(_ZIP):
            self.format, office = "xlsb", None
            archive = Archive(data, source.limits)
            check_xlsb(archive)
            self._marks = XlsbMarks(archive)
        else:
            data = unlocked_xls(source)
            office = office if data is source.data else None  # no office program is ever told a password
            check_xls(data)
            compound = CompoundFile(data)
            self._marks = XlsMarks(compound.stream("Workbook") or compound.stream("Book"))
        with _calamine(office):
            self._book = python_calamine.load_workbook(io.BytesIO(data))
            self._sheets = [(one.name, one.visible) for one in self._book.sheets_metadata]
        if not self._sheets:
            raise _damaged(office)

    def pages(self, first: int, reading: Reading) -> Iterator[Page]:
        """Yield the sheets in their order, large ones in several pages, from number `first` on."""
        number = 1
        for index, (name, visible) in enumerate(self._sheets):
            reading.alive()
            hidden = visible != python_calamine.SheetVisibleEnum.Visible
            sheet = Sheet(name, (), hidden)
            known = self._marks.sheets if self._marks is not None else []
            told = known[index] if index < len(known) else XlsSheet()
            sheet.rows = self._rows(index, told, sheet.damage)
            for row, column, author, text in told.words.remarks():
                sheet.remark(row + 1, f"{column_name(column)}{row + 1}", author, text)
            hidden_rows = [said] if (said := told.marks.hidden()) else []
            printed = (f"Printed on each page: {words}" for words in told.words.printed)
            sheet.extras = [*hidden_rows, *printed, *(f"Text: {text}" for text in told.words.boxes())]
            for page in sheet_pages(sheet, number, reading):
                number = page.number + 1
                if page.number >= first:
                    yield page

    def _rows(self, index: int, told: XlsSheet, damage: list[str]) -> Iterator[Row]:
        try:
            with _calamine():
                sheet = self._book.get_sheet_by_index(index)
        except Unreadable:
            damage.append("This sheet could not be read.")
            return
        start = sheet.start
        if start is None:
            return
        spreading = Spreading(told.marks)
        marks = self._marks
        for number, values in enumerate(sheet.iter_rows(), start[0] + 1):
            cells: dict[int, str] = {}
            for column, value in enumerate(values, start[1]):
                code = marks.code(told, number - 1, column) if marks is not None and value != "" else GENERAL
                # calamine has nothing to say of an error.
                if text := _shown(value, code) or told.words.errors.get((number - 1, column), ""):
                    cells[column] = text
            across = spreading.row(number, cells)
            if cells:
                yield Row(number, cells, across)

    def close(self) -> None:
        """Let go of the workbook."""
        self._book.close()


@contextlib.contextmanager
def _calamine(office: Office | None = None) -> Iterator[None]:
    """Turn calamine's errors into Unreadable, its panics too: those are no `Exception`, and have no class to import."""
    try:
        yield
    except python_calamine.PasswordError as error:
        raise unknown_lock() from error
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise _damaged(office) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise _damaged(office) from error


def _damaged(office: Office | None = None) -> Unreadable:
    next_step = "Save it anew as XLSX, and add that copy."
    return Unreadable("damaged", "This workbook is damaged.", next_step=next_step, office=office)


def _shown(value: object, code: str) -> str:
    """Return a value as text. Times of day are given as days' beginnings are: without the part that says nothing."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, (int, float)):
        return show_number(float(value), code)
    if isinstance(value, dt.datetime):
        midnight = value.time() == dt.time()
        return value.date().isoformat() if midnight else value.isoformat(" ", "seconds")
    return str(value)
