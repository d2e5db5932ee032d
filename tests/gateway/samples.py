"""Small real files of many kinds, made by hand."""

import io
import zipfile

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20
JPG = b"\xff\xd8\xff\xe0" + b"\0" * 20
HEIC = b"\0\0\0\x18ftypheic" + b"\0" * 20
MP4 = b"\0\0\0\x18ftypisom" + b"\0" * 20
RAR = b"Rar!\x1a\x07\x01\0" + b"\0" * 20
SEVEN = b"7z\xbc\xaf\x27\x1c" + b"\0" * 20
EXE = b"MZ\x90\0\x03\0\0\0" + b"\0" * 60 + b"This program cannot be run in DOS mode"


def zipped(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return out.getvalue()


DOCX = zipped("[Content_Types].xml", "word/document.xml")
XLSX = zipped("[Content_Types].xml", "xl/workbook.xml")
PPTX = zipped("[Content_Types].xml", "ppt/presentation.xml")
OFD = zipped("OFD.xml", "Doc_0/Document.xml")
WITH_MACROS = zipped("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin")


def ole(*names: str, first_stream: bytes = b"") -> bytes:
    """An old office file whose folder lists these streams; the first begins at a sector."""
    folder = b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in names)
    return OLE.ljust(512, b"\0") + first_stream.ljust(512, b"\0") + folder


DOC = ole("Root Entry", "WordDocument")
DOC_WITH_MACROS = ole("Root Entry", "Macros", "_VBA_PROJECT")
DOCX_WITH_PASSWORD = ole("Root Entry", "EncryptedPackage", "EncryptionInfo")
DOC_WITH_PASSWORD = ole("WordDocument", first_stream=b"\xec\xa5\xc1\0" + b"\0" * 6 + b"\x00\x01")
_BOF = b"\x09\x08\x10\x00\x00\x06\x05\x00" + b"\0" * 12
XLS = ole("Workbook", first_stream=_BOF + b"\xe1\x00\x02\x00")
XLS_WITH_PASSWORD = ole("Workbook", first_stream=_BOF + b"\x2f\x00\x36\x00")
