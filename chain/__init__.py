"""From a question to an answer whose every figure is tied to the report's characters."""
