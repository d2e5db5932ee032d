"""A paper written as a file of one of three formats; each of them opens without an office suite."""

from importlib import import_module

from reports.paper import Format, Paper


def write(paper: Paper, format_: Format) -> bytes:
    """The bytes of the file; the same paper gives the same bytes.

    It takes up to seconds of processor time: the bot has it done by `paper_worker.Clerk`.
    Only the library of that format is loaded, since it takes longer than many a paper.
    """
    setter = import_module(f"reports.paper_{format_}")
    content: bytes = getattr(setter, f"as_{format_}")(paper)
    return content
