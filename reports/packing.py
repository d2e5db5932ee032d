"""Office files are zips: packed anew with no hour in them, so that one paper has one set of bytes."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


def repacked(made: BytesIO) -> bytes:
    """The same entries in the same order, each dated as zips date what has no date."""
    sealed = BytesIO()
    with ZipFile(made) as source, ZipFile(sealed, "w") as target:
        for name in source.namelist():
            target.writestr(ZipInfo(name), source.read(name), ZIP_DEFLATED)
    return sealed.getvalue()
