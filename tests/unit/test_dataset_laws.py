"""What holds of every data set: what was written is read, and no damage is met with anything but faults."""

import csv
import io
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from dataset_folder import DATASET, FILES, read, write
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from graph.loading import Fact, Triple
from graph.vocabulary import AreaCategory, Kind, Relationship, Source
from seed_data.faults import DataSetFault, InvalidDataSetError
from seed_data.format import AREAS, ORGS

FIRST_DAY = date(2022, 12, 31)
AREA_KINDS = (Kind.CITY, Kind.COUNTY, Kind.TOWN, Kind.NEIGHBOURHOOD, Kind.GRID, Kind.BUILDING)
ORG_KINDS = (Kind.CITY_COMMITTEE, Kind.COUNTY_COMMITTEE, Kind.STREET_COMMITTEE, Kind.COMMUNITY_ORG, Kind.GRID_BRANCH)
TITLES = ("市委", "区委", "街道党工委", "社区党组织", "网格党支部")
NAMES = st.text('网格社区（东）1号 ,"', min_size=1, max_size=12).filter(lambda name: name == name.strip())
DAYS = st.dates(min_value=date(1949, 10, 1), max_value=FIRST_DAY)


@st.composite
def forests(draw: st.DrawFn) -> tuple[list[Fact], list[Fact]]:
    """Draw areas and the organisations that cover some of them, each tree in any order of its rows."""
    areas: list[Fact] = []
    orgs: list[Fact] = []
    for number in range(draw(st.integers(1, 25))):
        parent = draw(st.sampled_from([None, *[area for area in areas if area.kind is not AREA_KINDS[-1]]]))
        depth = 0 if parent is None else AREA_KINDS.index(parent.kind) + 1
        end = draw(st.none() | st.just(FIRST_DAY)) if parent is None or parent.valid_to is None else FIRST_DAY
        category = draw(st.none() | st.just(AreaCategory.DISTRICT)) if depth == 1 else None
        source, day = draw(st.sampled_from(Source)), draw(DAYS)
        id, name = f"{number:03}", draw(NAMES)
        stated = {"name": name, "source": source.value, **({} if category is None else {"category": category.value})}
        links = () if parent is None else (Triple(Relationship.WITHIN, id, parent.id),)
        areas.append(Fact(id, AREA_KINDS[depth], stated, links, day, end))
        superior = next((org for org in orgs if parent is not None and org.links[0].target == parent.id), None)
        if depth < len(ORG_KINDS) and (depth == 0 or superior is not None) and draw(st.booleans()):
            title = draw(st.sampled_from([TITLES[depth], "党委"]))
            own = {"name": draw(NAMES), "source": source.value, "title": title}
            under = () if superior is None else (Triple(Relationship.UNDER, f"D{id}", superior.id),)
            covers = (Triple(Relationship.COVERS, f"D{id}", id), *under)
            tier = depth - 1 if depth > 1 else None
            orgs.append(Fact(f"D{id}", ORG_KINDS[depth], {**own, "tier": tier}, covers, day, end))
    return draw(st.permutations(areas)), draw(st.permutations(orgs))


def csv_text(columns: tuple[str, ...], rows: list[Fact], line_break: str) -> str:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, lineterminator=line_break, restval="", extrasaction="ignore")
    writer.writeheader()
    for row in rows:
        links = {"area_id" if link.type is Relationship.COVERS else "parent_id": link.target for link in row.links}
        days = {"valid_from": row.valid_from, "valid_to": row.valid_to}
        writer.writerow({**row.properties, **links, **days, "id": row.id, "kind": row.kind.value})
    return text.getvalue()


