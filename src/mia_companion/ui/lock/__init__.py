"""What stands before a locked app, and what covers an open one while it is out of sight."""
