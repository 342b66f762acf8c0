"""The bundled report, as Markdown: facts and figures restated in our own words."""
