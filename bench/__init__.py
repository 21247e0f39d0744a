"""What measures speed, with the peers beside it: ``just bench`` runs it all and writes ``docs/bench.md``."""
