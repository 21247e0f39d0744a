"""What a measurement says of many answers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rate:
    """How many answers a second, and how long one took: the median and the 99th percentile, in milliseconds."""

    per_second: float
    p50: float
    p99: float


def rate(latencies: list[float], seconds: float) -> Rate:
    """Return the rate of answers that took so many seconds each, over a span of time."""
    in_order = sorted(latencies)
    return Rate(len(in_order) / seconds, *(1000 * in_order[int(len(in_order) * part)] for part in (0.5, 0.99)))
