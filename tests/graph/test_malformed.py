"""What the graph holds that wuji never writes."""

import pytest

from graph.engines import Engine
from graph.errors import MalformedError
from graph.pages import Paging
from graph.questions import lists
from tests.suite import Graph


def test_a_value_of_no_vocabulary_is_named_with_what_to_do(mini: Engine, graph: Graph) -> None:
    graph.holds = None
    with graph.driver.session(database=graph.address.database) as session:
        session.run("MATCH (a:Area {id: '220202000000'}) SET a.category = '街道办'").consume()
    with pytest.raises(MalformedError, match=r"category is '街道办'.*--overwrite"):
        lists.areas(mini, kind=None, category=None, area_id=None, q=None, paging=Paging(10))
