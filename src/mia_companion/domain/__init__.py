"""What words mean: facts, the fold, the plan, who may do what. Pure; knows no device and no network."""
