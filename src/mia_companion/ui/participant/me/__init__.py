"""What is about oneself and this device."""
