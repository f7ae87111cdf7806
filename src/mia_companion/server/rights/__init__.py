"""What a person may ask for by law: all that is kept, and that it goes; and when it goes by itself."""
