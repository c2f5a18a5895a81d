"""The query language: one way to ask for entries, for the journal's screen, the commands and export alike.

Each name is imported when it is asked for: a command that only lists need not wait for the parts that search.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from recalibrate.domain.search.context import Context
    from recalibrate.domain.search.fields import VALUES, Has
    from recalibrate.domain.search.folding import fold
    from recalibrate.domain.search.highlight import highlights
    from recalibrate.domain.search.index import Index
    from recalibrate.domain.search.match import matcher
    from recalibrate.domain.search.parsing import parse
    from recalibrate.domain.search.query import Field, FieldName, Query, QueryError, Term, Words, print_query
    from recalibrate.domain.search.searchable import Searchable, order_of

__all__ = [
    "VALUES",
    "Context",
    "Field",
    "FieldName",
    "Has",
    "Index",
    "Query",
    "QueryError",
    "Searchable",
    "Term",
    "Words",
    "fold",
    "highlights",
    "matcher",
    "order_of",
    "parse",
    "print_query",
]

_PLACES = {
    "context": ("Context",),
    "fields": ("VALUES", "Has"),
    "folding": ("fold",),
    "highlight": ("highlights",),
    "index": ("Index",),
    "match": ("matcher",),
    "parsing": ("parse",),
    "query": ("Field", "FieldName", "Query", "QueryError", "Term", "Words", "print_query"),
    "searchable": ("Searchable", "order_of"),
}
_PLACE_OF = {name: place for place, names in _PLACES.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _PLACE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_PLACE_OF[name]}"), name)
