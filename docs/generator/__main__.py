"""``just reference``: make ``docs/reference/`` anew from the code."""

from docs.generator.pages import FOLDER, pages


def main() -> None:
    """Write every page, and take away those that are made no more."""
    made = pages()
    FOLDER.mkdir(exist_ok=True)
    for path in FOLDER.iterdir():
        if path.name not in made:
            path.unlink()
    for name, text in made.items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
