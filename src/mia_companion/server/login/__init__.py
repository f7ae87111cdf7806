"""Staff sign in: who they are is shown in a browser, by an OpenID provider or a passkey, or by a password."""
