"""Characters that nobody sees: a name with one looks like the name without it, and is another."""

import re

UNSEEN = re.compile(
    # Unicode's Default_Ignorable_Code_Point: joiners, marks of direction, fillers, variation selectors, tags.
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    # Marks between lines of text, and the Braille cell without a dot.
    "\ufff9-\ufffb\u2800]"
)
"""One character that is not seen."""
