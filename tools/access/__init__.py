"""Every screen in every language, listened to as a screen reader does, with axe-core beside it."""
