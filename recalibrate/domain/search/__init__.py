"""The query language: one way to ask for entries, for the journal's screen, the commands and export alike."""

from recalibrate.domain.search.context import Context
from recalibrate.domain.search.fields import VALUES, Has
from recalibrate.domain.search.fold import fold
from recalibrate.domain.search.highlight import highlights
from recalibrate.domain.search.index import Index
from recalibrate.domain.search.match import matcher
from recalibrate.domain.search.parse import parse
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
