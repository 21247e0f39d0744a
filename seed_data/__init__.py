"""The data sets, and what turns them into a graph: no network, no clock, no chance."""
