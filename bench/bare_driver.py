"""The peer of a route: the same statements sent by the official driver alone, as its manual shows it."""

import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import neo4j

from bench.rates import Rate, rate
from graph.engines import Value
from graph.engines.address import Address


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement's text and what it is sent with."""

    text: str
    parameters: Mapping[str, Value]


def ask(address: Address, statements: Sequence[Statement], connections: int, seconds: float) -> Rate:
    """Return the rate at which so many threads are answered all the statements, one after the other."""
    latencies: list[float] = []
    with neo4j.GraphDatabase.driver(
        address.uri, auth=(address.user, address.password), max_connection_pool_size=connections
    ) as driver:
        began = time.perf_counter()

        def work() -> None:
            while (start := time.perf_counter()) < began + seconds:
                for statement in statements:
                    answer = driver.execute_query(
                        neo4j.Query(statement.text),  # pyright: ignore[reportArgumentType] - a file of the program
                        dict(statement.parameters),
                        routing_=neo4j.RoutingControl.READ,
                        database_="neo4j",
                    )
                    for record in answer.records:
                        record.data()
                latencies.append(time.perf_counter() - start)

        threads = [threading.Thread(target=work) for _ in range(connections)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return rate(latencies, time.perf_counter() - began)
