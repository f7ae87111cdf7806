"""What has come of it: exact inside a site, published outside it in numbers that tell of nobody."""
