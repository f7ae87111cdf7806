"""A plan on paper: what is on it, and a PDF of it, made on the device without a network."""
