"""Start, interventions and finish of a person, and the coordinator's own belief."""
