"""Everything about one person as one ZIP: JSON with its schema, pages to read, and photos and files.

The participant's app makes it of what the participant may read, the authority of what it keeps; both in
this shape.
"""
