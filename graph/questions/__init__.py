"""What the graph is asked: a question a module."""
