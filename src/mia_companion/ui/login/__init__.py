"""How staff come in, show once more who they are, and what stands here while nobody is."""
