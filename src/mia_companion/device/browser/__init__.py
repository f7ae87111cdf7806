"""What a browser gives: a cookie that carries its key, fonts asked of us, and a policy it keeps for us."""
