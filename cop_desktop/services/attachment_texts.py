"""Words in attached files, as far as they are cheaply read: to look whether a name is there."""

import io
import re
import zipfile
from html import unescape

MOST = 50 * 2**20  # bytes unpacked
PAGES = 100  # of a PDF
_END = re.compile(r"</(?:w:p|w:tc|a:p|si|c|text:[ph]|table:table-cell)>|<w:(?:br|tab)/>")
_TAG = re.compile(r"<[^>]*>")


def text_of(data: bytes) -> str | None:
    """What can be read in a file: documents, spreadsheets, slides, PDF, plain text; else None."""
    if data.startswith(b"PK"):
        return _of_document(data)
    if data.startswith(b"%PDF-"):
        return _of_pdf(data)
    return _plain(data)


def _of_document(data: bytes) -> str | None:
    """Office files are zips of XML; a name may be split over tags, and cells must not be glued."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            wanted = [it for it in parts.infolist() if it.filename.endswith((".xml", ".rels"))]
            if not wanted or sum(it.file_size for it in wanted) > MOST:
                return None
            texts = [parts.read(it).decode("utf-8", "replace") for it in wanted]
    except (zipfile.BadZipFile, zipfile.LargeZipFile, OSError, RuntimeError, ValueError):
        return None
    except NotImplementedError:
        return None  # packed in a way Python does not know
    return "\n".join(unescape(_TAG.sub("", _END.sub("\n", text))) for text in texts)


def _of_pdf(data: bytes) -> str | None:
    import pypdfium2  # a few megabytes of it: only where a PDF is attached

    try:
        with pypdfium2.PdfDocument(data) as pdf:
            pages = [pdf[at].get_textpage().get_text_range() for at in range(min(len(pdf), PAGES))]
    except pypdfium2.PdfiumError:
        return None
    text = "\n".join(pages)
    if not text.strip():
        return None  # pictures of pages
    return text + "\n" + "\n".join(line[::-1] for line in text.splitlines())  # as some draw Hebrew


def _plain(data: bytes) -> str | None:
    for code in (
        ("utf-8-sig", "utf-16") if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig",)
    ):
        try:
            text = data.decode(code)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    return None if b"\x00" in data else data.decode("cp1255", "replace")
