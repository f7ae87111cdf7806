"""The accessibility statement: what it says, who answers for it, and its page outside the app.

`told.json` is written by `make statement` (tools/statement), and a check keeps it equal to what was tested.
"""
