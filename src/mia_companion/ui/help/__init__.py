"""Help now: numbers to call, one's own plan for bad days, and hiding the app. Before signing in, too."""
