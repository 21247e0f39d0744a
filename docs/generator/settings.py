"""The page of settings, from the model that reads them."""

from pydantic.fields import FieldInfo

from docs.generator.markdown import MADE, code, table
from graph.settings import Settings


def settings() -> str:
    """Return the page."""
    rows = [
        [code(f"WUJI_{name.upper()}"), _default(field), field.description or ""]
        for name, field in Settings.model_fields.items()
    ]
    return "\n".join(
        [
            f"# Settings\n\n{MADE} How settings are read, and what goes together, is in [settings.md](../settings.md).\n",
            table(["Setting", "Default", "Meaning"], rows),
        ]
    )


def _default(field: FieldInfo) -> str:
    if field.default_factory is not None:
        return "the account's cache folder"
    return "not set" if field.default in (None, ()) else code(str(field.default))
