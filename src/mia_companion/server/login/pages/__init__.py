"""The few pages that stand outside the app: plain HTML of our own, without any third party."""
