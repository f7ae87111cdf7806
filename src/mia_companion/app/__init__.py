"""What screens show (`view`, `state`) and every verb a person has (`actions`)."""
