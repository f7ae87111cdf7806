"""Coming in as a participant: what a coordinator hands over, who came in with it, and two words compared."""
