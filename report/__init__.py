"""What a report says, as values.

Nothing here does input or output, and nothing here imports the rest of the
project: a report is text, an outline, tables, passages and figures.
"""
