"""The domain: vocabulary, rows, typed queries and writes of a city's five-level organisation."""
