"""How accessible the app is: in short in every language, and the whole statement in Swedish and English."""
