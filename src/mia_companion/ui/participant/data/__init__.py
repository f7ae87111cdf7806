"""My data: take it with one, say what is not right, have it erased."""
