"""What can be wrong with a file, as one Vietnamese line for a person."""


class IngestError(Exception):
    """A file that cannot become a report; the message says why and what to do."""
