"""The HTTP interface: one router a resource; errors, paging and what a page loads are decided here and nowhere below."""
