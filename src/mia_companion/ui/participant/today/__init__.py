"""Where one stands: the next step, the next appointment, the message that waits, how one is."""
