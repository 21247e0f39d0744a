"""How long an engine waits, in seconds, whichever driver it speaks through."""

READ_SECONDS = 20.0
WRITE_SECONDS = 300.0
CONNECT_SECONDS = 5.0

LOCKED_SECONDS = 7.0
"""A Neo4j that locked the user out is asked again for this long: by itself it does so for five seconds."""

RETRY_SECONDS = 3.0
"""A request that meets a server on its way back is answered within this, or told to come again."""
