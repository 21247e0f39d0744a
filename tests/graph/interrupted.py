"""Loads that are broken off: an engine that does something terrible at a chosen statement, and a process that dies of it.

Run as a program it loads in a process of its own: `interrupted.py URI PASSWORD FOLDER WHAT STATEMENT`, killed with
signal 9 before that statement of its own, never when it is 0. The folder is that of `mini`.
"""

import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from store import SPRING, SUMMER

from cypher import Statement
from graph.engines import Engine, Parameters, Record, Transaction
from graph.engines.address import Address
from graph.engines.opening import connect
from graph.loading import Contents, closing, dated_links, load, under_way
from graph.progress import unreported
from graph.vocabulary import KINDS, Family
from seed_data.opening import open_data_set

T = TypeVar("T")

PAGING = ((under_way, "BATCH"), (closing, "MANY"), (dated_links, "MANY"))
"""The modules that work through rows a batch at a time, and what each calls the size of one."""

SMALL_BATCH = 100
"""Rows a transaction here, so that a small data set is loaded in many."""


@dataclass
class InterruptedEngine:
    """An engine that calls ``interrupt`` before the write statement of a number, counted from 1."""

    engine: Engine
    number: int
    interrupt: Callable[[], None]
    done: int = 0

    def read(self, statement: Statement, parameters: Parameters) -> list[Record]:
        return self.engine.read(statement, parameters)

    def write(self, work: Callable[[Transaction], T]) -> T:
        return self.engine.write(lambda transaction: work(_Interrupted(transaction, self)))

    def close(self) -> None:
        self.engine.close()


@dataclass
class _Interrupted:
    transaction: Transaction
    engine: InterruptedEngine

    def run(self, statement: Statement, parameters: Parameters) -> list[Record]:
        self.engine.done += 1
        if self.engine.done == self.engine.number:
            self.engine.interrupt()
        return self.transaction.run(statement, parameters)


def rows(folder: Path, what: str) -> Contents:
    """Return all of `mini`, which is in a folder, or what is left of it when its alliances and units are taken away."""
    mini = open_data_set(str(folder), today=SPRING)
    if what == "mini":
        return mini
    facts = [fact for fact in mini.facts if KINDS[fact.kind].family is not Family.ALLIANCE]
    return replace(mini, facts=facts, bonds=[], digest="less")


def bring(engine: Engine, folder: Path, what: str) -> None:
    for module, size in PAGING:
        vars(module)[size] = SMALL_BATCH
    today = SPRING if what == "mini" else SUMMER
    load(engine, rows(folder, what), actor="tests", today=today, overwrite=False, report=unreported)


if __name__ == "__main__":
    uri, password, folder, what, number = sys.argv[1:]
    engine = connect(Address(uri, "neo4j", password))
    bring(InterruptedEngine(engine, int(number), lambda: os.kill(os.getpid(), signal.SIGKILL)), Path(folder), what)
    engine.close()
