"""Neo4j's configuration file: written anew at each start, so that the settings are its only source."""

from cypher.kit import style_command
from graph.errors import StartError
from graph.server.home import Home, write_private, writing
from graph.server.memory import Memory
from graph.settings import Settings
from words import said

_TEXT = """\
# Written by wuji at each start; change the WUJI_ settings instead.
server.default_listen_address=127.0.0.1
server.default_advertised_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{bolt_port}
server.bolt.advertised_address=127.0.0.1:{bolt_port}
server.http.listen_address=127.0.0.1:{http_port}
server.http.advertised_address=127.0.0.1:{http_port}
server.https.enabled=false
# A page of another origin that a browser on this machine shows may ask, and is not given the answer; Browser is of this one.
dbms.security.http_access_control_allow_origin=http://127.0.0.1:{http_port}
# The password is random: nobody guesses it, and nobody locks its owner out by trying.
dbms.security.auth_max_failed_attempts=0
server.memory.pagecache.size={page_cache}m
db.transaction.timeout=60s
# A server that has stopped answering is given up by its clients after two missed signs of life: ten seconds.
server.bolt.connection_keep_alive=5s
server.bolt.connection_keep_alive_probes=2
server.bolt.connection_keep_alive_for_requests=ALL
# Otherwise an empty graph takes 512 MB of disk for logs of transactions that are still to come.
db.tx_log.preallocate=false

# Nothing is told to anyone.
dbms.usage_report.enabled=false
client.allow_telemetry=false
# Neo4j Browser asks four other hosts all the same, for fonts, usage and error reports: the web browser refuses them here.
dbms.security.http_static_content_security_policy_header={policy}
# Whoever signs in there sees the graph in its colours, with Chinese captions.
browser.post_connect_cmd={style}

# Without it each of two thread groups waits five seconds for a last message, and a stop takes ten.
internal.dbms.bolt.netty_server_shutdown_quiet_period=0
"""
# Its own scripts compile others and style elements in place; Bolt is spoken from the page, over a web socket.
POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src 'self' data:; worker-src 'self' blob:; frame-ancestors 'none'; "
    "connect-src 'self' data: http://127.0.0.1:* ws://127.0.0.1:* http://localhost:* ws://localhost:*"
)
_BOLT = "server.bolt.listen_address"
_HTTP = "server.http.listen_address"


def configure(home: Home, settings: Settings, memory: Memory) -> None:
    """Write the configuration for the next run."""
    text = _TEXT.format(
        bolt_port=settings.bolt_port,
        http_port=settings.http_port,
        page_cache=memory.page_cache,
        policy=POLICY,
        style=style_command(),
    )
    with writing(home.root, "WUJI_HOME"):
        write_private(home.configuration / "neo4j.conf", text)


def addresses(home: Home) -> tuple[str, str]:
    """Return the Bolt and the HTTP address, each ``host:port``, that the last run was configured with."""
    file = home.configuration / "neo4j.conf"
    try:
        settings = dict(line.split("=", 1) for line in file.read_text(encoding="utf-8").splitlines() if "=" in line)
        return settings[_BOLT], settings[_HTTP]
    except (OSError, KeyError) as error:
        raise StartError(
            said(
                "{file} was changed or deleted while Neo4j runs. Use `wuji neo4j stop`, then start it again.", file=file
            )
        ) from error
