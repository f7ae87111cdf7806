"""Ours beside others: the same work for our server, for PocketBase, for Kinto, and for bare floors.

Every server runs alone on core 0, the load on core 1; all take turns within each round.
"""
