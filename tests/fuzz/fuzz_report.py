"""What a campaign did, as text."""

from collections import Counter

from campaign import Campaign


def requests_report(campaign: Campaign) -> str:
    """Return the report of a campaign: requests by route, status and phase, checks, faults, seed and duration."""
    answered = campaign.routes(200)
    lines = [
        f"{campaign.total:,} requests in {campaign.seconds:,.0f} s, {campaign.rounds} rounds from seed {campaign.seed}",
        f"faults {len(campaign.faults)}; valid requests refused for what no document can state {campaign.unforetold:,}",
        _line("statuses", campaign.statuses()),
        _line("phases", campaign.phases),
        _line("checks", campaign.checked),
        f"{'route':<36}{'requests':>10}{'answered 200':>14}",
        *(f"{route:<36}{times:>10,}{answered[route]:>14,}" for route, times in sorted(campaign.routes().items())),
    ]
    return "\n".join(lines)


def _line(name: str, counted: Counter[int] | Counter[str]) -> str:
    return f"{name} " + ", ".join(f"{what} {times:,}" for what, times in sorted(counted.items(), key=str))