@settings(deadline=None)
@given(
    forest=forests(),
    mark=st.sampled_from(["", "\ufeff"]),
    line_break=st.sampled_from(["\n", "\r\n", "\r"]),
    area_columns=st.permutations(AREAS.columns),
    org_columns=st.permutations(ORGS.columns),
)
def test_a_forest_written_down_is_read_back_equal(
    forest: tuple[list[Fact], list[Fact]],
    mark: str,
    line_break: str,
    area_columns: list[str],
    org_columns: list[str],
) -> None:
    areas, orgs = forest
    empty = {stem: FILES[f"{stem}.csv"].splitlines()[0] for stem in ("units", "alliances", "memberships", "figures")}
    with TemporaryDirectory() as folder:
        written = write(
            Path(folder),
            areas=mark + csv_text(tuple(area_columns), areas, line_break),
            orgs=mark + csv_text(tuple(org_columns), orgs, line_break),
            **empty,
        )
        data_set = read(written)
    in_order = sorted(areas, key=lambda area: AREA_KINDS.index(area.kind))
    assert data_set.facts == [*in_order, *sorted(orgs, key=lambda org: ORG_KINDS.index(org.kind))]
    places = {fact.id: place for place, fact in enumerate(data_set.facts)}
    assert all(places[link.target] < places[link.source] for fact in data_set.facts for link in fact.links)


CELLS = st.one_of(
    st.text(max_size=20),
    st.sampled_from(["", " ", '"', "\x00", "2.20202E+11", "220202001000.0", "2023/1/1", "2023-02-30", "２０", "'1", "=1+1"]),
    st.sampled_from([cell for text in FILES.values() for cell in text.replace("\n", ",").split(",") if cell]),
    st.dates().map(str),
)  # fmt: skip


@settings(deadline=None)
@given(
    file=st.sampled_from([file for file in FILES if file != "dataset.toml"]),
    row=st.integers(min_value=0, max_value=20),
    column=st.integers(min_value=0, max_value=8),
    cell=CELLS,
)
def test_a_damaged_cell_is_read_or_refused(file: str, row: int, column: int, cell: str) -> None:
    rows = list(csv.reader(io.StringIO(FILES[file])))
    cells = rows[row % len(rows)]
    assume(cells[column % len(cells)] != cell)
    cells[column % len(cells)] = cell
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    read_or_refused(file, text.getvalue().encode(errors="replace"))


@settings(deadline=None)
@given(
    file=st.sampled_from([*FILES]),
    place=st.integers(min_value=0),
    cut=st.integers(0, 5),
    bytes_in=st.binary(max_size=5),
)
def test_damaged_bytes_are_read_or_refused(file: str, place: int, cut: int, bytes_in: bytes) -> None:
    data = FILES[file].encode()
    at = place % len(data)
    read_or_refused(file, data[:at] + bytes_in + data[at + cut :])


@settings(deadline=None)
@given(days=st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), min_size=1, max_size=6))
def test_memberships_of_one_unit_are_refused_when_two_of_them_overlap(days: list[tuple[int, int]]) -> None:
    spans = [(FIRST_DAY + timedelta(min(pair)), FIRST_DAY + timedelta(max(pair))) for pair in days]
    rows = [f"U0003,A001,member,ledger,{begin},{end}" for begin, end in spans]
    do_overlap = any(
        begin == other_begin or (begin < other_end and other_begin < end)
        for place, (begin, end) in enumerate(spans)
        for other_begin, other_end in spans[:place]
    )
    with TemporaryDirectory() as folder:
        write(Path(folder), memberships="\n".join([FILES["memberships.csv"].splitlines()[0], *rows]))
        refused = refusal(Path(folder))
    assert {fault.file for fault in refused} == ({"memberships.csv"} if do_overlap else set())


def refusal(folder: Path) -> tuple[DataSetFault, ...]:
    """Return the faults of a folder, none when it can be read; anything else it is met with fails the test."""
    try:
        read(folder)
    except InvalidDataSetError as error:
        return error.faults
    return ()


def read_or_refused(file: str, data: bytes) -> None:
    with TemporaryDirectory() as folder:
        (write(Path(folder)) / file).write_bytes(data)
        assert all(str(fault).isprintable() for fault in refusal(Path(folder)))


def test_the_table_of_the_example_is_the_one_the_laws_are_drawn_for() -> None:
    assert all(f'kind = "{kind}"' in DATASET for kind in (*AREA_KINDS, *ORG_KINDS))
