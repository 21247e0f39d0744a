"""Any history of loads: edited, repeated, broken off, meddled with, overwritten, day after day.

A machine of rules does to one graph what may be done to it, and after each rule the graph is held to a model in plain
Python: what stands is what the rows say, what stood is as the model of lives has it, no day is told twice, and what was
true on a day is still answered for it, unless a row has corrected it since.
"""

import time
from collections import Counter
from collections.abc import Callable, Collection
from datetime import date, timedelta

import pytest
from city import City
from differences import corrected, corrected_pairs, edits
from edits import EDITS, LATE_EDITS, cities
from hypothesis import HealthCheck, Phase, note, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from interrupted import PAGING, InterruptedEngine
from lives import History, joined, told_once
from snapshot import Snapshot, snapshot
from store import SPRING, Store

from graph.engines import Engine
from graph.loading import Conflict, Summary, load
from graph.progress import unreported
from graph.vocabulary import Relationship, labels
from tests.suite import Fuzzing

BY_HAND = "手改"
SMALL_BATCH = 9
"""Rows a transaction here, so that a load of a small city can be broken off between many."""


class BrokenOffError(Exception):
    """What breaks a load off."""


class Loads(RuleBasedStateMachine):
    """One graph, the rows of its data set, and what both should have come to."""

    def __init__(self, store: Store, done: Counter[str]) -> None:
        super().__init__()
        self.store, self.done = store, done
        self.today = SPRING
        self.base = self.city = City()
        self.histories: dict[str, History] = {}
        self.names: dict[str, set[str]] = {}
        self.element_ids: dict[str, str] = {}
        self.named: dict[date, dict[str, str]] = {}
        self.said: dict[date, set[tuple[str, str, str, str | None]]] = {}
        self.edition = 0

    @initialize(city=cities())
    def load_first(self, city: City) -> None:
        self.store.clear()
        self.done["runs"] += 1
        self.base = city
        self._bring(city.copy())

    @rule(days=st.integers(1, 60))
    def let_days_pass(self, days: int) -> None:
        self.today += timedelta(days=days)

    @rule(data=st.data(), overwrite=st.booleans())
    def load_edited(self, data: st.DataObject, *, overwrite: bool) -> None:
        self._bring(self._edited(data), overwrite=overwrite)

    @rule(data=st.data(), statement=st.integers(1, 40))
    def break_off_and_load_again(self, data: st.DataObject, statement: int) -> None:
        city = self._edited(data)

        def interrupt() -> None:
            raise BrokenOffError

        try:
            self._load(city, InterruptedEngine(self.store.engine, statement, interrupt))
        except BrokenOffError:
            self.done["broken off"] += 1
        self._bring(city)

    @rule(data=st.data())
    def change_by_hand_and_overwrite(self, data: st.DataObject) -> None:
        id = data.draw(st.sampled_from([fact.id for fact in self.city.standing()]))
        self.store.run("MATCH (e:Entity {id: $id}) SET e.name = $name", id=id, name=BY_HAND)
        revision = self.store.revision()
        summary = self._load(self.city)
        assert [conflict.id for conflict in summary.conflicts] == [id]
        assert (summary.added, summary.changed, summary.closed, self.store.revision()) == (0, 0, 0, revision)
        self.done["conflicts"] += 1
        self.names[id].add(BY_HAND)
        # What somebody else changed has no day: it counts as having been so since the last version.
        self._forget({id})
        city = self._edited(data)
        if id in city.facts:
            self._bring(city, overwrite=True)
        else:
            self._bring(self.city.copy(), overwrite=True)

    @invariant()
    def count(self) -> None:
        self.done["steps"] += 1

    def _edited(self, data: st.DataObject) -> City:
        city = self.city.copy()
        for edit in data.draw(st.lists(st.sampled_from(EDITS), max_size=3)):
            edit(data.draw, city, self.base)
        for edit in data.draw(st.lists(st.sampled_from(LATE_EDITS), max_size=2)):
            edit(data.draw, city, self.today)
        return city

    def _load(self, city: City, engine: Engine | None = None, *, overwrite: bool = False) -> Summary:
        self.done["loads"] += 1
        return load(
            engine or self.store.engine,
            city.contents(str(self.edition)),
            actor="tests",
            today=self.today,
            overwrite=overwrite,
            report=unreported,
        )

    def _bring(self, city: City, *, overwrite: bool = False) -> None:
        """Load rows to the end, and hold what the graph has come to to the model."""
        self.edition += 1
        note(f"{self.today}: {edits(self.city, city)}")
        no_conflicts: list[Conflict] = []
        assert self._load(city, overwrite=overwrite).conflicts == no_conflicts
        revision = self.store.revision()
        again = self._load(city)
        assert (again.added, again.changed, again.closed, again.conflicts) == (0, 0, 0, no_conflicts)
        assert self.store.revision() == revision
        self._forget(corrected(self.city, city), corrected_pairs(self.city, city))
        self._live(city)
        self.city = city
        self._hold(snapshot(self.store))

    def _live(self, city: City) -> None:
        for id in self.histories.keys() | city.facts.keys():
            history = self.histories.setdefault(id, History())
            if id in city.facts and city.facts[id] == self.city.facts.get(id):
                continue
            if id in city.facts:
                history.row_says(city.facts[id], self.today)
                self.names.setdefault(id, set()).add(str(city.facts[id].properties["name"]))
            elif id in self.city.facts:
                history.row_is_gone(self.today)

    def _forget(self, ids: set[str], pairs: Collection[tuple[str, str]] = ()) -> None:
        """Expect no more of what was corrected than the present and its days."""
        for when in self.named:
            self.named[when] = {id: name for id, name in self.named[when].items() if id not in ids}
            self.said[when] = {
                one for one in self.said[when] if not {one[1], one[2]} & ids and (one[1], one[2]) not in pairs
            }

    def _hold(self, found: Snapshot) -> None:
        self._hold_present(found)
        self._hold_past(found)
        assert [change["seq"] for change in self.store.changes()] == [*range(1, self.store.revision() + 1)]
        # Nothing is deleted, and no id is another's.
        assert self.element_ids.items() <= {id: one.element_id for id, one in found.entities.items()}.items()
        assert found.entities.keys() == self.histories.keys()
        self.element_ids = {id: one.element_id for id, one in found.entities.items()}

    def _hold_present(self, found: Snapshot) -> None:
        stands = {fact.id: fact for fact in self.city.standing()}
        assert {id for id, one in found.entities.items() if one.span[1] is None} == stands.keys()
        for id, one in found.entities.items():
            assert one.labels == (set(labels(stands[id].kind)) if id in stands else {"Entity", "Closed"})
        for id, fact in stands.items():
            stated = {key: value for key, value in fact.properties.items() if value is not None}
            dated = {"id": id, "kind": fact.kind.value, "valid_from": found.entities[id].span[0]}
            assert found.entities[id].properties == stated | dated
        said = sorted((one.said() for one in found.relations if one.stands), key=str)
        assert said == sorted(self.city.said(), key=str)

    def _hold_past(self, found: Snapshot) -> None:
        for id, one in found.entities.items():
            former = [span for _, span in one.versions]
            assert joined([one.span, *former]) == self.histories[id].days(), id
            assert told_once(former), (id, former)
            assert {name for name, _ in one.versions} <= self.names[id]
        by_owner: dict[tuple[Relationship, tuple[str, ...]], list[tuple[date, date | None]]] = {}
        for one in found.relations:
            assert one.stands == (one.span[1] is None)
            by_owner.setdefault((one.type, one.owner), []).append(one.span)
        for owner, spans in by_owner.items():
            assert told_once(spans), (owner, spans)
        # What an earlier load of a day said, the last load of the day rules over.
        self.named.pop(self.today, None)
        self.said.pop(self.today, None)
        for when, names in self.named.items():
            assert {*names.items()} - {(id, found.entities[id].name_on(when)) for id in names} == set(), when
            assert self.said[when] - {*found.said_on(when)} == set(), when
        self.named[self.today] = {fact.id: str(fact.properties["name"]) for fact in self.city.standing()}
        self.said[self.today] = {*self.city.said()}


def test_any_history_of_loads_is_as_a_plain_model_has_it(
    shared_store: Store,
    monkeypatch: pytest.MonkeyPatch,
    fuzzing: Fuzzing,
    record_property: Callable[[str, object], None],
) -> None:
    for module, size in PAGING:
        monkeypatch.setattr(module, size, SMALL_BATCH)
    done: Counter[str] = Counter()
    runs = settings(
        max_examples=fuzzing.histories,
        stateful_step_count=12,
        deadline=None,
        database=None,
        # A run is many loads of a real graph: making a failing one smaller takes longer than reading it.
        phases=[Phase.generate],
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )

    @seed(fuzzing.seed)
    def machine() -> Loads:
        return Loads(shared_store, done)

    began, faults = time.monotonic(), 1
    try:
        run_state_machine_as_test(machine, settings=runs)  # pyright: ignore[reportArgumentType] - it takes a function too
        faults = 0
    finally:
        counted = ", ".join(f"{what} {times:,}" for what, times in done.items())
        seconds = time.monotonic() - began
        record_property("fuzz", f"faults {faults}; {counted}, in {seconds:,.0f} s from seed {fuzzing.seed}")
