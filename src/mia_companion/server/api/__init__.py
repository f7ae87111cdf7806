"""What is reached by HTTP: one small file a noun, everything under `/v1`."""
