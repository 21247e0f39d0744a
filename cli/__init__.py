"""The ``wuji`` command."""
