"""What is on record of the commands of a home."""

from pathlib import Path

from cli.record import on_record, recorded_services
from graph.settings import Settings


def test_a_command_that_ends_while_it_is_looked_at_is_gone(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path / "home", neo4j_uri=None)
    with on_record(settings, command="serve", address="http://127.0.0.1:1/docs"):
        assert [service.address for service in recorded_services(settings)] == ["http://127.0.0.1:1/docs"]
        (service,) = (tmp_path / "home").rglob("serve-*.service")
        # The process still runs, and takes its files away one after the other.
        service.unlink()
        assert recorded_services(settings) == []
