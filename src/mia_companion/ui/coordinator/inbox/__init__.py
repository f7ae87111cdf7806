"""Messages of all participants: who waits for an answer, and what is done."""
