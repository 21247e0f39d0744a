"""Every Cypher statement the program runs, one a file, and what reads them."""

from cypher.statements import Mode, Statement, StatementError, names, statement

__all__ = ["Mode", "Statement", "StatementError", "names", "statement"]
