"""The accessibility statement, made of what the tests found and of what is known not to work.

docs/accessibility/results.json ──────┐
docs/accessibility/shortcomings.toml ─┼─▶ found.py ─▶ swedish.py, english.py ─▶ writing.py
whether a native reader has read it ──┘                                          │
        docs/accessibility/statement.{sv,en}.md, for whoever runs MIA to publish ◀┤
        src/mia_companion/device/statement/told.json, for the app and its web page ◀┘
"""
