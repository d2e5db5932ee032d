"""Small files that are what they say: a PDF, a picture, and a template filled in."""

from io import BytesIO

from openpyxl import load_workbook

_PARTS = (
    b"<</Type/Catalog/Pages 2 0 R>>",
    b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
)


def pdf(words: str = "") -> bytes:
    """A PDF of one empty page, with a right table of its parts; the words make it another file."""
    body = b"%PDF-1.4\n%" + words.encode() + b"\n"
    places = []
    for number, part in enumerate(_PARTS, 1):
        places.append(len(body))
        body += b"%d 0 obj%s endobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(_PARTS) + 1
    return body + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
        % (size, table, size, len(body))
    )


def filled(template: bytes, *rows: tuple[str, ...]) -> bytes:
    """The template with the rows below its last line."""
    book = load_workbook(BytesIO(template))
    for row in rows:
        book.worksheets[0].append(row)
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()
