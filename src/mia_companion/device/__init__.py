"""What a platform gives: secrets, folders, the network's state; for phones, desktops and browsers."""
