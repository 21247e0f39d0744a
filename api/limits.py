"""How much may be asked for at once, where the API and the command line say the same."""

MAX_HITS = 50
DEFAULT_HITS = 10
