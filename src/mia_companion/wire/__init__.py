"""The only shapes that cross the network, versioned by the path: everything here is `/v1`."""
