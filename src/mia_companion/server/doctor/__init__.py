"""`mia-companion admin doctor`: what is wrong with a server, in plain words. It changes nothing."""
