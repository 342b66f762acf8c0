"""The ways in: command line and web page. Puts `ingest`, `report`, `vectorstore` and `chain` together."""
