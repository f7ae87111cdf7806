/// Nothing to call: each platform's part does its work as soon as it is registered.
library;
