"""What care systems read and write: FHIR R4 and R4B, which are alike in all that is used here."""
