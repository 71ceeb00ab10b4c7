"""Files that are made while they are sent: neither the whole of one nor a query is held meanwhile."""

from collections.abc import AsyncIterator, Iterator

from django.http import StreamingHttpResponse

from companion.threads import in_turn_pool

AT_ONCE = 64 * 1024  # characters, about: a step in the turn pool for each, so that turns come in between


def download(pieces: Iterator[str], *, name: str, content_type: str) -> StreamingHttpResponse:
    """``name`` is plain ASCII: letters, digits, hyphens and one dot."""

    async def sent() -> AsyncIterator[str]:
        while piece := await in_turn_pool(_next, pieces):
            yield piece

    answer = StreamingHttpResponse(sent(), content_type=content_type)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "no-store"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def _next(pieces: Iterator[str]) -> str:
    """Empty at the end."""
    taken, size = [], 0
    while size < AT_ONCE:
        piece = next(pieces, None)
        if piece is None:
            break
        taken.append(piece)
        size += len(piece)
    return "".join(taken)
