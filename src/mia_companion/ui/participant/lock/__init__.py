"""Lock and hide: a PIN of one's own, when the app locks, how much it tells, hiding it."""
